/// Whether a period meets the limits of GB 3095, item by item (达标评价).
public struct AirAttainment: Hashable, Sendable {
    /// One statistic against one limit.
    public struct Check: Hashable, Sendable {
        /// The item.
        public let item: AirItem
        /// Mean or percentile.
        public let statistic: AirStatistic
        /// The value compared, rounded as the rule says.
        public let value: ExactDecimal
        /// The limit.
        public let limit: ExactDecimal
        /// 超标倍数, rounded; nil when the limit is met.
        public let multiple: ExactDecimal?

        /// Whether the value is above the limit.
        public var exceeds: Bool { value > limit }
    }

    /// What is compared.
    public enum Scope: Hashable, Sendable {
        /// A year: the mean where GB 3095 limits it, and the percentile, of every item.
        case annual
        /// A shorter period as bulletins do it: the mean where there is a limit for the year, else the percentile.
        case bulletin
    }

    /// What was compared, in publication order.
    public let checks: [Check]
    /// Items without a valid statistic.
    public let undetermined: AirItemSet

    /// True when all six items meet their limits, false when one does not, nil while an item without valid statistics
    /// leaves it open.
    public var isAttained: Bool? {
        if checks.contains(where: \.exceeds) { return false }
        return undetermined.isEmpty ? true : nil
    }

    /// The items above a limit.
    public var exceedingItems: AirItemSet { AirItemSet(checks.filter(\.exceeds).map(\.item)) }
}
