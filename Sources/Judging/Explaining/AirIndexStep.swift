package import Standards

/// The IAQI of one item with its numbers put in: the one place that writes the formula of HJ 633 down.
///
/// `(100−50)÷(60−35)×(45−35)+50 = 70`, rounded up: the index between two knots of the table grows in a straight line.
package struct AirIndexStep: Hashable, Sendable {
    /// Where a concentration lies.
    enum Place: Hashable, Sendable {
        /// Between two knots; `exact` is the index before it is rounded up.
        case between(AirBreakpoints.Knot, AirBreakpoints.Knot, exact: Rational)
        /// Above the last knot; `index` is what the standard counts, nil where it computes none.
        case above(AirBreakpoints.Knot, index: Int?)
        /// Below zero: no measurement.
        case negative
    }

    /// The item.
    package let item: AirItem
    /// The concentration as it came.
    package let concentration: ExactDecimal
    /// The concentration that enters the formula: rounded where the standard asks for it.
    package let entered: ExactDecimal
    let place: Place

    /// Nil when the rule has no table for the item, which no rule that was read lacks.
    package init?(_ item: AirItem, _ concentration: ExactDecimal, over span: AirIndexSpan, by rule: AirIndexRule) {
        guard let column = span.columns(of: rule)[item], let last = column.knots.last else { return nil }
        self.item = item
        self.concentration = concentration
        let decimals = rule.definition.inputDecimals[item].map { min($0, concentration.scale) }
        entered = decimals.flatMap { try? concentration.rounded(decimals: $0) } ?? concentration
        place = Self.place(of: entered, in: column, last: last)
    }

    private static func place(
        of value: ExactDecimal, in column: AirBreakpoints, last: AirBreakpoints.Knot
    ) -> Place {
        if value.isNegative { return .negative }
        for (low, high) in zip(column.knots, column.knots.dropFirst()) where value <= high.concentration {
            let rise = Rational(high.index - low.index) * (value.rational - low.concentration.rational)
            guard let share = try? rise / (high.concentration.rational - low.concentration.rational) else { break }
            return .between(low, high, exact: share + Rational(low.index))
        }
        guard case .countedAs(let index) = column.beyond else { return .above(last, index: nil) }
        return .above(last, index: index)
    }

    /// The IAQI; nil where there is none.
    package var index: Int? {
        switch place {
        case .between(_, _, let exact): try? exact.ceiling
        case .above(_, let index): index
        case .negative: nil
        }
    }

    /// The concentration as it came, and what it was rounded to: `45.3 µg/m³，修约为 45`.
    package var input: String {
        let came = "\(concentration) \(item.unit)"
        return entered == concentration ? came : "\(came)，修约为 \(entered)"
    }

    /// The two rows of the table between which it lies: `35—60 µg/m³ → 50—100`.
    package var tableRow: String {
        switch place {
        case .between(let low, let high, _):
            "\(low.concentration)—\(high.concentration) \(item.unit) → \(low.index)—\(high.index)"
        case .above(let last, let index):
            "＞\(last.concentration) \(item.unit) → \(index.map(String.init) ?? "不计算")"
        case .negative: "—"
        }
    }

    /// The formula with its numbers: `(100−50)÷(60−35)×(45−35)+50`.
    package var formula: String {
        switch place {
        case .between(let low, let high, _):
            "(\(high.index)−\(low.index))÷(\(high.concentration)−\(low.concentration))×"
                + "(\(entered)−\(low.concentration))+\(low.index)"
        case .above(let last, let index?): "\(entered)＞\(last.concentration)，高于分级表上限，计为 \(index)"
        case .above(let last, nil): "\(entered)＞\(last.concentration)，高于分级表上限，按标准不计算"
        case .negative: "负值，按缺测处理"
        }
    }

    /// The exact index before it is rounded up: `70`, `1048/25 = 41.92`; nil where nothing is computed.
    package var exact: String? {
        guard case .between(_, _, let exact) = place else { return nil }
        return exact.written
    }

    /// The whole in one line, e.g. `(100−50)÷(60−35)×(45−35)+50 = 70，进一取整为 70`.
    package var line: String {
        guard let exact, let index else { return formula }
        return "\(formula) = \(exact)，进一取整为 \(index)"
    }

    /// The step of an explanation.
    func step(isDeciding: Bool) -> Explanation.Step {
        Explanation.Step(
            "\(item.displayName) 的 IAQI", tableRow: tableRow, formula: formula, exact: exact,
            result: index.map(String.init) ?? "无", isDeciding: isDeciding)
    }
}
