package import Standards

/// A value away from the one before it, whatever time lies between, up to a longest gap.
package struct StepTest: Sendable, Hashable {
    static let keys = ["suspect", "fail", "longest_gap"]

    let suspect: ExactDecimal?
    let fail: ExactDecimal?
    /// Seconds between two starts up to which values are compared; nil for one step.
    let longestGap: Int?

    package init(suspect: ExactDecimal?, fail: ExactDecimal? = nil, longestGap: Int? = nil) {
        self.suspect = suspect
        self.fail = fail
        self.longestGap = longestGap
    }

    init(_ parameters: CheckParameters) {
        self.init(
            suspect: parameters.above("suspect"), fail: parameters.above("fail"),
            longestGap: parameters.seconds("longest_gap"))
        parameters.needsOne(of: ["suspect", "fail"])
        parameters.needsOrder(["suspect", "fail"])
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        let suspicious = suspect.map { CheckBound.floor($0, scale: series.scale) } ?? .max
        let failing = fail.map { CheckBound.floor($0, scale: series.scale) } ?? .max
        let bound = min(suspicious, failing)
        series.forEachStep(in: pad.places, longestGap: Int64(longestGap ?? series.step)) { index, before in
            let size = abs(series.values[index] - series.values[before])
            guard size > bound else { return }
            pad.add(index, size > failing ? .fail : .suspect, .jump(from: series.decimal(before)))
        }
    }
}

extension CheckSeries {
    /// Every place with a valid value and the nearest place before it that has one, if it is not too far back.
    func forEachStep(in places: Range<Int>, longestGap: Int64, _ body: (_ index: Int, _ before: Int) -> Void) {
        guard !places.isEmpty else { return }
        var before = places.lowerBound - 1
        while before >= 0, values[before] == Self.missing { before -= 1 }
        for index in places where values[index] != Self.missing {
            defer { before = index }
            if before >= 0, starts[index] - starts[before] <= longestGap { body(index, before) }
        }
    }
}
