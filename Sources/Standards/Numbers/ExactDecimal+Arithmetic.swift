extension ExactDecimal {
    /// The exact sum at the larger of both scales.
    ///
    /// - Throws: `.overflow` when the digits no longer fit.
    public static func + (left: ExactDecimal, right: ExactDecimal) throws(StandardsError) -> ExactDecimal {
        let scale = max(left.scale, right.scale)
        return try exact(
            Int128(left.significand) * PowerOfTen.int128(scale - left.scale)
                + Int128(right.significand) * PowerOfTen.int128(scale - right.scale), scale: scale)
    }

    /// The exact difference at the larger of both scales.
    ///
    /// - Throws: `.overflow` when the digits no longer fit.
    public static func - (left: ExactDecimal, right: ExactDecimal) throws(StandardsError) -> ExactDecimal {
        let scale = max(left.scale, right.scale)
        return try exact(
            Int128(left.significand) * PowerOfTen.int128(scale - left.scale)
                - Int128(right.significand) * PowerOfTen.int128(scale - right.scale), scale: scale)
    }

    /// The exact product; its scale is the sum of both scales, less trailing zeros where that would be too many.
    ///
    /// - Throws: `.overflow` or `.scaleOutOfRange` when no `ExactDecimal` equals the product.
    public static func * (left: ExactDecimal, right: ExactDecimal) throws(StandardsError) -> ExactDecimal {
        // Products of two Int64 fit an Int128.
        try exact(Int128(left.significand) * Int128(right.significand), scale: left.scale + right.scale)
    }

    /// The value times 10 to the power of `exponent`, exactly: mg/L to µg/L is `multiplied(byPowerOfTen: 3)`.
    ///
    /// - Throws: `.overflow` or `.scaleOutOfRange` when the result does not fit.
    public func multiplied(byPowerOfTen exponent: Int) throws(StandardsError) -> ExactDecimal {
        guard exponent > -64, exponent < 64 else {
            throw StandardsError(.scaleOutOfRange, subject: "10^\(exponent)", value: description)
        }
        let wantedScale = scale - exponent
        if wantedScale >= 0 {
            return try ExactDecimal.exact(Int128(significand), scale: wantedScale)
        }
        guard significand != 0 else { return .zero }
        guard -wantedScale <= ExactDecimal.maximumScale else {
            throw StandardsError(.overflow, subject: "10^\(exponent)", value: description)
        }
        return try ExactDecimal.exact(Int128(significand) * PowerOfTen.int128(-wantedScale), scale: 0)
    }

    /// `digits / 10^scale` as a decimal; drops trailing zeros only where the number would not fit otherwise.
    static func exact(_ digits: Int128, scale: Int) throws(StandardsError) -> ExactDecimal {
        var digits = digits
        var scale = scale
        while scale > 0, scale > maximumScale || Int64(exactly: digits) == nil, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        guard let significand = Int64(exactly: digits) else {
            throw StandardsError(.overflow, value: "\(digits)e-\(scale)")
        }
        guard let value = ExactDecimal(significand: significand, scale: scale) else {
            throw StandardsError(.scaleOutOfRange, value: "\(digits)e-\(scale)")
        }
        return value
    }
}
