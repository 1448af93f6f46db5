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
        for value in values where !range.contains(value) {
            throw StandardsError(.valueOutOfRange, subject: "ph", value: value.description)
        }
        return try PowerMean.rounded(values.map { PowerTerm(exponent: $0, weight: 1) }, decimals: decimals)
    }
}
