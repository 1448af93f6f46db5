/// The mean of pH values by hydrogen ion, `−lg(mean of 10^(−pH))`, rounded with proof.
///
/// To round means to know on which side of a boundary `b` (a half unit of the last decimal) the mean lies. It is above
/// `b` exactly when `Σ 10^(−x) < n · 10^(−b)`. Both sides are enclosed in intervals of fixed-point integers; while the
/// intervals overlap the precision is doubled. That ends, because equality is decided exactly beforehand: powers
/// `10^(k/10^s)` with different fractional parts of the exponent are linearly independent over the rationals, so
/// both sides can be equal only when every `x − b` is a whole number, and then both are plain fractions.
public enum HydrogenIonMean {
    /// The range of values a pH can have; anything else is a fault of the instrument.
    public static let range: ClosedRange<ExactDecimal> = 0...14

    /// The mean rounded half to even to `decimals` (0 … 17).
    ///
    /// - Throws: `.noValues`, `.valueOutOfRange` for a value outside 0 … 14, `.scaleOutOfRange` for the decimals.
    public static func rounded(
        _ values: some Collection<ExactDecimal>, decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        guard (0..<ExactDecimal.maximumScale).contains(decimals) else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        guard let lowest = values.min(), let highest = values.max() else { throw StandardsError(.noValues) }
        guard range.contains(lowest), range.contains(highest) else {
            let culprit = range.contains(lowest) ? highest : lowest
            throw StandardsError(.valueOutOfRange, subject: "ph", value: culprit.description)
        }
        // The mean lies between the lowest and the highest value, and rounding keeps order.
        var low = try lowest.rounded(decimals: decimals).significand
        var high = try highest.rounded(decimals: decimals).significand
        if lowest == highest { return try lowest.rounded(decimals: decimals) }
        let sum = HydrogenIonSum(values, boundaryScale: decimals + 1)
        while low < high {
            let middle = low + (high - low) / 2
            // The boundary between `middle` and the next number: middle + 0.5 units of the last decimal.
            switch try sum.compareMean(toBoundary: Int128(middle) * 10 + 5) {
            case .below: high = middle
            case .above: low = middle + 1
            case .equal:
                low = middle.isMultiple(of: 2) ? middle : middle + 1
                high = low
            }
        }
        return ExactDecimal(significand: low, uncheckedScale: UInt8(decimals))
    }
}
