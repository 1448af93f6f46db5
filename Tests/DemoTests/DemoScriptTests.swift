import Standards
import Testing

@testable import Demo

/// What happens on the day before the demo's day, as it shows in packets.
@Suite struct DemoScriptTests {
    let fixture: HistoryFixture
    let yesterday: CivilDate

    init() throws {
        fixture = try HistoryFixture()
        yesterday = fixture.script.yesterday
    }

    private func frame(_ line: String, _ hour: Int, onRequest: Bool = false) throws -> PlatformFrame? {
        let device = try fixture.device(line)
        let start = LocalHour(yesterday, hour: hour).start
        let transmission = Transmission(kind: .hour, period: start, due: start.adding(seconds: 3_610))
        return try device.packet(for: transmission, sentAt: transmission.due, onRequest: onRequest)
            .map { try PlatformFrame($0.bytes) }
    }

    @Test(arguments: 8..<18) func `a station is silent from 10 to 15 o'clock and gives the hours on request`(
        hour: Int
    ) throws {
        #expect(try (frame("D010A", hour) == nil) == (10..<15).contains(hour))
        #expect(try frame("D010A", hour, onRequest: true) != nil)
    }

    @Test func `particles jump at one station from 6 to 7 o'clock`() throws {
        func pm25(_ hour: Int) throws -> Int { try Int(#require(frame("D008A", hour)?.value("a34004-Avg"))) ?? 0 }
        #expect(try pm25(6) > 4 * pm25(5))
        #expect(try pm25(6) > 4 * pm25(7))
    }

    @Test(arguments: 21..<23) func `PM2.5 lies above PM10 at one station for two hours`(hour: Int) throws {
        let frame = try #require(try frame("D007A", hour))
        let fine = try #require(frame.value("a34004-Avg").flatMap { Int($0) })
        let coarse = try #require(frame.value("a34002-Avg").flatMap { Int($0) })
        #expect(fine > coarse)
        #expect(frame.value("a34002-Flag") == "N")
    }

    @Test(arguments: [
        ("D005A", 9, "a34004", "M"), ("D005A", 10, "a05024", "M"), ("D003A", 1, "a05024", "C"),
        ("D003A", 1, "a34004", "N"), ("D006A", 16, "a34002", "D"), ("D006A", 18, "a34002", "D"),
    ]) func `hours that are not valid carry their flag`(line: String, hour: Int, code: String, flag: String) throws {
        #expect(try frame(line, hour)?.value("\(code)-Flag") == flag)
    }

    @Test(arguments: 0..<24) func `one enterprise is over its limit for five hours and under it in the others`(
        hour: Int
    ) throws {
        let outlet = try #require(fixture.history.plan.enterprises.first { $0.behaviour == .exceeds }?.outlets.first)
        let limit = try #require(outlet.limits.first { $0.item == "nox" }.flatMap { Double($0.upper) })
        let value = try #require(try frame(outlet.device.line, hour)?.value("a21002-ZsAvg").flatMap { Double($0) })
        #expect((value > limit) == (13..<18).contains(hour))
    }

    @Test func `the converted concentration follows from the oxygen`() throws {
        let frame = try #require(try frame("E01", 3))
        let measured = try #require(frame.value("a21002-Avg").flatMap { Double($0) })
        let oxygen = try #require(frame.value("a19001-Avg").flatMap { Double($0) })
        let converted = try #require(frame.value("a21002-ZsAvg").flatMap { Double($0) })
        #expect(abs(converted - measured * (21 - 3.5) / (21 - oxygen)) <= 0.051)
    }

    @Test func `one enterprise sends nothing from noon on, whatever the kind`() throws {
        let device = try #require(fixture.devices.first { $0.silentFrom != nil })
        let noon = Instant(beijing: yesterday, hour: 12)
        #expect(device.silentFrom == noon)
        #expect(device.transmissions(after: noon, through: noon.adding(seconds: 3 * 86_400)).isEmpty)
        #expect(!device.transmissions(after: noon.adding(seconds: -3_600), through: noon).isEmpty)
        #expect(device.next(after: noon) == nil)
    }

    @Test func `an enterprise that works by shift flags its pauses F`() throws {
        // 2026-11-21 is a Saturday: working day, 8 to 20 o'clock.
        #expect(try frame("E03", 9)?.value("a24088-Flag") == "N")
        #expect(try frame("E03", 22)?.value("a24088-Flag") == "F")
    }

    @Test func `a section without water sends only heartbeats`() throws {
        let device = try #require(fixture.devices.first { $0.device.mn.hasSuffix("B8") })
        let now = Instant(beijing: fixture.script.today, hour: 12)
        let sent = device.transmissions(after: now.adding(seconds: -86_400), through: now).filter {
            device.packet(for: $0, sentAt: $0.due) != nil
        }
        #expect(Set(sent.map(\.kind)) == [.heartbeat])
    }

    /// A demo starts on any day of any year: the incidents must stand out on all of them.
    @Test(arguments: ["2026-01-01", "2026-03-01", "2026-07-15", "2027-02-28", "2028-03-01", "2031-10-04"])
    func `the incidents happen whatever the day of the demo`(day: String) throws {
        let today = try #require(CivilDate(day))
        let script = DemoScript(history: DemoHistory(plan: fixture.history.plan, today: today))
        let devices = DeviceSimulator.all(of: script)
        let outlet = try #require(devices.first { $0.device.line == "E01" })
        for offset in 0..<72 {
            let hour = LocalHour(today.adding(days: -3), hour: offset)
            let samples = try #require(outlet.samples(hour))
            let converted = try #require(samples.first { $0.channel.item == "nox" }?.converted)
            #expect((converted > 1_500) == (61..<66).contains(offset), "\(hour.start)")
        }
        let spiked = try #require(devices.first { $0.device.line == "D008A" })
        let levels = [5, 6, 7].map { spiked.samples(LocalHour(script.yesterday, hour: $0))?.first?.value ?? 0 }
        #expect(levels[1] > 4 * max(levels[0], levels[2]))
        let silent = try #require(devices.first { $0.device.line == "D010A" })
        #expect((10..<15).allSatisfy { silent.samples(LocalHour(script.yesterday, hour: $0)) == nil })
    }
}
