package import Standards

/// One of the amounts that a provision allows, with the case for which it is meant.
package struct FineTier: Hashable, Sendable {
    /// How an amount is found.
    package enum Amount: Hashable, Sendable {
        /// Between two amounts.
        case range(ClosedRange<Money>)
        /// Always the same; `unit` is what it is for each of, e.g. 每辆; nil for once.
        case fixed(Money, unit: String?)
        /// So many times something, e.g. 1–5 倍 of 货值金额.
        case multiple(ClosedRange<Rational>, of: String)
        /// So many per cent of something, e.g. 1%–5% of 建设项目总投资额.
        case percent(ClosedRange<Rational>, of: String)
    }

    /// The case, e.g. 报告书·情节严重; 一般 where there is one tier.
    package let when: String
    package let amount: Amount

    package init(when: String, amount: Amount) {
        self.when = when
        self.amount = amount
    }

    /// What the amount is measured by; nil where nothing has to be known.
    package var base: String? {
        switch amount {
        case .range: nil
        case .fixed(_, let unit): unit
        case .multiple(_, let base), .percent(_, let base): base
        }
    }

    /// The least and the most.
    ///
    /// - Parameter base: the amount named by `base`; for a fixed amount the number of units in yuan, 3 元 for three.
    /// - Throws: `LawError` with `.noBase`, `.overflow`.
    package func range(of base: Money? = nil) throws(LawError) -> ClosedRange<Money> {
        switch amount {
        case .range(let range): return range
        case .fixed(let money, nil): return money...money
        case .fixed(let money, let unit?):
            guard let base else { throw LawError(.noBase, detail: unit) }
            let sum = try Money.rounding(Rational(money.fen) * Rational(base.fen / 100))
            return sum...sum
        case .multiple(let times, let name): return try Self.scaled(times, base, name, by: 1)
        case .percent(let share, let name): return try Self.scaled(share, base, name, by: 100)
        }
    }

    private static func scaled(
        _ range: ClosedRange<Rational>, _ base: Money?, _ name: String, by divisor: Int
    ) throws(LawError) -> ClosedRange<Money> {
        guard let base else { throw LawError(.noBase, detail: name) }
        let unit = Rational(base.fen)
        let least = try Money.rounding(Money.divided(range.lowerBound * unit, by: divisor))
        return least...(try Money.rounding(Money.divided(range.upperBound * unit, by: divisor)))
    }
}

extension FineTier: CustomStringConvertible {
    /// `10万元以上100万元以下`, as laws say it.
    package var description: String {
        switch amount {
        case .range(let range):
            range.lowerBound == .zero
                ? "\(range.upperBound)以下" : "\(range.lowerBound)以上\(range.upperBound)以下"
        case .fixed(let money, let unit): (unit ?? "") + "\(money)"
        case .multiple(let range, let base): "\(base)\(range.lowerBound.plainText)倍以上\(range.upperBound.plainText)倍以下"
        case .percent(let range, let base): "\(base)\(range.lowerBound.plainText)%以上\(range.upperBound.plainText)%以下"
        }
    }
}
