import Standards
import Testing

/// The path over whole numbers gives what the exact path gives.
struct AirSeriesTests {
    private let rule: AirStatisticsRule
    private let first = CivilDate(year: 2024, month: 1, day: 1) ?? .first

    init() throws {
        rule = try AirStatisticsFixture.rule()
    }

    /// Hours rich in gaps, ties, limits and values that make means end in a half.
    private func hours(days: Int, decimals: Int, gaps: Int, _ chance: inout SplitMix) -> [ExactDecimal?] {
        let popular: [Int64] = [0, 35, 75, 150, 159, 160, 161, 162, 800]
        return (0..<(days * 24)).map { _ in
            if Int.random(in: 0..<100, using: &chance) < gaps { return nil }
            let isPopular = Bool.random(using: &chance)
            let digits =
                isPopular ? popular.randomElement(using: &chance) ?? 0 : Int64.random(in: 0...400, using: &chance)
            let scale = decimals == 0 ? 0 : Int.random(in: 0...decimals, using: &chance)
            return ExactDecimal(significand: digits, scale: scale)
        }
    }

    private func day(_ hours: [ExactDecimal?], _ day: Int) -> [ExactDecimal?] {
        Array(hours[(day * 24)..<(day * 24 + 24)])
    }

    @Test(arguments: [(0, 0), (0, 5), (0, 16), (1, 10), (1, 30), (3, 12), (4, 17), (6, 10), (18, 10)])
    func `day means and ozone days are those of the exact path`(decimals: Int, gaps: Int) throws {
        var chance = SplitMix(seed: UInt64(decimals * 100 + gaps))
        let hours = hours(days: 90, decimals: decimals, gaps: gaps, &chance)
        let series = AirHourSeries(hours)
        #expect(series.isScaled == (decimals <= 4))
        let means = try rule.dayMeans(of: series)
        let ozone = try rule.ozoneDays(of: series)
        #expect(means.isScaled == series.isScaled)
        #expect(ozone.count == 90)
        var valid = 0
        for place in 0..<90 {
            let mean = try rule.dayMean(ofHours: day(hours, place)).validMean
            let maximum = try rule.ozoneDay(ofHours: day(hours, place)).validMaximum
            #expect(means[place] == mean)
            #expect(ozone[place] == maximum)
            for rounding in [0, 1] {
                #expect(try means.rounded(place, decimals: rounding) == mean?.rounded(decimals: rounding))
                #expect(try ozone.rounded(place, decimals: rounding) == maximum?.rounded(decimals: rounding))
            }
            valid += mean == nil ? 0 : 1
        }
        #expect(valid > 0 || gaps > 20)
    }

    @Test(arguments: [0, 4, 6])
    func `statistics of every kind of period are those of the exact path`(decimals: Int) throws {
        var chance = SplitMix(seed: UInt64(decimals) + 7)
        for gaps in [3, 14] {
            let hours = hours(days: 366, decimals: decimals, gaps: gaps, &chance)
            let days = try rule.dayMeans(of: AirHourSeries(hours))
            let exact = try (0..<366).map { try rule.dayMean(ofHours: day(hours, $0)).validMean }
            for (kind, offset) in [
                (AirPeriod.Kind.month, 40), (.month, 360), (.quarter, 100), (.half, 200), (.year, 0),
            ] {
                let period = try #require(AirPeriod(kind, containing: first.adding(days: offset)))
                let start = first.days(until: period.first)
                let slice = Array(exact[start..<(start + period.dayCount)])
                let item = try #require(AirItem.allCases.randomElement(using: &chance))
                let fast = try rule.statistics(of: item, days: days, startingOn: first, in: period)
                #expect(try fast == rule.statistics(of: item, days: slice, in: period))
            }
        }
    }

    @Test
    func `digits taken as they are give the same as decimals`() throws {
        var chance = SplitMix(seed: 3)
        let digits = (0..<(24 * 31)).map { _ in
            Int.random(in: 0..<9, using: &chance) == 0 ? AirHourSeries.gap : Int32.random(in: 0...99, using: &chance)
        }
        let decimals = digits.map { $0 == AirHourSeries.gap ? nil : ExactDecimal(significand: Int64($0), scale: 1) }
        let left = try rule.dayMeans(of: AirHourSeries(digits: digits, scale: 1))
        let right = try rule.dayMeans(of: AirHourSeries(decimals))
        for day in 0..<31 { #expect(left[day] == right[day]) }
        #expect(throws: StandardsError.self) { try AirHourSeries(digits: digits, scale: 5) }
    }

    @Test
    func `values too large for the fast path take the exact one`() throws {
        let large = ExactDecimal(significand: 3_000_000_000, scale: 0)
        let hours = [ExactDecimal?](repeating: large, count: 24)
        let series = AirHourSeries(hours)
        #expect(!series.isScaled)
        #expect(try rule.dayMeans(of: series)[0] == large?.rational)
        // The largest values that fit, over more days than a sum in 64 bits holds.
        let most = try AirHourSeries(digits: [Int32](repeating: .max, count: 24 * 20_300), scale: 0)
        let days = try rule.dayMeans(of: most)
        #expect(!days.isScaled)
        #expect(days[20_299] == Rational(Int(Int32.max)))
    }

    @Test
    func `hours must be whole days and the series must cover the period`() throws {
        #expect(throws: StandardsError(.wrongCount, subject: "hours", value: "25")) {
            try rule.dayMeans(of: AirHourSeries([ExactDecimal?](repeating: 1, count: 25)))
        }
        let days = try rule.dayMeans(of: AirHourSeries([ExactDecimal?](repeating: 1, count: 24 * 30)))
        let period = try #require(AirPeriod(.month, containing: first))
        #expect(throws: StandardsError(.wrongCount, subject: "days", value: "30")) {
            try rule.statistics(of: .so2, days: days, startingOn: first, in: period)
        }
    }
}
