import Gateway
import HJ212
import Logging
import NIOCore
import NIOPosix
import Records
import ServiceLifecycle
import Storage
import Synchronization
import TestKit
import Testing

/// Collects what the gateway answers; NIO calls it on one loop, the test reads from another task.
private final class Answers: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    private let received: Mutex<[UInt8]> = Mutex([])

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = Array(unwrapInboundIn(data).readableBytesView)
        received.withLock { $0 += bytes }
    }

    var text: String { received.withLock { String(decoding: $0, as: UTF8.self) } }
}

@Suite(.timeLimit(.minutes(1)))
struct GatewayServerTests {
    private let bureau: TestBureau

    init() async throws { bureau = try await TestBureau([]) }

    /// Runs a gateway, sends bytes to it over TCP and returns its answers when `count` lines have come.
    private func exchange(_ chunks: [[UInt8]], expecting count: Int) async throws -> String {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let clock = bureau.clock
        let server = GatewayServer(
            host: "127.0.0.1", port: 0, log: bureau.book.archive.packets, tally: GatewayTally(),
            clock: { clock.milliseconds }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onListening: { listening.yield($0) })
        let group = ServiceGroup(services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try #require(await ports.first { _ in true })
            let answers = Answers()
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelInitializer { $0.pipeline.addHandler(answers) }.connect(host: "127.0.0.1", port: port).get()
            for chunk in chunks { try await channel.writeAndFlush(ByteBuffer(bytes: chunk)) }
            for _ in 0..<200 where answers.text.split(separator: "\r\n").count < count {
                try await Task.sleep(for: .milliseconds(20))
            }
            try await Task.sleep(for: .milliseconds(50))
            let text = answers.text
            try await channel.close()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return text
        }
    }

    private static func packet(_ number: Int, wantsAnswer: Bool = true) throws -> [UInt8] {
        var writer = PacketWriter(
            qn: "2026112207000000\(number)", systemType: .ambientAir, command: .hourData, password: "123456",
            mn: "DE00000000000000000000F1", flag: PacketFlag(version: .v2017, wantsAnswer: wantsAnswer))
        writer.add(["DataTime": "20261122060000"])
        writer.add(code: "a34004", [(.average, "35"), (.flag, "N")])
        return try writer.frame()
    }

    private var logged: [PacketEntry] {
        get throws { try bureau.book.archive.packets.read(from: bureau.book.archive.packets.start).map(\.entry) }
    }

    @Test func `an answer comes when the packet is on disk, with the same exchange number`() async throws {
        let packet = try Self.packet(1)
        let text = try await exchange([packet], expecting: 1)
        #expect(text.contains("QN=20261122070000001;ST=91;CN=9014;"))
        #expect(try logged.map(\.raw) == [Array(packet.dropLast(2))])
    }

    @Test func `packets cut and stuck together are told apart, and only those that ask are answered`() async throws {
        let stream = try Self.packet(1) + Self.packet(2, wantsAnswer: false) + Self.packet(3)
        let chunks = stride(from: 0, to: stream.count, by: 7).map { Array(stream[$0..<min($0 + 7, stream.count)]) }
        let text = try await exchange(chunks, expecting: 2)
        #expect(text.contains("QN=20261122070000001;"))
        #expect(!text.contains("QN=20261122070000002;"))
        #expect(text.contains("QN=20261122070000003;"))
        #expect(try logged.count == 3)
    }

    @Test func `a packet with a wrong check value is kept as evidence and never answered`() async throws {
        var damaged = try Self.packet(1)
        damaged[40] ^= 1
        let text = try await exchange([damaged, try Self.packet(2)], expecting: 1)
        #expect(!text.contains("QN=20261122070000001;"))
        #expect(try logged.map(\.verdict) == [PacketVerdict.wrongChecksum.rawValue, PacketVerdict.accepted.rawValue])
    }
}
