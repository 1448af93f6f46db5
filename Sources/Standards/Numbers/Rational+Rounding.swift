import BigInt

extension Rational {
    /// The smallest whole number that is not below the value (the rule for IAQI and AQI).
    ///
    /// - Throws: `.overflow` when it does not fit an `Int`.
    public var ceiling: Int {
        get throws(StandardsError) { try -(-self).floor }
    }

    /// The largest whole number that is not above the value.
    ///
    /// - Throws: `.overflow` when it does not fit an `Int`.
    public var floor: Int {
        get throws(StandardsError) {
            let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
            guard let whole = Int(exactly: remainder < 0 ? quotient - 1 : quotient), whole > Int.min else {
                throw StandardsError(.overflow, value: description)
            }
            return whole
        }
    }

    /// The value with exactly `decimals` digits after the point, rounded half to even (GB/T 8170-2008 四舍六入五成双).
    ///
    /// Negative values are rounded by their absolute value. Round once, from the unrounded value.
    ///
    /// - Throws: `.scaleOutOfRange` for decimals outside 0 … 18, `.overflow` when the digits do not fit.
    public func rounded(decimals: Int) throws(StandardsError) -> ExactDecimal {
        guard decimals >= 0, decimals <= ExactDecimal.maximumScale else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        let (quotient, remainder) = (numerator.magnitude * BigUInt(PowerOfTen.int64[decimals]))
            .quotientAndRemainder(dividingBy: denominator.magnitude)
        let twice = remainder * 2
        let isUp = twice > denominator.magnitude || (twice == denominator.magnitude && !quotient.isMultiple(of: 2))
        let digits = BigInt(sign: numerator.sign, magnitude: isUp ? quotient + 1 : quotient)
        guard let significand = Int64(exactly: digits),
            let result = ExactDecimal(significand: significand, scale: decimals)
        else { throw StandardsError(.overflow, subject: "decimals", value: description) }
        return result
    }

    /// As `rounded(decimals:)`, but a value that is not zero and would round to zero keeps one significant digit.
    ///
    /// The rule for surface water (环办监测函〔2020〕82号): 0.00036 to three decimals is 0.0004, not 0.000.
    ///
    /// - Throws: as `rounded(decimals:)`; `.scaleOutOfRange` when the first digit stands behind the 18th decimal.
    public func rounded(decimals: Int, keepingOneDigit: Bool) throws(StandardsError) -> ExactDecimal {
        let plain = try rounded(decimals: decimals)
        guard keepingOneDigit, plain.isZero, !isZero else { return plain }
        var firstDigit = decimals
        var shifted = numerator.magnitude * BigUInt(PowerOfTen.int64[decimals])
        while shifted < denominator.magnitude {
            shifted *= 10
            firstDigit += 1
            guard firstDigit <= ExactDecimal.maximumScale else {
                throw StandardsError(.scaleOutOfRange, subject: "decimals", value: description)
            }
        }
        let kept = try rounded(decimals: firstDigit)
        // 0.0096 rounds up into the place before: 0.010 has two digits there, the rule asks for one.
        return kept.significand.magnitude == 10 ? kept.normalized : kept
    }

    /// The value as a decimal when it has one exactly, else nil (1/3).
    public var exactDecimal: ExactDecimal? {
        for decimals in 0...ExactDecimal.maximumScale
        where (BigUInt(PowerOfTen.int64[decimals]) % denominator.magnitude).isZero {
            return try? rounded(decimals: decimals)
        }
        return nil
    }
}
