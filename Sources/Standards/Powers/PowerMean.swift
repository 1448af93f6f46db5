/// The mean exponent of powers of ten, `−lg(Σ w·10^(−x) / Σ w)`, rounded with proof. pH and sound levels are averaged so.
///
/// To round means to know on which side of a boundary `b` (a half unit of the last decimal) the mean lies. It is above
/// `b` exactly when `Σ w·10^(−x) < Σ w·10^(−b)`. Both sides are enclosed in intervals of fixed-point integers; while
/// the intervals overlap the precision is doubled. That ends, because equality is decided exactly beforehand: powers
/// `10^(k/10^s)` with different fractional parts of the exponent are linearly independent over the rationals, so
/// both sides can be equal only when every `x − b` is a whole number, and then both are plain fractions.
enum PowerMean {
    /// The mean exponent rounded half to even to `decimals` (0 … 17).
    ///
    /// - Throws: `.noValues`, `.scaleOutOfRange` for the decimals, and what `PowerSum` throws.
    static func rounded(
        _ terms: some Collection<PowerTerm>, decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        guard (0..<ExactDecimal.maximumScale).contains(decimals) else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        var lowest: ExactDecimal?
        var highest: ExactDecimal?
        for term in terms {
            lowest = min(term.exponent, lowest ?? term.exponent)
            highest = max(term.exponent, highest ?? term.exponent)
        }
        guard let lowest, let highest else { throw StandardsError(.noValues) }
        // The mean lies between the lowest and the highest exponent, and rounding keeps order.
        var low = try lowest.rounded(decimals: decimals).significand
        var high = try highest.rounded(decimals: decimals).significand
        guard lowest < highest, low < high else { return try lowest.rounded(decimals: decimals) }
        let sum = try PowerSum(terms, boundaryScale: decimals + 1)
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
