package import Logging
import NIOCore
import NIOPosix
package import Standards
import Synchronization

/// Keeps lines of devices connected to a gateway: dials again when one breaks.
package struct LineDialler: Sendable {
    /// Seconds before a line is dialled again.
    private static let redialSeconds = 3

    package let host: String
    package let port: Int
    /// How many addresses of this machine the lines come from in turn: 127.0.0.1 and those after it; 1: the system's choice.
    package let sources: Int
    package let now: @Sendable () -> Instant
    package let logger: Logger

    package init(
        host: String, port: Int, sources: Int = 1, now: @escaping @Sendable () -> Instant, logger: Logger
    ) {
        self.host = host
        self.port = port
        self.sources = sources
        self.now = now
        self.logger = logger
    }

    /// Keeps lines connected until the task is cancelled or their devices have fallen silent for good; then their sessions.
    ///
    /// - Parameter watch: told after each step of a line: its place and its session.
    @discardableResult
    package func keep(
        _ sessions: [LineSession], watch: @escaping @Sendable (Int, LineSession) -> Void = { _, _ in }
    ) async -> [LineSession] {
        let lines = sessions.map(Line.init)
        await withDiscardingTaskGroup { group in
            for (place, line) in lines.enumerated() {
                group.addTask { await keep(line, place) { watch(place, $0) } }
            }
        }
        return lines.map(\.session)
    }

    private func keep(_ line: Line, _ place: Int, watch: @escaping @Sendable (LineSession) -> Void) async {
        while !Task.isCancelled {
            do {
                try await connect(line, place, watch)
            } catch {
                logger.debug("line \(line.session.name) not connected", metadata: ["error": "\(error)"])
            }
            if line.session.isSilent(at: now()) || Task.isCancelled { return }
            line.broke()
            do { try await Task.sleep(for: .seconds(Self.redialSeconds)) } catch { return }
        }
    }

    private func connect(
        _ line: Line, _ place: Int, _ watch: @escaping @Sendable (LineSession) -> Void
    ) async throws {
        let clock = now
        let channel = try await Self.bootstrap(sources: sources, place: place)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = DeviceLine(session: line.session, now: clock) { session in
                        line.keep(session)
                        watch(session)
                    }
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .connect(host: host, port: port)
            .get()
        await withTaskCancellationHandler {
            try? await channel.closeFuture.get()
        } onCancel: {
            channel.close(promise: nil)
        }
    }

    /// A client from the address that the line with this place has.
    static func bootstrap(
        sources: Int, place: Int, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) throws -> ClientBootstrap {
        let bootstrap = ClientBootstrap(group: group).channelOption(.socketOption(.so_keepalive), value: 1)
        guard sources > 1 else { return bootstrap }
        return bootstrap.bind(to: try SocketAddress(ipAddress: "127.0.0.\(1 + place % sources)", port: 0))
    }

    /// A line's session between two connections.
    private final class Line: Sendable {
        private let kept: Mutex<LineSession>

        init(_ session: LineSession) { kept = Mutex(session) }

        var session: LineSession { kept.withLock { $0 } }

        func keep(_ session: LineSession) { kept.withLock { $0 = session } }

        func broke() { kept.withLock { $0.tally.broken += 1 } }
    }
}
