import BigInt

/// The mean exponent of powers of ten, `−lg(Σ w·10^(−x) / Σ w)`, rounded with proof. pH and sound levels are averaged so.
///
/// To round means to know on which side of a boundary `b` (a half unit of the last decimal) the mean lies. It is above
/// `b` exactly when `Σ w·10^(−x) < Σ w·10^(−b)`. Both sides are enclosed in intervals of fixed-point integers; while
/// the intervals overlap the precision is doubled. That ends, because equality is decided exactly beforehand: powers
/// `10^(k/10^s)` with different fractional parts of the exponent are linearly independent over the rationals, so
/// both sides can be equal only when every `x − b` is a whole number, and then both are plain fractions.
enum PowerMean {
    /// The mean of exponents that each count so often, rounded half to even to `decimals` (0 … 17).
    ///
    /// - Throws: `.noValues`, `.scaleOutOfRange` for the decimals, `.valueOutOfRange` for exponents more than 30 apart.
    static func rounded(counts: [ExactDecimal: Int], decimals: Int) throws(StandardsError) -> ExactDecimal {
        try rounded(whole: counts.mapValues { BigUInt($0) }, decimals: decimals)
    }

    /// The mean of exponents with weights, rounded half to even to `decimals` (0 … 17).
    ///
    /// - Throws: as for counts; `.valueOutOfRange` for a weight that is not above zero.
    static func rounded(weights: [ExactDecimal: Rational], decimals: Int) throws(StandardsError) -> ExactDecimal {
        if let weight = weights.values.first(where: { $0 <= 0 }) {
            throw StandardsError(.valueOutOfRange, subject: "weight", value: weight.description)
        }
        // Whole weights in the same proportions.
        let common = weights.values.reduce(BigInt(1)) { product, weight in
            product / product.greatestCommonDivisor(with: weight.denominator) * weight.denominator
        }
        let whole = weights.mapValues { ($0.numerator * (common / $0.denominator)).magnitude }
        return try rounded(whole: whole, decimals: decimals)
    }

    private static func rounded(
        whole weights: [ExactDecimal: BigUInt], decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        guard (0..<ExactDecimal.maximumScale).contains(decimals) else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        guard let lowest = weights.keys.min(), let highest = weights.keys.max() else {
            throw StandardsError(.noValues)
        }
        // The mean lies between the lowest and the highest exponent, and rounding keeps order.
        var low = try lowest.rounded(decimals: decimals).significand
        var high = try highest.rounded(decimals: decimals).significand
        guard low < high else { return try lowest.rounded(decimals: decimals) }
        let sum = try PowerSum(weights, boundaryScale: decimals + 1)
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
