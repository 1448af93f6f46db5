import Foundation
import Logging
import NIOCore
import NIOPosix
import Standards
import Synchronization
import Testing

@testable import Demo

/// One live run over TCP against a small platform that only answers.
@Suite struct DemoDevicesTests {
    /// Answers every upload that wants it with 9014.
    private final class Platform: ChannelInboundHandler, @unchecked Sendable {
        // Unchecked: used on the one event loop of its channel only; `seen` is locked.
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private var text = ""
        private let seen: Seen

        init(seen: Seen) {
            self.seen = seen
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            text += String(buffer: unwrapInboundIn(data))
            while let opening = text.range(of: "CP=&&"),
                let end = text.range(of: "&&", range: opening.upperBound..<text.endIndex)
            {
                let message = text[..<end.lowerBound]
                text = String(text[end.upperBound...])
                var fields: [String: String] = [:]
                for pair in message.split(whereSeparator: { $0 == ";" || $0 == "#" }) {
                    let parts = pair.split(separator: "=", maxSplits: 1)
                    if parts.count == 2 { fields[String(parts[0].suffix(2))] = String(parts[1]) }
                }
                guard let qn = fields["QN"], let mn = fields["MN"], let command = fields["CN"] else { continue }
                seen.count(mn, command)
                guard ["2061", "2031", "3020"].contains(command) else { continue }
                let answer = PlatformFrame.answer(9014, qn: qn, mn: mn)
                context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: answer)), promise: nil)
            }
        }
    }

    private final class Seen: Sendable {
        private let counts = Mutex<[String: Int]>([:])

        func count(_ mn: String, _ command: String) {
            counts.withLock { $0["\(mn)/\(command)", default: 0] += 1 }
        }

        var all: [String: Int] { counts.withLock { $0 } }
    }

    @Test(.timeLimit(.minutes(15)))
    func `every device dials, delivers what is missing and stays live`() async throws {
        let fixture = try HistoryFixture()
        let now = try HistoryFixture.moment("2026-11-22T09:00:40")
        let seen = Seen()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Platform(seen: seen))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(server.localAddress?.port)
        let (caughtUp, signal) = AsyncStream.makeStream(of: Void.self)
        let service = DemoDevices(
            script: fixture.script, host: "127.0.0.1", port: port, answeredThrough: now.adding(seconds: -6 * 3_600),
            now: { now }, logger: Logger(label: "demo-test"), whenCaughtUp: { signal.yield() })
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            group.addTask { for await _ in caughtUp { return } }
            _ = try? await group.next()
            group.cancelAll()
        }
        try await server.close()
        let counts = seen.all
        for device in fixture.devices where device.silentFrom == nil && device.device.st != "21" {
            #expect(counts["\(device.device.mn)/2061", default: 0] >= 5, "\(device.device.mn)")
            #expect(counts["\(device.device.mn)/2011", default: 0] >= 1, "\(device.device.mn)")
        }
    }
}
