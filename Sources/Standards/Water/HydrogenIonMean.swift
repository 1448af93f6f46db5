/// The mean of pH values by hydrogen ion, `−lg(mean of 10^(−pH))`, rounded with proof; see `PowerMean`.
public enum HydrogenIonMean {
    /// The range of values a pH can have; anything else is a fault of the instrument.
    public static let range: ClosedRange<ExactDecimal> = 0...14

    /// The mean rounded half to even to `decimals` (0 … 17).
    ///
    /// - Throws: `.noValues`, `.valueOutOfRange` for a value outside 0 … 14, `.scaleOutOfRange` for the decimals.
    public static func rounded(
        _ values: some Collection<ExactDecimal>, decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        var counts: [ExactDecimal: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        try check(counts.keys)
        return try PowerMean.rounded(counts: counts, decimals: decimals)
    }

    /// The weighted mean `−lg(Σ weight · 10^(−pH) / Σ weight)`, for means of means; rounded as above.
    ///
    /// - Throws: as above; `.valueOutOfRange` for a weight that is not above zero.
    public static func rounded(
        weights: [ExactDecimal: Rational], decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        try check(weights.keys)
        return try PowerMean.rounded(weights: weights, decimals: decimals)
    }

    private static func check(_ values: some Collection<ExactDecimal>) throws(StandardsError) {
        for value in values where !range.contains(value) {
            throw StandardsError(.valueOutOfRange, subject: "ph", value: value.description)
        }
    }
}
