import HJ212
import Ledger
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

/// Notes what the gateway tells of kept packets, and whether each could be read from the log by then.
private final class Listener: PacketListener {
    private let log: PacketLog
    private let told: Mutex<(numbers: [String], isReadable: Bool, closings: Int)> = Mutex(([], true, 0))

    init(_ log: PacketLog) { self.log = log }

    func kept(_ packets: [KeptPacket], from line: DeviceLine) {
        for kept in packets {
            let isReadable = (try? log.packet(at: kept.address))?.entry.raw == Array(kept.packet.frame.bytes)
            told.withLock {
                $0.numbers.append(kept.packet.head(.qn)?.string ?? "")
                $0.isReadable = $0.isReadable && isReadable
            }
        }
    }

    func closed(_ line: DeviceLine) { told.withLock { $0.closings += 1 } }

    var heard: (numbers: [String], isReadable: Bool, closings: Int) { told.withLock { $0 } }
}

@Suite(.timeLimit(.minutes(15)))
struct GatewayServerTests {
    private static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]
    private static let mn = "DE00000000000000000000F1"

    private let bureau: TestBureau
    private let devices: DeviceDirectory
    private let tally = GatewayTally()

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        devices = try await DeviceDirectory.open(
            bureau.book, quota: QuarantineQuota(peerBytes: 2_048, totalBytes: 4_096))
        try await bureau.book.record(
            TestStation.registration(by: TestBureau.actor(Self.capabilities)))
        try await bind(Self.mn)
    }

    private func bind(_ mn: String, _ settings: DeviceSettings = DeviceSettings()) async throws {
        try await bureau.book.record(
            RegistryActions.bind(
                device: mn, to: "S1", channels: [DeviceChannel(code: "a34004", item: "pm25")], settings: settings,
                by: TestBureau.actor(Self.capabilities)))
        try await devices.refresh()
    }

    /// Runs a gateway, sends bytes to it over TCP and returns its answers when `count` lines have come.
    private func exchange(
        _ chunks: [[UInt8]], expecting count: Int, capturesUnknown: Bool = false, devices: DeviceDirectory? = nil
    ) async throws -> String {
        try await converse(chunks, expecting: count, capturesUnknown: capturesUnknown, devices: devices).answers
    }

    /// The same, or until the gateway closed the connection, and whether it did.
    private func converse(
        _ chunks: [[UInt8]], expecting count: Int, untilClosed: Bool = false, capturesUnknown: Bool = false,
        listener: (any PacketListener)? = nil, devices: DeviceDirectory? = nil
    ) async throws -> (answers: String, isClosed: Bool) {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let clock = bureau.clock
        let server = GatewayServer(
            host: "127.0.0.1", port: 0, log: bureau.book.archive.packets,
            intake: PacketIntake(devices: devices ?? self.devices, capturesUnknown: capturesUnknown, tally: tally),
            listener: listener, clock: { clock.milliseconds },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onListening: { listening.yield($0) })
        let group = ServiceGroup(services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try #require(await ports.first { _ in true })
            let answers = Answers()
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelInitializer { $0.pipeline.addHandler(answers) }.connect(host: "127.0.0.1", port: port).get()
            for chunk in chunks { try await channel.writeAndFlush(ByteBuffer(bytes: chunk)) }
            // Half a minute at most: a busy machine takes its time, and who waits for nothing says so by `count`.
            for _ in 0..<1_500 {
                let isAnswered = !untilClosed && answers.text.split(separator: "\r\n").count >= count
                if isAnswered || !channel.isActive { break }
                try await Task.sleep(for: .milliseconds(20))
            }
            try await Task.sleep(for: .milliseconds(50))
            let heard = (answers.text, !channel.isActive)
            try? await channel.close()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return heard
        }
    }

    private static func packet(
        _ number: Int, of mn: String = Self.mn, wantsAnswer: Bool = true, version: ProtocolVersion = .v2017,
        time: String = "20261122060000"
    ) throws -> [UInt8] {
        var writer = PacketWriter(
            qn: "2026112207000000\(number)", systemType: .ambientAir, command: .hourData, password: "123456",
            mn: mn, flag: PacketFlag(version: version, wantsAnswer: wantsAnswer))
        writer.add(["DataTime": time])
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

    @Test func `who listens is told of accepted packets of registered devices when they are on disk`() async throws {
        let listener = Listener(bureau.book.archive.packets)
        var damaged = try Self.packet(3)
        damaged[40] ^= 1
        let packets = [try Self.packet(1), try Self.packet(2, of: "XX01"), damaged, try Self.packet(4)]
        _ = try await converse(packets, expecting: 2, listener: listener)
        #expect(listener.heard.numbers == ["20261122070000001", "20261122070000004"])
        #expect(listener.heard.isReadable)
        // The server hears of the end of the connection a moment after us; the time limit of the suite ends the wait.
        while listener.heard.closings == 0 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(listener.heard.closings == 1)
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

    @Test func `a packet of an unknown device is kept and not answered`() async throws {
        let packets = [try Self.packet(1, of: "XX01"), try Self.packet(2)]
        let text = try await exchange(packets, expecting: 1)
        #expect(!text.contains("QN=20261122070000001;"))
        #expect(text.contains("QN=20261122070000002;"))
        #expect(try logged.map(\.verdict) == [PacketVerdict.accepted.rawValue, PacketVerdict.accepted.rawValue])
        #expect(tally.counts.unanswered == 1)
    }

    @Test func `an unknown device is answered where the operator has switched capture on`() async throws {
        let text = try await exchange([try Self.packet(1, of: "XX01")], expecting: 1, capturesUnknown: true)
        #expect(text.contains("QN=20261122070000001;"))
        #expect(tally.counts.unanswered == 0)
    }

    @Test func `an unknown device is answered as long as the switch on record says so, and not a moment longer`()
        async throws
    {
        // With room enough: what is not answered here must not be so because of the quota.
        let devices = try await DeviceDirectory.open(bureau.book)
        func set(until seconds: Int?) async throws {
            let now = Instant(secondsSince1970: bureau.clock.milliseconds / 1_000)
            try await bureau.book.record(
                GatewayActions.setCapture(
                    until: seconds.map { now.adding(seconds: $0) }, reason: "整体切换",
                    by: TestBureau.actor(Self.capabilities)))
            try await devices.refresh()
        }
        func isAnswered(_ number: Int) async throws -> Bool {
            let packets = [try Self.packet(number, of: "XX01"), try Self.packet(9)]
            return try await exchange(packets, expecting: 1, devices: devices)
                .contains("QN=2026112207000000\(number);")
        }
        let before = try await isAnswered(1)
        #expect(!before)
        try await set(until: 60)
        let switchedOn = try await isAnswered(2)
        #expect(switchedOn)
        bureau.clock.advance(seconds: 60)
        let atItsEnd = try await isAnswered(3)
        #expect(!atItsEnd)
        try await set(until: 60)
        let again = try await isAnswered(4)
        #expect(again)
        try await set(until: nil)
        let switchedOff = try await isAnswered(5)
        #expect(!switchedOff)
        // A clock that was set back must not let it go on for longer than was meant.
        try await set(until: 60)
        bureau.clock.advance(seconds: -3_600)
        let withTheClockBack = try await isAnswered(6)
        #expect(!withTheClockBack)
    }

    @Test(arguments: [0, 31 * 86_400])
    func `capture ends by itself within thirty days`(seconds: Int) async throws {
        let now = Instant(secondsSince1970: bureau.clock.milliseconds / 1_000)
        let error = await #expect(throws: RecordsError.self) {
            try await bureau.book.record(
                GatewayActions.setCapture(
                    until: now.adding(seconds: seconds), reason: "整体切换", by: TestBureau.actor(Self.capabilities)))
        }
        #expect(error?.field == "until")
    }

    @Test func `a device is answered from the moment it is bound, in whatever case it writes its number`() async throws
    {
        let before = try await exchange([try Self.packet(1, of: "xx01"), try Self.packet(2)], expecting: 1)
        #expect(!before.contains("QN=20261122070000001;"))
        try await bind("XX01")
        let after = try await exchange([try Self.packet(1, of: "xx01")], expecting: 1)
        #expect(after.contains("QN=20261122070000001;ST=91;CN=9014;PW=123456;MN=xx01;"))
    }

    @Test func `a running gateway hears of a device bound by somebody else`() async throws {
        let watch = DeviceWatch(
            devices: devices, clock: ClockWatch(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await watch.run() }
        defer { running.cancel() }
        try await bureau.book.record(
            RegistryActions.bind(
                device: "XX02", to: "S1", channels: [DeviceChannel(code: "a34004", item: "pm25")],
                by: TestBureau.actor(Self.capabilities)))
        for _ in 0..<600 where devices.snapshot.devices["XX02"] == nil { try await Task.sleep(for: .milliseconds(50)) }
        let text = try await exchange([try Self.packet(1, of: "XX02")], expecting: 1)
        #expect(text.contains("QN=20261122070000001;"))
    }

    @Test(arguments: [false, true])
    func `a wrong check value is never answered, whoever sends it`(capturesUnknown: Bool) async throws {
        var damaged = try Self.packet(1, of: "XX01")
        damaged[40] ^= 1
        let text = try await exchange(
            [damaged, try Self.packet(2)], expecting: 1, capturesUnknown: capturesUnknown)
        #expect(!text.contains("QN=20261122070000001;"))
        #expect(try logged.first?.verdict == PacketVerdict.wrongChecksum.rawValue)
    }

    @Test(arguments: ["19700101000000", "20991231000000"])
    func `data of a wrong clock are kept, answered and counted by name`(time: String) async throws {
        let text = try await exchange([try Self.packet(1, time: time)], expecting: 1)
        #expect(text.contains("QN=20261122070000001;ST=91;CN=9014;"))
        #expect(try logged.count == 1)
        let names = ["quarantined_timeOfDefaultClock", "quarantined_timeAhead"]
        #expect(names.compactMap { tally.counts.deviations.counts[$0] } == [1])
    }

    @Test func `a device of 2005 finds the number of its packet in the content of the answer`() async throws {
        let text = try await exchange([try Self.packet(1, version: .v2005)], expecting: 1)
        #expect(text.contains("ST=91;CN=9014;"))
        #expect(text.contains("CP=&&QN=20261122070000001&&"))
    }

    @Test func `the dialect of the register decides how a device is answered, whatever its packets say`() async throws {
        var settings = DeviceSettings()
        settings.dialect = "2005"
        try await bind(Self.mn, settings)
        let text = try await exchange([try Self.packet(1)], expecting: 1)
        #expect(text.contains("CP=&&QN=20261122070000001&&"))
        #expect(tally.counts.deviations.counts["other_dialect"] == 1)
    }

    @Test func `a check value with its bytes exchanged passes for the device that was allowed it, and is counted`()
        async throws
    {
        var settings = DeviceSettings()
        settings.tolerances = ["accepted_crc_byteswapped"]
        try await bind("XX01", settings)
        func swapped(_ packet: [UInt8]) -> [UInt8] {
            let sum = Array(packet.suffix(6).prefix(4))
            return packet.dropLast(6) + sum[2...3] + sum[0...1] + packet.suffix(2)
        }
        let chunks = [
            swapped(try Self.packet(1)), swapped(try Self.packet(2, of: "XX01")), try Self.packet(3),
        ]
        let text = try await exchange(chunks, expecting: 2)
        #expect(!text.contains("QN=20261122070000001;"))
        #expect(text.contains("QN=20261122070000002;") && text.contains("QN=20261122070000003;"))
        #expect(tally.counts.deviations.counts["accepted_crc_byteswapped"] == 1)
    }

    @Test func `a device that chokes on answers gets none`() async throws {
        var settings = DeviceSettings()
        settings.isAnswered = false
        try await bind("XX01", settings)
        let text = try await exchange([try Self.packet(1, of: "XX01"), try Self.packet(2)], expecting: 1)
        #expect(!text.contains("QN=20261122070000001;") && text.contains("QN=20261122070000002;"))
        #expect(try logged.count == 2)
    }

    @Test func `what is let pass is counted by name`() async throws {
        var packet = try Self.packet(1)
        // The length field does not say what there is.
        packet[5] = packet[5] == UInt8(ascii: "9") ? UInt8(ascii: "0") : packet[5] + 1
        _ = try await exchange([packet], expecting: 1)
        #expect(tally.counts.wrongLengths == 1)
        #expect(tally.counts.deviations.counts["accepted_length_wrong"] == 1)
    }

    @Test func `past the quota packets of unknown devices are lost and counted, and the connection is closed`()
        async throws
    {
        let unknown = try (1...6).flatMap { try Self.packet($0, of: "XX01") }
        // A registered device behind the same forwarder has its answer before the line is closed.
        let first = try await converse([unknown + (try Self.packet(7))], expecting: 1, untilClosed: true)
        #expect(first.isClosed)
        #expect(first.answers.contains("QN=20261122070000007;ST=91;CN=9014;"))
        #expect(try logged.count == 4 + 1)
        #expect(tally.counts.lost == 2)
        // A packet takes up 512 bytes at least, and 2,048 were allowed: the quota holds for the next connection too.
        let again = try await converse([try Self.packet(8, of: "XX02")], expecting: 1, untilClosed: true)
        #expect(again.isClosed && again.answers.isEmpty)
        #expect(try logged.filter { String(decoding: $0.raw, as: UTF8.self).contains("XX02") }.isEmpty)
        #expect(tally.counts.lost == 3)
    }

    @Test func `past the quota packets of unknown devices are lost also while capture is on`()
        async throws
    {
        let unknown = try (1...6).flatMap { try Self.packet($0, of: "XX01") }
        let heard = try await converse([unknown], expecting: 4, untilClosed: true, capturesUnknown: true)
        #expect(heard.isClosed)
        #expect(heard.answers.split(separator: "\r\n").count == 4)
        #expect(try logged.count == 4)
        #expect(tally.counts.lost == 2 && tally.counts.unanswered == 0)
    }

    @Test func `what waits for its device is counted again after a restart and is free when the device is bound`()
        async throws
    {
        let unknown = try (1...4).flatMap { try Self.packet($0, of: "XX01") }
        _ = try await exchange([unknown, try Self.packet(5)], expecting: 1)
        try await bureau.projectAllPackets()
        let quota = QuarantineQuota(peerBytes: 2_048, totalBytes: 4_096)
        let restarted = try await DeviceDirectory.open(bureau.book, quota: quota)
        let intake = PacketIntake(devices: restarted, capturesUnknown: false, tally: tally)
        let frames = [try #require(Frame(record: try Self.packet(6, of: "XX09")))]
        #expect(intake.take(frames, from: "127.0.0.1:9", receivedMilliseconds: 0).closing == .quota)
        #expect(intake.take(frames, from: "127.0.0.2:9", receivedMilliseconds: 0).closing == nil)
        try await bind("XX01")
        try await restarted.refresh()
        #expect(intake.take(frames, from: "127.0.0.1:9", receivedMilliseconds: 0).closing == nil)
    }

    @Test func `a gateway that is cancelled, because another service failed, ends`() async throws {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let clock = bureau.clock
        let server = GatewayServer(
            host: "127.0.0.1", port: 0, log: bureau.book.archive.packets,
            intake: PacketIntake(devices: devices, capturesUnknown: false, tally: tally),
            clock: { clock.milliseconds }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onListening: { listening.yield($0) })
        let hasEnded = Mutex(false)
        let running = Task {
            try await server.run()
            hasEnded.withLock { $0 = true }
        }
        _ = await ports.first { _ in true }
        running.cancel()
        #expect(try await TestPeer.wait { hasEnded.withLock { $0 } })
    }

    @Test func `all peers together have a quota, and what was not written is given back`() {
        let quota = QuarantineQuota(peerBytes: 1_024, totalBytes: 1_536)
        #expect(quota.admits(600, from: "a"))
        #expect(!quota.admits(600, from: "a"))
        #expect(quota.admits(10, from: "b"))
        #expect(!quota.admits(513, from: "c"))
        quota.giveBack(600, from: "a")
        #expect(quota.admits(513, from: "c"))
    }
}
