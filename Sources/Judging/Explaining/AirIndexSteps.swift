package import Standards

/// The formula of an IAQI with its numbers put in, for the reader who checks by hand.
package enum AirIndexSteps {
    /// The two rows of the table between which a concentration lies; nil below or above the table.
    package static func rows(
        of item: AirItem, concentration: ExactDecimal, table: [AirItem: AirBreakpoints]
    ) -> (low: AirBreakpoints.Knot, high: AirBreakpoints.Knot)? {
        guard let knots = table[item]?.knots else { return nil }
        for (low, high) in zip(knots, knots.dropFirst()) where concentration <= high.concentration {
            return concentration >= low.concentration ? (low, high) : nil
        }
        return nil
    }

    /// One line, e.g. `(100−50)÷(60−35)×(45−35)+50 = 70，进一取整为 70`.
    package static func formula(
        of item: AirItem, concentration: ExactDecimal, table: [AirItem: AirBreakpoints], index: Int
    ) -> String {
        guard let rows = rows(of: item, concentration: concentration, table: table) else {
            return "浓度 \(concentration) 高于分级表上限，计为 \(index)"
        }
        let (low, high) = rows
        let line =
            "(\(high.index)−\(low.index))÷(\(high.concentration)−\(low.concentration))×"
            + "(\(concentration)−\(low.concentration))+\(low.index)"
        guard let exact = exact(concentration, low, high) else { return line }
        return "\(line) = \(exact)，进一取整为 \(index)"
    }

    /// The IAQI before the ceiling, exact.
    package static func exact(
        _ concentration: ExactDecimal, _ low: AirBreakpoints.Knot, _ high: AirBreakpoints.Knot
    ) -> Rational? {
        let span = Rational(high.index - low.index)
        let width = high.concentration.rational - low.concentration.rational
        return (try? span / width).map {
            $0 * (concentration.rational - low.concentration.rational) + Rational(low.index)
        }
    }
}
