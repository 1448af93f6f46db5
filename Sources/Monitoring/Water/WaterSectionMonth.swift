package import Standards
import Storage

/// A section's month as it stands.
package struct WaterSectionMonth: Sendable {
    package let section: String
    /// The first day of the month.
    package let month: CivilDate
    /// Nil when nothing could be judged.
    package let waterClass: WaterClass?
    package let target: WaterClass?
    /// Whether the target is met; nil when there is no class or no target.
    package let isMet: Bool?
    /// The id of the standard.
    package let rule: String
    package let items: [Item]

    /// The month's mean of one item.
    package struct Item: Sendable {
        package let item: WaterItem
        /// Exact; nil for pH, whose mean is no fraction.
        package let mean: Rational?
        /// Rounded to the assessment decimals: what is judged.
        package let assessed: String
        package let count: Int
        package let waterClass: WaterClass?
        /// 1 for the first of the main pollution indicators; nil for none.
        package let indicatorRank: Int?
        /// How far over class III, exact; nil when not over or without multiple.
        package let multiple: Rational?
    }
}
