package import Standards

/// The ratio of two items that come from the same air or water, outside of what is plausible: a wrong unit, a wrong channel.
package struct RatioTest: Sendable, Hashable {
    static let keys = ["to", "factor", "min", "max", "other_least"]

    let other: String
    /// The item's value is multiplied by this first, to bring both to one unit.
    let factor: ExactDecimal
    let min: ExactDecimal?
    let max: ExactDecimal?
    /// Where the other is smaller, the ratio says nothing.
    let otherLeast: ExactDecimal

    package init(
        to other: String, factor: ExactDecimal = 1, min: ExactDecimal? = nil, max: ExactDecimal? = nil,
        otherLeast: ExactDecimal
    ) {
        self.other = other
        self.factor = factor
        self.min = min
        self.max = max
        self.otherLeast = otherLeast
    }

    init(_ parameters: CheckParameters) {
        self.init(
            to: parameters.text("to"), factor: parameters.above("factor") ?? 1, min: parameters.decimal("min"),
            max: parameters.above("max"), otherLeast: parameters.above("other_least") ?? 0)
        parameters.needsOne(of: ["min", "max"])
        parameters.needsOrder(["min", "max"])
        _ = parameters.required("other_least")
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        guard let counterpart = field.counterpart(of: series, item: other) else {
            pad.refuse(.noCounterpart(item: other))
            return
        }
        let floor = CheckBound.ceiling(otherLeast, scale: counterpart.scale)
        series.forEachPair(with: counterpart, in: pad.places) { index, place in
            guard counterpart.values[place] >= floor, counterpart.values[place] > 0 else { return }
            let value = Int128(series.values[index]) * CheckBound.powers[counterpart.scale]
            let base = Int128(counterpart.values[place]) * CheckBound.powers[series.scale]
            let fact: (Bool) -> CheckFact = {
                .ratio(item: counterpart.item, value: counterpart.decimal(place), isHigh: $0)
            }
            if let max, isAbove(value, base, max) {
                pad.add(index, .suspect, fact(true))
            } else if let min, isBelow(value, base, min) {
                pad.add(index, .suspect, fact(false))
            }
        }
    }

    /// `value * factor > base * bound`.
    private func isAbove(_ value: Int128, _ base: Int128, _ bound: ExactDecimal) -> Bool {
        CheckNumber.isGreater(
            value, Int128(factor.significand) * CheckBound.powers[bound.scale], than: base,
            Int128(bound.significand) * CheckBound.powers[factor.scale])
    }

    private func isBelow(_ value: Int128, _ base: Int128, _ bound: ExactDecimal) -> Bool {
        CheckNumber.isGreater(
            base, Int128(bound.significand) * CheckBound.powers[factor.scale], than: value,
            Int128(factor.significand) * CheckBound.powers[bound.scale])
    }
}
