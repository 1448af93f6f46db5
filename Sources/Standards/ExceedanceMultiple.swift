/// 超标倍数: by how many times a concentration is above its limit, `(C − S) / S`.
public enum ExceedanceMultiple {
    /// Decimals of the published multiple for air and discharges (HJ 663: 2).
    public static let decimals = 2

    /// The exact multiple; nil when the concentration does not exceed the limit.
    ///
    /// - Throws: `.divisionByZero` when the limit is not above zero.
    public static func exact(_ concentration: Rational, over limit: Rational) throws(StandardsError) -> Rational? {
        guard limit > 0 else { throw StandardsError(.divisionByZero, subject: "limit", value: limit.description) }
        return concentration > limit ? try (concentration - limit) / limit : nil
    }

    /// The multiple of a decimal concentration, rounded half to even to two decimals; nil when not exceeding.
    ///
    /// - Throws: `.divisionByZero` when the limit is not above zero.
    public static func rounded(
        _ concentration: ExactDecimal, over limit: ExactDecimal
    ) throws(StandardsError) -> ExactDecimal? {
        try exact(Rational(concentration), over: Rational(limit))?.rounded(decimals: decimals)
    }
}
