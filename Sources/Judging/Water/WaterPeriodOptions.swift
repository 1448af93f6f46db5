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
    /// Which standard judges.
    package let choice: RuleChoice
    /// Whether ice prevented sampling in the months that are lacking.
    package let hasIce: Bool
    /// Whether one more column tells how each class came about.
    package let explains: Bool

    package init(
        length: WaterPeriodLength, level: Level = .section, choice: RuleChoice = .ofTheDay, hasIce: Bool = false,
        explains: Bool = false
    ) {
        self.length = length
        self.level = level
        self.choice = choice
        self.hasIce = hasIce
        self.explains = explains
    }
}
