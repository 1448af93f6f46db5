package import Standards

/// Values outside what is ordinary or possible. Every bound may be absent; a value at a bound is inside.
package struct RangeTest: Sendable, Hashable {
    static let keys = ["fail_min", "suspect_min", "suspect_max", "fail_max"]

    let failMin: ExactDecimal?
    let suspectMin: ExactDecimal?
    let suspectMax: ExactDecimal?
    let failMax: ExactDecimal?

    package init(
        failMin: ExactDecimal? = nil, suspectMin: ExactDecimal? = nil, suspectMax: ExactDecimal? = nil,
        failMax: ExactDecimal? = nil
    ) {
        self.failMin = failMin
        self.suspectMin = suspectMin
        self.suspectMax = suspectMax
        self.failMax = failMax
    }

    init(_ parameters: CheckParameters) {
        self.init(
            failMin: parameters.decimal("fail_min"), suspectMin: parameters.decimal("suspect_min"),
            suspectMax: parameters.decimal("suspect_max"), failMax: parameters.decimal("fail_max"))
        parameters.needsOne(of: Self.keys)
        parameters.needsOrder(Self.keys)
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        let scale = series.scale
        let lowest = failMin.map { CheckBound.ceiling($0, scale: scale) } ?? .min
        let low = suspectMin.map { CheckBound.ceiling($0, scale: scale) } ?? .min
        let high = suspectMax.map { CheckBound.floor($0, scale: scale) } ?? .max
        let highest = failMax.map { CheckBound.floor($0, scale: scale) } ?? .max
        // Missing values lie below every bound, so that one comparison passes all that is inside.
        let floor = max(lowest, low, -CheckSeries.greatest)
        let top = min(highest, high)
        for index in pad.places {
            let value = series.values[index]
            if value >= floor, value <= top { continue }
            guard value != CheckSeries.missing else { continue }
            if value > highest, let failMax {
                pad.add(index, .fail, .above(failMax))
            } else if value < lowest, let failMin {
                pad.add(index, .fail, .below(failMin))
            } else if value > high, let suspectMax {
                pad.add(index, .suspect, .above(suspectMax))
            } else if value < low, let suspectMin {
                pad.add(index, .suspect, .below(suspectMin))
            }
        }
    }
}
