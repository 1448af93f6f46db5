import Standards

extension Money {
    /// An amount in yuan with two decimals at most; nil for anything else, and for what does not fit.
    package init?(yuan text: String) {
        guard let decimal = ExactDecimal(text), !decimal.isNegative,
            let cents = try? decimal.multiplied(byPowerOfTen: 2).normalized, cents.scale == 0
        else { return nil }
        self.init(fen: cents.significand)
    }
}
