import HJ212
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Gateway

struct CommandDeskTests {
    private let bench: DeskBench
    private let device: VirtualDevice

    init() async throws {
        bench = try await DeskBench()
        device = VirtualDevice(on: bench)
    }

    @Test func `the clock of a device is read and its drift recorded`() async throws {
        try await device.appear()
        let asked = try await bench.ask(.readClock)
        await bench.pass(seconds: 0)
        #expect(device.received.first?.commandNumber == .readClock)
        #expect(device.received.first?.head(.pw)?.string == "123456")
        try await device.accept()
        await bench.pass(seconds: 2)
        // The device is 60 seconds ahead; its answer has travelled for a second.
        try await device.say(1011, "SystemTime=20261122080101", qn: device.lastNumber)
        try await device.finish()
        await bench.pass(seconds: 0)
        let command = try await bench.command(asked.id)
        #expect(command.stage == .ended && command.outcome == .finished(1))
        #expect(command.answer == ["SystemTime": "20261122080101"])
        #expect(command.driftMilliseconds == 60_500)
        #expect(command.qn == device.lastNumber)
    }

    @Test func `every packet that is sent stands in the log before it goes out, and its address in the record`()
        async throws
    {
        try await device.appear()
        let asked = try await bench.ask(.readClock)
        await bench.pass(seconds: 0)
        try await device.accept()
        try await device.finish()
        await bench.pass(seconds: 0)
        let command = try await bench.command(asked.id)
        let sent = try bench.bureau.book.archive.packets.packet(at: try #require(command.sent.first))
        #expect(PacketVerdict(rawValue: sent.entry.verdict) == .sent)
        #expect(Packet(record: sent.entry.raw)?.head(.qn)?.string == command.qn)
        #expect(command.received.count == 2 && command.receivedCount == 2)
        // It is no packet of the device: neither its data nor its health know of it.
        try await bench.bureau.projectAllPackets()
        let health = try await bench.bureau.book.database.read { try DeviceStore.health(in: $0) }
        #expect(health.first { $0.mn == DeskBench.own }?.packets == 3)
    }

    @Test func `history comes in frames of its own numbers and is counted until the device has ended`() async throws {
        try await device.appear()
        let asked = try await bench.ask(.historyHours, ["begin": "20261122000000", "end": "20261122020000"])
        await bench.pass(seconds: 0)
        #expect(device.received.first?.parameter("BeginTime")?.string == "20261122000000")
        try await device.accept()
        for hour in 0..<3 {
            // Each hour in two parts (Flag bit 1, PNUM and PNO), as the standard's own examples have it.
            for part in 1...2 {
                try await device.say(
                    2061, "DataTime=202611220\(hour)0000;a3400\(part)-Avg=35,a3400\(part)-Flag=N",
                    qn: "2026112208000\(hour)00\(part)", version: 7)
            }
            await bench.pass(seconds: 200)
        }
        #expect(try await bench.command(asked.id).stage == .running)
        try await device.finish()
        await bench.pass(seconds: 0)
        let command = try await bench.command(asked.id)
        #expect(command.outcome == .finished(1))
        #expect(command.receivedCount == 8)
    }

    @Test(arguments: [(2, "请求被拒绝"), (3, "密码错误"), (8, "命令编码 CN 错误"), (100, "原因不明")])
    func `a refusal is recorded with its words`(code: Int, words: String) async throws {
        try await device.appear()
        let asked = try await bench.ask(.startRealtime)
        await bench.pass(seconds: 0)
        try await device.answer(9011, "QnRtn=\(code)")
        await bench.pass(seconds: 0)
        let outcome = try await bench.command(asked.id).outcome
        #expect(outcome == .refused(code))
        #expect(outcome?.words(in: .v2017).contains(words) == true)
    }

    @Test func `a silent device is asked four times under one number and then given up`() async throws {
        try await device.appear()
        let asked = try await bench.ask(.readClock)
        await bench.passSlowly(seconds: 39)
        #expect(device.numbers.count == 4 && Set(device.numbers).count == 1)
        #expect(Set(device.received.map { Array($0.frame.bytes) }).count == 1)
        #expect(try await bench.command(asked.id).stage == .running)
        await bench.passSlowly(seconds: 2)
        let command = try await bench.command(asked.id)
        #expect(command.outcome == .noAnswer)
        #expect(command.sent.count == 4)
        // A result that comes all the same is put on record beside it.
        try await device.finish(1)
        await bench.pass(seconds: 0)
        #expect(try await bench.command(asked.id).lateCode == 1)
    }

    @Test func `two commands to one device wait for each other, and three seconds lie between them`() async throws {
        try await device.appear()
        try await bench.ask(.readClock)
        try await bench.ask(.readRealtimeInterval)
        await bench.passSlowly(seconds: 5)
        #expect(device.received.map { $0.commandNumber?.rawValue } == [1011])
        try await device.finish()
        await bench.passSlowly(seconds: 2)
        #expect(device.received.count == 1)
        await bench.passSlowly(seconds: 2)
        #expect(device.received.map { $0.commandNumber?.rawValue } == [1011, 1061])
    }

    @Test func `numbers of a device rise also when our clock was set back between two commands`() async throws {
        try await device.appear()
        try await bench.ask(.readClock)
        await bench.pass(seconds: 0)
        try await device.finish()
        await bench.pass(seconds: 10)
        bench.bureau.clock.advance(seconds: -7_200)
        try await bench.ask(.readClock)
        await bench.pass(seconds: 5)
        #expect(device.numbers.count == 2)
        #expect(device.numbers == device.numbers.sorted() && Set(device.numbers).count == 2)
    }

    @Test
    func `what we send stands in the log in order also when our clock was set back, and a drift is of the clock now`()
        async throws
    {
        try await device.appear()
        let before = bench.receipt.receive(wall: bench.now, monotonic: 0)
        bench.bureau.clock.advance(seconds: -7_200)
        let asked = try await bench.ask(.readClock)
        await bench.pass(seconds: 1)
        // Its clock is right by ours: 05:59:59 or so, now that ours was set back from 08:00.
        try await device.answer(1011, "SystemTime=20261122060001")
        try await device.finish()
        await bench.pass(seconds: 1)
        let command = try await bench.command(asked.id)
        let sent = try bench.bureau.book.archive.packets.packet(at: try #require(command.sent.first))
        #expect(sent.entry.receivedMilliseconds == before)
        #expect(abs(try #require(command.driftMilliseconds)) < 2_000)
    }

    @Test func `a command waits for a device that is away and is given up after a day`() async throws {
        let asked = try await bench.ask(.readClock)
        await bench.pass(seconds: 3_600)
        #expect(try await bench.command(asked.id).stage == .waiting)
        try await device.appear()
        await bench.pass(seconds: 1)
        #expect(try await bench.command(asked.id).stage == .running)
        try await device.finish()
        await bench.pass(seconds: 1)
        device.vanish()
        let second = try await bench.ask(.readClock)
        await bench.pass(seconds: 86_401)
        #expect(try await bench.command(second.id).outcome == .expired)
    }

    @Test func `what was not answered when the line was lost goes out again under its number`() async throws {
        try await device.appear()
        try await bench.ask(.readClock)
        await bench.pass(seconds: 0)
        device.vanish()
        await bench.passSlowly(seconds: 60)
        let again = VirtualDevice(on: bench)
        try await again.appear()
        await bench.pass(seconds: 1)
        #expect(again.numbers == device.numbers && again.numbers.count == 1)
    }

    @Test func `a command that waits can be withdrawn and is not sent`() async throws {
        let asked = try await bench.ask(.readClock)
        await bench.pass(seconds: 1)
        try await bench.bureau.book.record(
            CommandActions.withdraw(asked, reason: "误操作", by: TestBureau.actor(DeskBench.capabilities)))
        await bench.pass(seconds: 1)
        try await device.appear()
        await bench.pass(seconds: 1)
        #expect(device.received.isEmpty)
        #expect(try await bench.command(asked.id).stage == .withdrawn)
    }

    @Test func `a command that was sent and is withdrawn ends as broken off`() async throws {
        try await device.appear()
        let asked = try await bench.ask(.readClock)
        await bench.pass(seconds: 1)
        try await bench.bureau.book.record(
            CommandActions.withdraw(
                try await bench.command(asked.id), reason: "误操作", by: TestBureau.actor(DeskBench.capabilities)))
        await bench.pass(seconds: 1)
        #expect(try await bench.command(asked.id).outcome == .cancelled)
    }

    // MARK: Restarts

    @Test func `after a restart a question goes on under its number`() async throws {
        try await device.appear()
        let asked = try await bench.ask(.readClock)
        await bench.pass(seconds: 1)
        let later = try await DeskBench(directory: bench.bureau.directory, clock: bench.bureau.clock)
        let again = VirtualDevice(on: later)
        try await again.appear()
        await later.pass(seconds: 1)
        #expect(again.numbers == device.numbers && again.numbers.count == 1)
        try await again.finish()
        await later.pass(seconds: 1)
        #expect(try await later.command(asked.id).outcome == .finished(1))
        // The next one has a higher number, though nothing but the book knows of the first.
        later.bureau.clock.advance(seconds: -7_200)
        try await later.ask(.readRealtimeInterval)
        await later.pass(seconds: 5)
        #expect(again.numbers.count == 2 && again.numbers[1] > again.numbers[0])
    }

    @Test func `after a restart nothing that works on a device is sent again`() async throws {
        try await device.appear()
        let asked = try await bench.ask(.sample, ["factor": "w01018"])
        await bench.pass(seconds: 1)
        #expect(device.received.count == 1)
        let later = try await DeskBench(directory: bench.bureau.directory, clock: bench.bureau.clock)
        let again = VirtualDevice(on: later)
        try await again.appear()
        await later.passSlowly(seconds: 30)
        #expect(again.received.isEmpty)
        #expect(try await later.command(asked.id).outcome == .unknown)
    }

    @Test func `what waited before a restart waits after it`() async throws {
        let asked = try await bench.ask(.sample, ["factor": "w01018"])
        await bench.pass(seconds: 1)
        let later = try await DeskBench(directory: bench.bureau.directory, clock: bench.bureau.clock)
        let again = VirtualDevice(on: later)
        try await again.appear()
        await later.pass(seconds: 1)
        #expect(again.received.first?.commandNumber?.rawValue == 3012)
        #expect(try await later.command(asked.id).stage == .running)
    }

    // MARK: By itself

    private func settings(_ change: (inout ExchangeSettings) -> Void) async throws {
        var settings = ExchangeSettings()
        settings.asksForGaps = false
        change(&settings)
        try await bench.bureau.book.record(
            CommandActions.configure(settings, by: TestBureau.actor(DeskBench.capabilities)))
    }

    @Test func `every clock is read once a day, and not in the minutes after a device was heard first`() async throws {
        try await settings { _ in }
        try await device.appear()
        await bench.pass(seconds: 300)
        #expect(device.received.isEmpty)
        await bench.pass(seconds: 400)
        await bench.pass(seconds: 1)
        #expect(device.received.map { $0.commandNumber } == [.readClock])
        try await device.finish()
        for _ in 0..<23 { await bench.pass(seconds: 3_600) }
        #expect(device.received.count == 1)
        await bench.pass(seconds: 3_700)
        await bench.pass(seconds: 1)
        #expect(device.received.count == 2)
        let first = try await bench.commands().last
        #expect(first?.origin == .clockCheck && first?.actor == "system")
    }

    @Test(arguments: [(DeskBench.own, true), (DeskBench.foreign, true), (DeskBench.own, false)])
    func `a wrong clock is set only on the bureau's own device and only when switched on`(mn: String, isOn: Bool)
        async throws
    {
        try await settings { $0.setsClocks = isOn }
        let device = VirtualDevice(mn, on: bench)
        try await device.appear()
        try await bench.ask(.readClock, of: mn)
        await bench.pass(seconds: 1)
        try await device.say(1011, "SystemTime=20261122080501", qn: device.lastNumber)
        try await device.finish()
        await bench.pass(seconds: 1)
        // Five minutes ahead at eight: not before half past the first minute, or the hour from seven would be made twice.
        await bench.passSlowly(seconds: 20)
        #expect(device.received.count == 1)
        await bench.passSlowly(seconds: 20)
        let isSet = device.received.contains { $0.commandNumber == .setClock }
        #expect(isSet == (mn == DeskBench.own && isOn))
        if isSet {
            let time = device.received.last?.parameter("SystemTime").flatMap { DataTime(digits: $0.bytes) }
            let sent = try await bench.commands(of: mn).first?.startedMilliseconds
            #expect(time?.unixSeconds == sent.map { ($0 + 500) / 1_000 })
        }
    }

    @Test func `a device that asks for the time gets it where that is switched on`() async throws {
        try await settings { $0.setsClocks = true }
        try await device.appear()
        try await device.say(1013, "", qn: "20261122080000002", version: 5)
        await bench.pass(seconds: 1)
        await bench.pass(seconds: 1)
        #expect(device.received.map { $0.commandNumber } == [.setClock])
    }

    @Test func `records rebuild to the same table of commands`() async throws {
        try await device.appear()
        try await bench.ask(.readClock)
        await bench.pass(seconds: 1)
        try await device.say(1011, "SystemTime=20261122080501", qn: device.lastNumber)
        try await device.finish()
        await bench.pass(seconds: 1)
        try await bench.ask(.readSerial, ["factor": "w01018"])
        try await settings { _ in }
        let before = try await bench.bureau.dump()
        try await bench.bureau.book.rebuild()
        #expect(try await bench.bureau.dump() == before)
        #expect(before["device_command"]?.count == 2)
    }
}
