package import Standards

/// Over what a noise table is judged.
package enum NoiseSpan: String, Hashable, Sendable, CaseIterable {
    case day, month, quarter, year

    /// The period a date lies in, as the table names it: `2026-03-01`, `2026-03`, `2026-Q1`, `2026`.
    package func name(of date: CivilDate) -> String {
        switch self {
        case .day: date.description
        case .month: date.monthText
        case .quarter: date.quarterText
        case .year: date.yearText
        }
    }
}
