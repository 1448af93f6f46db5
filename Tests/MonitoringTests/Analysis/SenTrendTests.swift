import Monitoring
import Standards
import Testing

struct SenTrendTests {
    private static let season: [Int] = [60, 55, 45, 40, 30, 25, 20, 22, 28, 35, 50, 58]

    @Test func `a straight line with a season has its own slope, in two years as in five`() throws {
        for years in [2, 3, 5] {
            let values = (0..<(12 * years)).map { (place: Int) -> Int? in
                1_000 + 10 * Self.season[place % 12] - 3 * place
            }
            let trend = try #require(SenTrend(AnalysisFixture.months(values), rule: try AnalysisFixture.rule()))
            #expect(trend.slope == -36)
            #expect(trend.interval == -36 ... -36)
            #expect(trend.isSignificant)
        }
    }

    @Test func `the interval is that of scipy`() throws {
        let noise: [Int] = [
            3, -2, 1, 0, -1, 4, -3, 2, 0, -2, 1, 5, -4, 2, 0, 1, -1, 3, -2, 0, 2, -3, 4, -1, 1, 0, -5, 2, 3, -2, 1, 0,
            -1, 2, -3, 4,
        ]
        let values = (0..<36).map { (place: Int) -> Int? in
            10 * Self.season[place % 12] - 2 * place + 7 * noise[place]
        }
        let trend = try #require(SenTrend(AnalysisFixture.months(values), rule: try AnalysisFixture.rule()))
        // scipy 1.17.1, stats.theilslopes over the deseasonalised months: -2.1458333, (-2.6591667, -1.5841049) a month.
        #expect(trend.slope == (try Rational(numerator: -103, denominator: 4)))
        let interval = try #require(trend.interval)
        #expect(try interval.lowerBound.rounded(decimals: 2) == AnalysisFixture.decimal("-31.91"))
        #expect(try interval.upperBound.rounded(decimals: 4) == AnalysisFixture.decimal("-19.0093"))
    }

    @Test func `months that are not valid take no part, and too few give no trend`() throws {
        let rule = try AnalysisFixture.rule()
        var values: [Int?] = (0..<30).map { 500 - 3 * $0 }
        for gap in [3, 4, 9, 20, 21] { values[gap] = nil }
        #expect(SenTrend(AnalysisFixture.months(values), rule: rule)?.slope == -36)
        #expect(SenTrend(AnalysisFixture.months(values), rule: rule)?.months.count == 25)
        values[1] = nil
        values[2] = nil
        #expect(SenTrend(AnalysisFixture.months(values), rule: rule) == nil)
    }

    @Test func `a month needs 27 daily means, a February 25`() throws {
        let rule = try AnalysisFixture.rule()
        func days(_ count: Int, from text: String) -> [(date: CivilDate, value: Rational)] {
            (0..<count).map { ((CivilDate(text) ?? .first).adding(days: $0), Rational($0)) }
        }
        let months = MonthlyMean.months(
            days(26, from: "2026-01-01") + days(25, from: "2026-02-01") + days(27, from: "2026-03-01"), rule: rule)
        #expect(months.map(\.mean) == [nil, 12, 13])
        #expect(months.map(\.days) == [26, 25, 27])
    }
}
