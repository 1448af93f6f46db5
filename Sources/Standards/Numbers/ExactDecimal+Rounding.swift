extension ExactDecimal {
    /// The value with exactly `decimals` digits after the point, rounded half to even (GB/T 8170-2008 四舍六入五成双).
    ///
    /// Negative values are rounded by their absolute value. Shorter numbers are filled with zeros: `7` to two decimals
    /// is `7.00`. Round once, from the unrounded value.
    ///
    /// - Throws: `.scaleOutOfRange` for a number of decimals outside 0 … 18, `.overflow` when filling does not fit.
    public func rounded(decimals: Int) throws(StandardsError) -> ExactDecimal {
        guard decimals >= 0, decimals <= ExactDecimal.maximumScale else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        if decimals < scale {
            return ExactDecimal(
                significand: ExactDecimal.halfEven(significand, dropping: scale - decimals),
                uncheckedScale: UInt8(truncatingIfNeeded: decimals))
        }
        let (digits, overflow) = significand.multipliedReportingOverflow(by: PowerOfTen.int64[decimals - scale])
        guard !overflow else { throw StandardsError(.overflow, subject: "decimals", value: description) }
        return ExactDecimal(significand: digits, uncheckedScale: UInt8(truncatingIfNeeded: decimals))
    }

    /// As `rounded(decimals:)`, but a value that is not zero and would round to zero keeps one significant digit.
    ///
    /// The rule for surface water (环办监测函〔2020〕82号): 0.00036 to three decimals is 0.0004, not 0.000. The one digit is
    /// rounded half to even as well: 0.0025 to two decimals is 0.002.
    public func rounded(decimals: Int, keepingOneDigit: Bool) throws(StandardsError) -> ExactDecimal {
        let plain = try rounded(decimals: decimals)
        guard keepingOneDigit, plain.isZero, !isZero else { return plain }
        var firstDigit = scale
        var magnitude = significand.magnitude
        while magnitude >= 10 {
            magnitude /= 10
            firstDigit -= 1
        }
        let kept = try rounded(decimals: firstDigit)
        // 0.0096 rounds up into the place before: 0.010 has two digits there, the rule asks for one.
        return kept.significand.magnitude == 10 ? kept.normalized : kept
    }

    /// `significand / 10^count` rounded half to even; `count` is 1 … 18.
    static func halfEven(_ significand: Int64, dropping count: Int) -> Int64 {
        let divisor = PowerOfTen.int64[count]
        let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: divisor)
        let half = UInt64(divisor / 2)
        let isUp = remainder.magnitude > half || (remainder.magnitude == half && quotient & 1 != 0)
        guard isUp else { return quotient }
        return significand < 0 ? quotient - 1 : quotient + 1
    }
}
