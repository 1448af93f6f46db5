import Monitoring
import Standards
import Testing

struct AlertRunsTests {
    /// Hours from midnight on; nil is a gap.
    private static func hours(_ values: [Int?]) -> [AnalysisHour] {
        let first = Instant(beijing: CivilDate("2026-11-20") ?? .first)
        return values.enumerated().compactMap { place, value in
            value.map { AnalysisHour(start: first.adding(seconds: place * 3_600), value: ExactDecimal($0)) }
        }
    }

    @Test(
        arguments: [
            ([76, 76, 10], 2, [2]), ([75, 76, 75, 76, 76, 76], 2, [3]), ([76, nil, 76], 2, []),
            ([80, 81, nil, 90, 91], 2, [2, 2]),
            ([76], 1, [1]), ([], 1, []),
        ] as [([Int?], Int, [Int])])
    func `only hours in a row above the limit are a stretch`(values: [Int?], least: Int, lengths: [Int]) {
        #expect(AlertRuns.above(75, Self.hours(values), least: least).map(\.hours) == lengths)
    }

    @Test(
        arguments: [
            ([10, 20, 30, 40, 50], 4, 40, [5]), ([10, 20, 30, 40, 49], 4, 40, []), ([10, 20, 20, 40, 60], 4, 40, []),
            ([10, 20, nil, 40, 60, 80, 100, 120], 4, 40, [5]), ([50, 10, 20, 30, 40, 50, 5], 4, 40, [5]),
        ] as [([Int?], Int, Int, [Int])])
    func `a rise is hour after hour without a gap, and large enough`(
        values: [Int?], over: Int, rise: Int, lengths: [Int]
    ) {
        let found = AlertRuns.rising(by: ExactDecimal(rise), Self.hours(values), over: over)
        #expect(found.map(\.hours) == lengths)
    }
}
