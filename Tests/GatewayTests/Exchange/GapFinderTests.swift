import HJ212
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Gateway

struct GapFinderTests {
    /// 2026-11-22 12:30 in Beijing, in milliseconds.
    private static let now: Int64 = 1_795_321_800_000

    private func finder(
        _ earlier: [DeviceCommand] = [], boundHoursAgo: Int64 = 10, dialect: Dialect = .v2017
    ) -> GapFinder {
        GapFinder(
            "A1", object: "S1", settings: DeviceSettings(), profile: DeviceProfile(dialect), now: Self.now,
            since: Self.now / 1_000 - boundHoursAgo * 3_600, earlier: earlier)
    }

    private func hours(_ hours: some Sequence<Int>) -> Set<DataTime> {
        Set(hours.compactMap { DataTime(year: 2026, month: 11, day: 22, hour: $0) })
    }

    private func spans(_ finder: GapFinder, present: Set<DataTime>) throws -> [String] {
        let expected = try #require(finder.expected(GapFinder.kinds[0]))
        return finder.requests(GapFinder.kinds[0], expected: expected, present: present).map {
            "\($0.parameters["begin"]?.dropFirst(6).prefix(4) ?? "")–\($0.parameters["end"]?.dropFirst(6).prefix(4) ?? "")"
        }
    }

    private func earlier(
        _ begin: Int, _ end: Int, _ outcome: CommandOutcome?, minutesAgo: Int64 = 60
    ) -> DeviceCommand {
        let label = { (hour: Int) in DataTime(year: 2026, month: 11, day: 22, hour: hour)?.text ?? "" }
        let time = Self.now - minutesAgo * 60_000
        return DeviceCommand(
            id: "", sequence: 1, mn: "A1", name: "history-hours",
            parameters: ["begin": label(begin), "end": label(end)], reason: "", basis: "", matter: "", noticeOn: "",
            noticeManner: "", origin: .gap, actor: "system", requestedMilliseconds: time, confirmedBy: nil,
            withdrawnBy: nil, withdrawalReason: nil, stage: outcome == nil ? .running : .ended, qn: nil,
            startedMilliseconds: time, endedMilliseconds: outcome == nil ? nil : time, outcome: outcome, answer: [:],
            driftMilliseconds: nil, lateCode: nil, sent: [], received: [], receivedCount: 0)
    }

    @Test func `hours are owed from the first that began after the device was bound to the last whose grace is over`()
        throws
    {
        let expected = try #require(finder().expected(GapFinder.kinds[0]))
        // Bound at 02:30; at 12:30 the hour from 9 to 10 is two and a half hours old.
        #expect(expected.lowerBound.text == "20261122030000")
        #expect(expected.upperBound.text == "20261122090000")
        #expect(finder(boundHoursAgo: 1).expected(GapFinder.kinds[0]) == nil)
    }

    @Test func `each run of missing hours is one request, the newest first, and what is there is not asked for`() throws
    {
        #expect(try spans(finder(), present: hours([3, 4, 6, 9])) == ["2207–2208", "2205–2205"])
        #expect(try spans(finder(), present: hours(3...9)).isEmpty)
    }

    @Test func `what a device says it has not is not asked for again, and nothing more than twice`() throws {
        #expect(try spans(finder([earlier(7, 8, .finished(100))]), present: hours(3...6)) == ["2209–2209"])
        #expect(try spans(finder([earlier(9, 9, .finished(1))]), present: hours(3...8)) == ["2209–2209"])
        let twice = [earlier(9, 9, .finished(1)), earlier(9, 9, .finished(1), minutesAgo: 200)]
        #expect(try spans(finder(twice), present: hours(3...8)).isEmpty)
    }

    @Test func `after refusals the pauses grow, and a success ends them`() {
        let refused = { (minutes: Int64) in earlier(3, 3, .refused(2), minutesAgo: minutes) }
        #expect(finder([]).mayAsk)
        #expect(!finder([refused(59)]).mayAsk)
        #expect(finder([refused(61)]).mayAsk)
        #expect(!finder([refused(61), refused(300)]).mayAsk)
        #expect(finder([refused(121), refused(300)]).mayAsk)
        #expect(
            !finder([refused(1_000), refused(1_100), refused(1_200), refused(1_300), refused(1_400), refused(1_410)])
                .mayAsk)
        #expect(finder([earlier(3, 3, .finished(1), minutesAgo: 1), refused(2), refused(3)]).mayAsk)
    }

    @Test func `nothing is asked while a request is out, nor beyond the number of a day`() {
        #expect(!finder([earlier(3, 3, nil)]).mayAsk)
        let many = (0..<GapFinder.greatestDayCount).map { earlier(3, 3, .finished(1), minutesAgo: Int64(60 + $0)) }
        #expect(!finder(many).mayAsk)
        #expect(finder(Array(many.dropLast())).mayAsk)
    }

    @Test func `a device that sends no minutes is not asked for minutes`() throws {
        let minutes = GapFinder.kinds[2]
        let expected = try #require(finder().expected(minutes))
        #expect(finder().requests(minutes, expected: expected, present: []).isEmpty)
        let some = Set([expected.upperBound])
        #expect(!finder().requests(minutes, expected: expected, present: some).isEmpty)
    }

    @Test func `missing hours are asked for by themselves, and what is sent again becomes readings like any other`()
        async throws
    {
        let bench = try await DeskBench()
        let device = VirtualDevice(on: bench)
        // Bound at 8:00; at 13:00 the hours from 8 to 10 are due, and only that of 9 has come.
        await bench.pass(seconds: 5 * 3_600)
        try await device.appear()
        try await device.say(2061, "DataTime=20261122090000;a34004-Avg=35,a34004-Flag=N", qn: "20261122100000000")
        try await bench.bureau.projectAllPackets()
        await bench.pass(seconds: 700)
        await bench.pass(seconds: 1)
        var asked: [String] = []
        for _ in 0..<40 where asked.count < 2 {
            if let last = device.received.last, last.commandNumber == .hourData, !asked.contains(device.lastNumber) {
                asked.append(device.lastNumber)
                try await device.accept()
                let label = last.parameter("BeginTime")?.string ?? ""
                try await device.say(
                    2061, "DataTime=\(label);a34004-Avg=41,a34004-Flag=N", qn: "2026112213000000\(asked.count)")
                try await device.finish()
            } else if device.received.last?.commandNumber == .readClock {
                try await device.finish()
            }
            await bench.pass(seconds: 4)
        }
        let gaps = try await bench.commands().filter { $0.origin == .gap }
        #expect(gaps.map { $0.parameters["begin"] } == ["20261122080000", "20261122100000"])
        #expect(gaps.allSatisfy { $0.outcome == .finished(1) && $0.actor == "system" && !$0.reason.isEmpty })
        try await bench.bureau.projectAllPackets()
        for _ in 0..<3 { await bench.pass(seconds: 601) }
        #expect(try await bench.commands().count { $0.origin == .gap && $0.outcome != nil } == 2)
    }
}
