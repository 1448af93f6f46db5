package import Standards

/// A stretch of days that a text names: 2024年, 2022年7月, 2024年上半年, 2024年一季度, 2024年1-11月, 2024年12月31日.
package struct PeriodMention: Hashable, Sendable {
    /// Columns from zero.
    let range: Range<Int>
    package let from: CivilDate
    package let to: CivilDate
    /// How it is read, for messages.
    package let name: String

    /// Number of days.
    package var days: Int { from.days(until: to) + 1 }
}
