import Standards

extension ExactDecimal {
    /// More decimals than this come from a change of unit (ng to µg), not from the instrument.
    private static let greatestDecimals = 3

    /// The value as sent; zeros that a change of unit left behind are dropped.
    var screenText: String { scale > Self.greatestDecimals ? normalized.description : description }
}
