import Catalog
import Gateway
import Standards
import Testing

struct HourCompletenessTests {
    private static let hour: Int64 = 1_795_302_000
    private static let expectation = DeviceExpectation(realtimeSeconds: 60, minuteSeconds: 600, hourSeconds: 3_600)

    private func judge(
        _ hour: DeviceHour?, after seconds: Int64 = 7_200, known: Int64 = 0,
        _ expectation: DeviceExpectation = expectation
    ) -> HourCompleteness {
        HourCompleteness.judge(
            start: Self.hour, hour, period: hour, expectation, leastMinutes: 45, known: known, now: Self.hour + seconds)
    }

    private func came(realtime: Int, minute: Int, hour: Int) -> DeviceHour {
        DeviceHour(mn: "A", start: Self.hour, realtimeMinutes: realtime, minuteData: minute, hourData: hour)
    }

    @Test func `forty-five minutes with hour data make a full hour`() {
        #expect(judge(came(realtime: 45, minute: 5, hour: 1)).state == .full)
        #expect(judge(came(realtime: 44, minute: 5, hour: 1)).state == .partial)
        #expect(judge(came(realtime: 60, minute: 6, hour: 0)).state == .partial)
    }

    @Test func `an hour is missing only when it is over and its packet may have come`() {
        #expect(judge(nil).state == .missing)
        #expect(judge(nil, after: 3_600).state == .due)
        #expect(judge(came(realtime: 20, minute: 2, hour: 0), after: 1_200).state == .due)
    }

    @Test func `nothing is expected before a device was known, nor of one that sends nothing of the kind`() {
        #expect(judge(nil, known: Self.hour + 3_600).state == .none)
        #expect(judge(came(realtime: 0, minute: 0, hour: 1), known: Self.hour + 3_600).state == .full)
        let silent = DeviceExpectation(realtimeSeconds: nil, minuteSeconds: nil, hourSeconds: nil)
        #expect(judge(nil, silent).state == .none)
    }

    @Test func `a packet of four hours is of all of them`() {
        let expectation = DeviceExpectation(realtimeSeconds: nil, minuteSeconds: nil, hourSeconds: 14_400)
        // 2026-11-22T04:00+08:00, where a period of four hours begins.
        let start: Int64 = 1_795_291_200
        let came = DeviceHour(mn: "A", start: start, realtimeMinutes: 0, minuteData: 0, hourData: 1)
        let hours = HourCompleteness.hours(
            [came], from: start, to: start + 5 * 3_600, expectation, leastMinutes: 45, known: 0, now: start + 36_000)
        #expect(hours.map(\.state) == [.full, .full, .full, .full, .missing])
    }

    @Test func `the rates of a device are those of the rule: received of expected, times full of received`() throws {
        let catalog = try RuleCatalog.load(overlay: nil)
        let rules = try CompletenessRules(catalog, on: CivilDate(year: 2026, month: 11, day: 22) ?? .first)
        #expect(rules.leastMinutes == 45)
        let hours = [
            judge(came(realtime: 60, minute: 6, hour: 1)), judge(came(realtime: 60, minute: 6, hour: 1)),
            // Hour data without enough minutes: it came, and is not full. Minutes without hour data: it did not come.
            judge(came(realtime: 10, minute: 1, hour: 1)), judge(came(realtime: 60, minute: 6, hour: 0)), judge(nil),
            judge(nil, after: 600), judge(nil, known: Self.hour + 3_600),
        ]
        let rates = try rules.rates(of: hours)
        #expect([rates.expected, rates.received, rates.valid] == [5, 3, 2])
        #expect(rates.transferRate == (try Rational(numerator: 3, denominator: 5)))
        #expect(rates.effectiveRate == (try Rational(numerator: 2, denominator: 5)))
    }
}
