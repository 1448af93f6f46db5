import HJ212
import Logging
import Monitoring
import NIOCore
import NIOPosix
import Records
import Registry
import ServiceLifecycle
import Standards
import Storage
import Synchronization
import TestKit
import Testing

@testable import Gateway

/// A device that answers by script, at the other end of a real connection.
private final class ScriptedDevice: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    /// What it says to a request, without the numbers of the exchange.
    private let script: @Sendable (Packet) -> [(command: Int, content: String)]
    private let scanner = Mutex(FrameScanner())
    private let asked = Mutex<[Packet]>([])

    init(_ script: @escaping @Sendable (Packet) -> [(command: Int, content: String)]) { self.script = script }

    var requests: [Packet] { asked.withLock { $0.filter { $0.commandNumber?.isAnswer == false } } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = Array(unwrapInboundIn(data).readableBytesView)
        let packets = scanner.withLock { scanner in
            scanner.feed(bytes)
            var packets: [Packet] = []
            while let frame = scanner.next() { packets.append(Packet(frame)) }
            return packets
        }
        for packet in packets {
            asked.withLock { $0.append(packet) }
            guard packet.commandNumber?.isAnswer == false else { continue }
            for (command, content) in script(packet) {
                let number = packet.head(.qn)?.string ?? ""
                let type = (9_011...9_014).contains(command) ? "91" : "22"
                let isData = command == 2_061
                let segment =
                    "QN=\(isData ? "20261122080000777" : number);ST=\(type);CN=\(command);PW=123456;MN=\(DeskBench.own);"
                    + "Flag=\(isData ? 5 : 4);CP=&&\(content)&&"
                guard let frame = try? PacketWriter.frame(ofSegment: Array(segment.utf8)) else { continue }
                context.writeAndFlush(NIOAny(ByteBuffer(bytes: frame)), promise: nil)
            }
        }
    }
}

@Suite(.timeLimit(.minutes(15)))
struct LoopbackTests {
    /// Runs gateway and desk, connects a device and waits until a command has ended.
    private func run(
        _ name: CommandName, _ parameters: [String: String] = [:], device: ScriptedDevice, timing: ExchangeTiming
    ) async throws -> (command: DeviceCommand, bureau: TestBureau) {
        let bench = try await DeskBench()
        let bureau = bench.bureau
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let mailbox = DeskMailbox()
        let desk = CommandDesk(book: bureau.book, mailbox: mailbox, clock: ClockWatch(), timing: timing, logger: logger)
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let clock = bureau.clock
        let server = GatewayServer(
            host: "127.0.0.1", port: 0, log: bureau.book.archive.packets,
            intake: PacketIntake(
                devices: try await DeviceDirectory.open(bureau.book), capturesUnknown: false, tally: GatewayTally()),
            listener: mailbox, clock: { clock.milliseconds }, logger: logger, onListening: { listening.yield($0) })
        let group = ServiceGroup(services: [server, desk], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try #require(await ports.first { _ in true })
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelInitializer { $0.pipeline.addHandler(device) }.connect(host: "127.0.0.1", port: port).get()
            let hello =
                "QN=20261122080000001;ST=22;CN=2011;PW=123456;MN=\(DeskBench.own);Flag=5;"
                + "CP=&&DataTime=20261122080000;a34004-Rtd=30,a34004-Flag=N&&"
            try await channel.writeAndFlush(
                ByteBuffer(bytes: PacketWriter.frame(ofSegment: Array(hello.utf8))))
            let asked = try await bench.ask(name, parameters)
            var command = try await bench.command(asked.id)
            for _ in 0..<2_000 where command.stage != .ended {
                try await Task.sleep(for: .milliseconds(20))
                command = try await bench.command(asked.id)
            }
            try await channel.close()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return (command, bureau)
        }
    }

    @Test func `a request goes over the connection on which the device was heard, and its history becomes readings`()
        async throws
    {
        let device = ScriptedDevice { packet in
            guard packet.commandNumber == .hourData else { return [] }
            return [
                (9011, "QnRtn=1"), (2061, "DataTime=20261122060000;a34004-Avg=41,a34004-Flag=N"), (9012, "ExeRtn=1"),
            ]
        }
        let (command, bureau) = try await run(
            .historyHours, ["begin": "20261122060000", "end": "20261122060000"], device: device,
            timing: ExchangeTiming())
        #expect(command.outcome == .finished(1))
        #expect(command.receivedCount == 3)
        try await bureau.projectAllPackets()
        let readings = try await bureau.book.database.read {
            try ReadingStore.readings(
                from: .init(secondsSince1970: 0), to: .init(secondsSince1970: 2_000_000_000), seconds: 3_600, in: $0)
        }
        #expect(readings.map { $0.value?.description } == ["41"])
    }

    @Test func `a device that says nothing hears the same packet four times over its connection`() async throws {
        var timing = ExchangeTiming()
        timing.answer = 300
        let device = ScriptedDevice { _ in [] }
        let (command, _) = try await run(.readClock, device: device, timing: timing)
        #expect(command.outcome == .noAnswer)
        #expect(device.requests.count == 4)
        #expect(Set(device.requests.map { $0.head(.qn)?.string }).count == 1)
    }
}
