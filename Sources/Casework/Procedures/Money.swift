import Standards

/// Money is whole 分 (Int64); these are the ways in and out.
package enum Money {
    /// An amount in 元 with two decimals at most as 分; nil for anything else and for what does not fit.
    package static func cents(yuan text: String) -> Int64? {
        guard let decimal = ExactDecimal(text), !decimal.isNegative,
            let cents = try? decimal.multiplied(byPowerOfTen: 2).normalized, cents.scale == 0
        else { return nil }
        return cents.significand
    }

    /// `28万元`, `3000元`, `1234.56元`: as documents print it.
    package static func text(_ cents: Int64) -> String {
        if cents % 1_000_000 == 0, cents >= 1_000_000 { return "\(cents / 1_000_000)万元" }
        let (yuan, rest) = cents.quotientAndRemainder(dividingBy: 100)
        return rest == 0 ? "\(yuan)元" : "\(yuan).\(rest < 10 ? "0" : "")\(rest)元"
    }
}
