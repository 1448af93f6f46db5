package import Standards

/// How `air period` is asked to evaluate.
package struct AirPeriodOptions: Hashable, Sendable {
    /// How long the periods are.
    package let kind: AirPeriod.Kind
    /// What they are compared with; nil for nothing.
    package let comparison: PeriodComparison?
    /// Ids of rules that judge instead of those of the day: of GB 3095, HJ 663, HJ 633 or the composite index.
    package let standards: [String]
    /// The day whose rules judge all rows; nil for the days of the data.
    package let asOf: CivilDate?
    /// Whether statistics of periods with too few days are printed; they are never judged.
    package let printsIncomplete: Bool
    /// Whether a column says how each value came about.
    package let explains: Bool

    package init(
        kind: AirPeriod.Kind, comparison: PeriodComparison? = nil, standards: [String] = [], asOf: CivilDate? = nil,
        printsIncomplete: Bool = false, explains: Bool = false
    ) {
        self.kind = kind
        self.comparison = comparison
        self.standards = standards
        self.asOf = asOf
        self.printsIncomplete = printsIncomplete
        self.explains = explains
    }
}

extension PeriodComparison {
    /// The period that one is compared with.
    func period(before period: AirPeriod) -> AirPeriod {
        self == .yearOnYear ? period.yearBefore : period.previous
    }
}
