package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
package import Standards
import Synchronization

/// The demo's devices as real TCP clients of the gateway: one connection a line, dialled again when it breaks.
///
/// After connecting, each device first delivers what it was not answered for since `answeredThrough` (hours, days and
/// log lines, one at a time, each until its 9014), beside it and afterwards live data by its plan.
package struct DemoDevices: Service {
    /// Seconds before a line is dialled again.
    private static let redialSeconds = 3

    private let sessions: [LineSession]
    private let host: String
    private let port: Int
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let whenCaughtUp: @Sendable () -> Void

    /// Devices that will dial a gateway.
    ///
    /// - Parameters:
    ///   - script: the district with the incidents of the day before the demo's day.
    ///   - answeredThrough: everything due up to here is in the imported history.
    ///   - now: the clock, in whole seconds.
    ///   - whenCaughtUp: called once when every line has delivered what was missing.
    package init(
        script: DemoScript, host: String, port: Int, answeredThrough: Instant, now: @escaping @Sendable () -> Instant,
        logger: Logger, whenCaughtUp: @escaping @Sendable () -> Void = {}
    ) {
        sessions = LineSession.all(of: script, answeredThrough: answeredThrough)
        self.host = host
        self.port = port
        self.now = now
        self.logger = logger
        self.whenCaughtUp = whenCaughtUp
    }

    /// Runs until shut down.
    package func run() async throws {
        let progress = Progress(lines: sessions.count, whenCaughtUp: whenCaughtUp)
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                for (place, session) in sessions.enumerated() {
                    group.addTask { await keep(session, place, progress) }
                }
            }
        }
    }

    /// Keeps one line connected until the task is cancelled or its devices have fallen silent for good.
    private func keep(_ session: LineSession, _ place: Int, _ progress: Progress) async {
        let state = LineState(session)
        while !Task.isCancelled {
            do {
                try await connect(state, place, progress)
            } catch {
                logger.debug("demo line \(session.name) not connected", metadata: ["error": "\(error)"])
            }
            if state.session.isSilent(at: now()) { return }
            do { try await Task.sleep(for: .seconds(Self.redialSeconds)) } catch { return }
        }
    }

    private func connect(_ state: LineState, _ place: Int, _ progress: Progress) async throws {
        let clock = now
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let line = DeviceLine(session: state.session, now: clock) { session in
                        state.keep(session)
                        if session.isCaughtUp { progress.caughtUp(place) }
                    }
                    try channel.pipeline.syncOperations.addHandler(line)
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

    /// A line's session between two connections.
    private final class LineState: Sendable {
        private let kept: Mutex<LineSession>

        init(_ session: LineSession) {
            kept = Mutex(session)
        }

        var session: LineSession { kept.withLock { $0 } }

        func keep(_ session: LineSession) {
            kept.withLock { $0 = session }
        }
    }

    /// Which lines have delivered what was missing.
    private final class Progress: Sendable {
        private let open: Mutex<Set<Int>>
        private let whenCaughtUp: @Sendable () -> Void

        init(lines: Int, whenCaughtUp: @escaping @Sendable () -> Void) {
            open = Mutex(Set(0..<lines))
            self.whenCaughtUp = whenCaughtUp
        }

        func caughtUp(_ line: Int) {
            let isLast = open.withLock { $0.remove(line) != nil && $0.isEmpty }
            if isLast { whenCaughtUp() }
        }
    }
}
