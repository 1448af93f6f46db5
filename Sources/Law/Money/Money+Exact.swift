import Standards

extension Money {
    /// An exact amount in 分, rounded once, half to even (GB/T 8170-2008).
    ///
    /// - Throws: `LawError` with `.overflow`.
    static func rounding(_ fen: Rational) throws(LawError) -> Money {
        guard let rounded = try? fen.rounded(decimals: 0), let amount = Int64(rounded.description) else {
            throw LawError(.overflow)
        }
        return Money(fen: amount)
    }

    static func divided(_ value: Rational, by divisor: Int) throws(LawError) -> Rational {
        guard let result = try? value / Rational(divisor) else { throw LawError(.overflow) }
        return result
    }
}
