/// How a figure is compared with that of the year or period before (同比、环比). Made from a catalog file.
///
/// Published, rounded values are compared: a reader of two bulletins must come to the same change.
public struct ComparisonRule: Hashable, Sendable {
    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// Decimals of a change in per cent.
    public let percentDecimals: Int
    /// The word for each direction, as bulletins print it.
    public let words: [Comparison.Direction: String]

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` when a direction has no word, or for decimals outside 0 … 18.
    public init(
        id: String, title: String, percentDecimals: Int, words: [Comparison.Direction: String]
    ) throws(StandardsError) {
        for direction in Comparison.Direction.allCases where words[direction] == nil {
            throw StandardsError(.invalidRule, subject: direction.rawValue)
        }
        guard (0...ExactDecimal.maximumScale).contains(percentDecimals) else {
            throw StandardsError(.invalidRule, subject: "percentDecimals")
        }
        self.id = id
        self.title = title
        self.percentDecimals = percentDecimals
        self.words = words
    }

    /// Compares concentrations or indices: `(a − b) / b` in per cent. From nothing (b = 0) there is no per cent.
    ///
    /// - Throws: `.overflow` for numbers of more than 19 digits.
    public func change(from before: ExactDecimal, to now: ExactDecimal) throws(StandardsError) -> Comparison {
        let difference = Rational(now) - Rational(before)
        let percent: ExactDecimal? =
            if before.isZero { nil } else {
                try (difference * 100 / Rational(before)).rounded(decimals: percentDecimals)
            }
        return try comparison(before, now, percent: percent)
    }

    /// Compares shares in per cent, in percentage points (百分点), or numbers of days: by subtraction.
    ///
    /// - Throws: `.overflow` for numbers of more than 19 digits.
    public func difference(from before: ExactDecimal, to now: ExactDecimal) throws(StandardsError) -> Comparison {
        try comparison(before, now, percent: nil)
    }

    private func comparison(
        _ before: ExactDecimal, _ now: ExactDecimal, percent: ExactDecimal?
    ) throws(StandardsError) -> Comparison {
        let difference = try (Rational(now) - Rational(before)).rounded(decimals: max(now.scale, before.scale))
        return Comparison(before: before, now: now, difference: difference, percent: percent)
    }
}
