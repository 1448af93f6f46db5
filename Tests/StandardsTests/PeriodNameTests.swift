import Standards
import Testing

/// Names of calendar periods.
struct PeriodNameTests {
    @Test(arguments: [
        ("2026-01-01", "2026-01 2026-Q1 2026-H1 2026"), ("2026-03-31", "2026-03 2026-Q1 2026-H1 2026"),
        ("2026-04-01", "2026-04 2026-Q2 2026-H1 2026"), ("2026-06-30", "2026-06 2026-Q2 2026-H1 2026"),
        ("2026-07-01", "2026-07 2026-Q3 2026-H2 2026"), ("2026-10-01", "2026-10 2026-Q4 2026-H2 2026"),
        ("2026-12-31", "2026-12 2026-Q4 2026-H2 2026"),
    ])
    func `a day lies in one month, quarter, half and year`(day: String, names: String) throws {
        let date = try #require(CivilDate(day))
        #expect([date.monthText, date.quarterText, date.halfText, date.yearText].joined(separator: " ") == names)
    }
}
