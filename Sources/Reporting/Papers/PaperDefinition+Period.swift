package import Standards

extension PaperDefinition {
    /// How addresses and records name the period that a date lies in: `2026`, `2026-10` or `2026-11-21`.
    package func address(of date: CivilDate) -> String {
        switch period {
        case .year: String(date.year)
        case .month: String(date.description.prefix(7))
        default: date.description
        }
    }
}
