import Monitoring
import Standards
import Testing

struct TimeVariationTests {
    private static let first = CivilDate("2026-11-02") ?? .first

    /// Hours of so many days from a Monday on.
    private static func hours(days: Int, count: (Int) -> Int = { _ in 24 }, _ value: (Int, Int) -> Int)
        -> [AnalysisHour]
    {
        (0..<days).flatMap { day in
            (0..<count(day)).map { hour in
                AnalysisHour(
                    start: Instant(beijing: first.adding(days: day), hour: hour), value: ExactDecimal(value(day, hour)))
            }
        }
    }

    private static func kind(_ date: CivilDate) -> TimeVariation.DayKind {
        if date == first.adding(days: 9) { return .holiday }
        return date.weekday > 5 ? .weekend : .workday
    }

    @Test func `each hour of the day is the mean of that hour over days`() throws {
        let variation = TimeVariation(
            Self.hours(days: 14) { $1 + ($0.isMultiple(of: 2) ? 10 : 0) }, rule: try AnalysisFixture.rule(),
            decimals: 1,
            kind: Self.kind)
        #expect(variation.hours.map(\.mean) == (0..<24).map { Rational($0 + 5) })
        #expect(variation.hours.allSatisfy { $0.count == 14 && $0.halfWidth == nil })
        #expect(variation.hourCount == 14 * 24)
    }

    @Test func `days off stand apart from the days of the week`() throws {
        let variation = TimeVariation(
            Self.hours(days: 14) { day, _ in day }, rule: try AnalysisFixture.rule(), decimals: 1, kind: Self.kind)
        // Day 9 is a Wednesday off: Wednesday keeps day 2 alone.
        #expect(variation.weekdays.map(\.count) == [2, 2, 1, 2, 2, 2, 2, 1])
        #expect(variation.weekdays[2].mean == 2)
        #expect(variation.weekdays[7].mean == 9)
        #expect(variation.hoursByKind[.holiday]?[0].count == 1)
        #expect(variation.hoursByKind[.weekend]?[0].count == 4)
    }

    @Test func `a day with fewer than twenty hours has no daily mean, and its hours still count by the hour`() throws {
        let variation = TimeVariation(
            Self.hours(days: 2, count: { $0 == 0 ? 19 : 20 }) { _, hour in hour }, rule: try AnalysisFixture.rule(),
            decimals: 1, kind: Self.kind)
        #expect(variation.dayCount == 1)
        #expect(variation.hours[0].count == 2)
        #expect(variation.hours[19].count == 1)
        #expect(variation.months[10].count == 1)
    }

    @Test func `an interval is given from thirty values on`() throws {
        let rule = try AnalysisFixture.rule()
        let wide = TimeVariation(
            Self.hours(days: 30) { day, _ in day.isMultiple(of: 2) ? 10 : 20 }, rule: rule, decimals: 2, kind: Self.kind
        )
        // s² = 30·25/29, 1.96·√(s²/30) = 1.8198…
        #expect(wide.hours[0].halfWidth == AnalysisFixture.decimal("1.82"))
        let narrow = TimeVariation(
            Self.hours(days: 29) { day, _ in day }, rule: rule, decimals: 2, kind: Self.kind)
        #expect(narrow.hours[0].halfWidth == nil)
    }
}
