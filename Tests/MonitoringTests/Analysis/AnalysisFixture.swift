import Catalog
import Monitoring
import Standards

/// What the tests of analysis share.
enum AnalysisFixture {
    static func rule() throws -> AnalysisRule {
        try AnalysisRule(RuleCatalog.load(overlay: nil, environment: [:]), on: CivilDate("2026-11-20") ?? .first)
    }

    static func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }

    /// Whole values, one a month from January 2024 on.
    static func months(_ values: [Int?]) -> [MonthlyMean] {
        let first = CivilDate("2024-01-01") ?? .first
        return values.enumerated().map { place, value in
            MonthlyMean(month: first.adding(months: place), days: 30, mean: value.map { Rational($0) })
        }
    }
}
