package import Standards

/// A value far from the median of what the other stations of the group measured in the same period.
package struct NeighbourTest: Sendable, Hashable {
    static let keys = ["factor", "low_factor", "least", "above", "calm"]

    /// Above so many times the median.
    let factor: ExactDecimal?
    /// So many times the value are still below the median.
    let lowFactor: ExactDecimal?
    /// With fewer neighbours nothing is said.
    let least: Int
    /// Only where the larger of both is above this: relative differences of small values are ordinary.
    let above: ExactDecimal
    /// Only where no neighbour rose to more than so many times its value before; nil to ask always.
    let calm: ExactDecimal?

    package init(
        factor: ExactDecimal?, lowFactor: ExactDecimal? = nil, least: Int, above: ExactDecimal,
        calm: ExactDecimal? = nil
    ) {
        self.factor = factor
        self.lowFactor = lowFactor
        self.least = least
        self.above = above
        self.calm = calm
    }

    init(_ parameters: CheckParameters) {
        self.init(
            factor: parameters.above("factor"), lowFactor: parameters.above("low_factor"),
            least: parameters.whole("least", in: 1...1_000), above: parameters.required("above"),
            calm: parameters.above("calm"))
        parameters.needsOne(of: ["factor", "low_factor"])
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        let others = NeighbourMedians(of: series, in: field, least: least)
        guard others.count >= least else {
            pad.refuse(.tooFewNeighbours(others.count, needed: least))
            return
        }
        let floor = Int128(CheckBound.floor(above, scale: others.scale))
        for index in pad.places where series.values[index] != CheckSeries.missing {
            let value = others.own(index)
            // Below the floor nothing can be too high, and only a median above it makes a value too low.
            if value <= floor, lowFactor == nil { continue }
            let start = series.starts[index]
            guard let doubled = others.doubledMedian(at: start) else { continue }
            let median = CheckNumber.rational(doubled, scale: others.scale) * CheckNumber.half
            if let factor, value > floor, Self.isAbove(2 * value, doubled, factor) {
                guard calm.map({ !others.hasRisen(at: start, factor: $0) }) ?? true else { continue }
                pad.add(index, .suspect, .farAbove(median: median))
            } else if let lowFactor, doubled > 2 * floor, Self.isAbove(doubled, 2 * value, lowFactor) {
                pad.add(index, .suspect, .farBelow(median: median))
            }
        }
    }

    /// `left > right * factor`.
    private static func isAbove(_ left: Int128, _ right: Int128, _ factor: ExactDecimal) -> Bool {
        CheckNumber.isGreater(left, CheckBound.powers[factor.scale], than: right, Int128(factor.significand))
    }
}
