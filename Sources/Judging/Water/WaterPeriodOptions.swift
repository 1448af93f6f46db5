package import Standards

/// How `water period` gathers samples.
package struct WaterPeriodOptions: Hashable, Sendable {
    /// What one row of the result is about.
    package enum Level: String, CaseIterable, Hashable, Sendable {
        /// A section and a period.
        case section
        /// A river (or lake) and a period.
        case river
    }

    /// The length of the periods.
    package let length: WaterPeriodLength
    /// What one row is about.
    package let level: Level
    /// What a period is compared with; nil for nothing.
    package let comparison: PeriodComparison?
    /// Which standard judges.
    package let choice: RuleChoice
    /// Whether ice prevented sampling in the months that are lacking.
    package let hasIce: Bool
    /// Whether one more column tells how each class came about.
    package let explains: Bool

    package init(
        length: WaterPeriodLength, level: Level = .section, comparison: PeriodComparison? = nil,
        choice: RuleChoice = .ofTheDay, hasIce: Bool = false, explains: Bool = false
    ) {
        self.length = length
        self.level = level
        self.comparison = comparison
        self.choice = choice
        self.hasIce = hasIce
        self.explains = explains
    }
}

extension PeriodComparison {
    /// The first day of the earlier period.
    func start(before start: CivilDate, _ length: WaterPeriodLength) -> CivilDate {
        self == .yearOnYear ? start.adding(years: -1) : start.adding(months: -length.months)
    }
}
