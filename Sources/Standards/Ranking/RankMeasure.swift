/// One measure of a ranking scheme.
public struct RankMeasure: Hashable, Sendable {
    /// Where the value comes from when the table has no column of the measure's own name.
    public enum Origin: Hashable, Sendable {
        /// It must be in the table.
        case given
        /// The composite index of the six items (HJ 663), computed.
        case composite
        /// The rate of change in per cent, `(value − before) / before × 100`, of a measure or column against another column.
        case change(of: String, from: String)
    }

    /// The name of its column: `pm25`, `pm25_change`.
    public let key: String
    /// The name for people, from the file.
    public let title: String
    /// Which end is the better one.
    public let better: RankDirection
    /// Its share in the score; nil for a measure that only breaks ties.
    public let weight: Rational?
    /// Decimals to which values are rounded before they are compared; nil compares them as they are.
    public let decimals: Int?
    /// Where the value comes from.
    public let origin: Origin

    /// Makes a measure; it is checked when a scheme is made of it.
    public init(
        key: String, title: String, better: RankDirection, weight: Rational?, decimals: Int?, origin: Origin = .given
    ) {
        self.key = key
        self.title = title
        self.better = better
        self.weight = weight
        self.decimals = decimals
        self.origin = origin
    }

    /// The value as it is compared.
    ///
    /// - Throws: `.overflow` when the rounded value does not fit.
    public func compared(_ value: Rational) throws(StandardsError) -> Rational {
        guard let decimals else { return value }
        return try value.rounded(decimals: decimals).rational
    }

    /// The rate of change in per cent, exact; positive is a rise.
    ///
    /// - Throws: `.divisionByZero` when the earlier value is zero.
    public static func changePercent(_ value: Rational, from before: Rational) throws(StandardsError) -> Rational {
        try (value - before) * 100 / before
    }
}
