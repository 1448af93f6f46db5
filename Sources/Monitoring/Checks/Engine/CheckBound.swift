import Standards

/// Bounds of rules as whole numbers of a series' scale, so that comparing whole numbers decides exactly as the decimals do.
enum CheckBound {
    /// 10^0 … 10^18.
    static let powers: [Int128] = (1...18).reduce(into: [1]) { powers, _ in powers.append(powers[powers.count - 1] * 10)
    }
    /// Beyond every difference of two values of a series, so that a bound cut to it still decides the same.
    private static let end = Int128(1) << 60

    /// The largest whole number not above `bound * times * 10^scale`: `x > bound` exactly when the whole number is above it.
    static func floor(_ bound: ExactDecimal, scale: Int, times: Int = 1) -> Int64 {
        cut(product(bound, scale: scale, times: times))
    }

    /// The smallest whole number not below `bound * times * 10^scale`.
    static func ceiling(_ bound: ExactDecimal, scale: Int, times: Int = 1) -> Int64 {
        let (digits, divisor) = fraction(bound, scale: scale, times: times)
        let (quotient, rest) = digits.quotientAndRemainder(dividingBy: divisor)
        return cut(rest > 0 ? quotient + 1 : quotient)
    }

    private static func product(_ bound: ExactDecimal, scale: Int, times: Int) -> Int128 {
        let (digits, divisor) = fraction(bound, scale: scale, times: times)
        let (quotient, rest) = digits.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }

    private static func fraction(_ bound: ExactDecimal, scale: Int, times: Int) -> (Int128, Int128) {
        let digits = Int128(bound.significand) * Int128(times)
        return scale >= bound.scale
            ? (digits * powers[scale - bound.scale], 1) : (digits, powers[bound.scale - scale])
    }

    private static func cut(_ number: Int128) -> Int64 { Int64(truncatingIfNeeded: min(max(number, -end), end)) }
}
