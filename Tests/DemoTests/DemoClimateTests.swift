import Standards
import Testing

@testable import Demo

/// The model looks like the air of a northern Chinese district: rough bounds, no judgement of any standard.
@Suite struct DemoClimateTests {
    private struct Day {
        var pm25 = 0.0
        var pm10 = 0.0
        var ozone = 0.0
    }

    let history: DemoHistory

    init() throws {
        history = try HistoryFixture().history
    }

    /// Day means and the largest eight-hour mean of ozone of the first station, whether flagged or not.
    private func days(_ year: Int) throws -> [Day] {
        let first = try #require(CivilDate(year: year, month: 1, day: 1))
        return (0..<365).map { offset in
            let date = first.adding(days: offset)
            let hours = (0..<24).map { history.air(station: 0, at: LocalHour(date, hour: $0)) }
            func mean(_ item: AirItem, _ part: Range<Int>) -> Double {
                Double(hours[part].map { $0[item] }.reduce(0, +)) / Double(part.count)
            }
            let eight = (0...16).map { mean(.o3, $0..<($0 + 8)) }
            return Day(pm25: mean(.pm25, 0..<24), pm10: mean(.pm10, 0..<24), ozone: eight.max() ?? 0)
        }
    }

    @Test func `particles lie where such a district has them, last year a little higher`() throws {
        let last = try days(2025)
        let this = try days(2026)
        func mean(_ days: some Collection<Day>, _ value: KeyPath<Day, Double>) -> Double {
            days.map { $0[keyPath: value] }.reduce(0, +) / Double(days.count)
        }
        #expect((31...39).contains(mean(this, \.pm25)))
        #expect(mean(last, \.pm25) > mean(this, \.pm25))
        #expect((55...85).contains(mean(this, \.pm10)))
        let january = mean(this[0..<31], \.pm25)
        let july = mean(this[181..<212], \.pm25)
        #expect(january > 1.5 * july)
    }

    @Test(arguments: [2025, 2026]) func `ozone peaks in summer and sometimes exceeds 160`(year: Int) throws {
        let ozone = try days(year).map(\.ozone)
        let percentile = ozone.sorted()[328]
        #expect((155...190).contains(percentile))
        let summer: Double = ozone[151..<212].reduce(0, +)
        let winter: Double = ozone[0..<61].reduce(0, +)
        #expect(summer > 2 * winter)
    }

    @Test(arguments: [2025, 2026]) func `six to eight days of ten keep all limits of HJ 633-2026`(year: Int) throws {
        let good = try days(year).count { $0.pm25 <= 60 && $0.pm10 <= 120 && $0.ozone <= 160 }
        #expect((215...285).contains(good))
    }

    @Test func `PM2.5 is hardly ever above PM10`() {
        var above = 0
        for index in 0..<20_000 {
            let hour = history.air(station: index % 12, at: LocalHour(index: 490_000 + index))
            if hour.pm25 > hour.pm10 { above += 1 }
        }
        #expect(above < 20)
    }

    @Test func `our cosine and exponential agree with known values`() {
        // cos 0, 45°, 90°, 120°, 180°, 300°; e^−3, e^0, e^1, e^2.5
        let turns: [(Double, Double)] = [
            (0, 1), (0.125, 0.70710678), (0.25, 0), (1.0 / 3, -0.5), (0.5, -1), (5.0 / 6, 0.5), (-0.125, 0.70710678),
        ]
        for (turn, value) in turns { #expect(abs(Curve.wave(turn) - value) < 1e-6) }
        let powers: [(Double, Double)] = [(-3, 0.04978707), (0, 1), (1, 2.71828183), (2.5, 12.18249396)]
        for (power, value) in powers { #expect(abs(Curve.exponential(power) / value - 1) < 1e-7) }
    }
}
