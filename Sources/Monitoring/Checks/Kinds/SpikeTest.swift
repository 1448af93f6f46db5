import Catalog
package import Standards

/// One value away from the two beside it, as QARTOD defines it. The first and last value of a stretch are never spikes.
package struct SpikeTest: Sendable, Hashable {
    package enum Method: String, Sendable, CaseIterable {
        /// From the mean of the value before and the value after.
        case average
        /// From the nearer of both, where it is above or below both.
        case differential
    }

    static let keys = ["method", "suspect", "fail", "longest_gap"]

    let method: Method
    let suspect: ExactDecimal?
    let fail: ExactDecimal?
    /// Seconds between two starts up to which values are neighbours; nil for one step.
    let longestGap: Int?

    package init(method: Method, suspect: ExactDecimal?, fail: ExactDecimal? = nil, longestGap: Int? = nil) {
        self.method = method
        self.suspect = suspect
        self.fail = fail
        self.longestGap = longestGap
    }

    init(_ parameters: CheckParameters) {
        self.init(
            method: parameters.choice("method", as: Method.self) ?? .average, suspect: parameters.above("suspect"),
            fail: parameters.above("fail"), longestGap: parameters.seconds("longest_gap"))
        parameters.needsOne(of: ["suspect", "fail"])
        parameters.needsOrder(["suspect", "fail"])
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        let gap = Int64(longestGap ?? series.step)
        // The mean is compared doubled: whole numbers on both sides.
        let times = method == .average ? 2 : 1
        let suspicious = suspect.map { CheckBound.floor($0, scale: series.scale, times: times) } ?? .max
        let failing = fail.map { CheckBound.floor($0, scale: series.scale, times: times) } ?? .max
        let bound = min(suspicious, failing)
        for index in pad.places where series.isJoined(index, gap) && series.isJoined(index + 1, gap) {
            let value = series.values[index]
            let before = value - series.values[index - 1]
            let after = value - series.values[index + 1]
            let size: Int64
            switch method {
            case .average: size = abs(before + after)
            case .differential:
                guard (before > 0 && after > 0) || (before < 0 && after < 0) else { continue }
                size = min(abs(before), abs(after))
            }
            guard size > bound else { continue }
            pad.add(index, size > failing ? .fail : .suspect, fact(index, before, after, series))
        }
    }

    private func fact(_ index: Int, _ before: Int64, _ after: Int64, _ series: CheckSeries) -> CheckFact {
        let (left, right) = (series.decimal(index - 1), series.decimal(index + 1))
        return switch method {
        case .average: .spike(mean: (left.rational + right.rational) * CheckNumber.half)
        case .differential: .peak(nearer: abs(before) <= abs(after) ? left : right)
        }
    }
}
