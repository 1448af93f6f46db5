package import Standards

/// Over what a noise table is judged.
package enum NoiseSpan: String, Hashable, Sendable, CaseIterable {
    case day, month, quarter, year

    /// The period a date lies in, as the table names it: `2026-03-01`, `2026-03`, `2026-Q1`, `2026`.
    package func name(of date: CivilDate) -> String {
        let text = date.description
        return switch self {
        case .day: text
        case .month: String(text.prefix(7))
        case .quarter: "\(text.prefix(4))-Q\((date.month + 2) / 3)"
        case .year: String(text.prefix(4))
        }
    }
}
