import BigInt

/// Percentiles after HJ 663 appendix A: sort ascending, `k = 1 + (n − 1)·p`, and between two values go on a straight line.
public enum Percentile {
    /// The position `k = 1 + (n − 1)·p` in the sorted values, counted from 1.
    ///
    /// - Parameters:
    ///   - percent: `p` in per cent, 0 … 100.
    ///   - count: `n`, at least 1.
    public static func position(percent: Rational, count: Int) -> Rational {
        // Safe: the divisor is 100.
        (try? 1 + Rational(count - 1) * percent / 100) ?? 1
    }

    /// The exact percentile of values in ascending order; nil when there are none.
    ///
    /// - Throws: `.valueOutOfRange` for a percent outside 0 … 100.
    public static func exact(ofSorted values: [ExactDecimal], percent: Rational) throws(StandardsError) -> Rational? {
        try exact(percent: percent, count: values.count) { Rational(values[$0]) }
    }

    /// The exact percentile of fractions in ascending order; nil when there are none.
    ///
    /// - Throws: `.valueOutOfRange` for a percent outside 0 … 100.
    public static func exact(ofSorted values: [Rational], percent: Rational) throws(StandardsError) -> Rational? {
        try exact(percent: percent, count: values.count) { values[$0] }
    }

    /// The exact percentile of whole numbers of `1 / unit` in ascending order, made into one fraction at the end.
    static func exact(ofSorted values: [Int64], unit: Int64, percent: Rational) throws(StandardsError) -> Rational? {
        guard percent >= 0, percent <= 100 else {
            throw StandardsError(.valueOutOfRange, subject: "percent", value: percent.description)
        }
        guard !values.isEmpty else { return nil }
        // (n − 1)·p in hundredths of the denominator of p: its whole part and what is left over.
        let parts = percent.denominator * 100
        let (whole, rest) = (BigInt(values.count - 1) * percent.numerator).quotientAndRemainder(dividingBy: parts)
        let lower = Int(whole)
        guard !rest.isZero else { return Rational(BigInt(values[lower]), over: BigInt(unit)) }
        let step = BigInt(values[lower + 1]) - BigInt(values[lower])
        return Rational(BigInt(values[lower]) * parts + step * rest, over: parts * BigInt(unit))
    }

    private static func exact(
        percent: Rational, count: Int, value: (Int) -> Rational
    ) throws(StandardsError) -> Rational? {
        guard percent >= 0, percent <= 100 else {
            throw StandardsError(.valueOutOfRange, subject: "percent", value: percent.description)
        }
        guard count > 0 else { return nil }
        let position = position(percent: percent, count: count)
        let whole = try position.floor
        let lower = value(whole - 1)
        // With p at most 1, k is at most n; where it is n there is no value above and nothing left over.
        guard whole < count else { return lower }
        return lower + (value(whole) - lower) * (position - Rational(whole))
    }
}
