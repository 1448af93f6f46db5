package import Standards

/// A stretch in which the values do not move by more than a tolerance: an instrument that hangs.
///
/// The length is that of the periods: four equal hours last four hours. A gap longer than the longest ends a stretch.
package struct FlatLineTest: Sendable, Hashable {
    static let keys = [
        "tolerance", "suspect_hours", "fail_hours", "above", "longest_gap", "neighbours_move", "neighbours_least",
    ]

    let tolerance: ExactDecimal
    /// Seconds.
    let suspect: Int?
    let fail: Int?
    /// Values up to this are left out: near the detection limit rounding alone makes them equal.
    let above: ExactDecimal?
    let longestGap: Int?
    /// The stretch is only asked about when the median of the neighbours moved by more than one part in so many of its largest
    /// value meanwhile; nil to ask always. Without enough neighbours the stretch alone is said.
    let neighboursMove: Int?
    let neighboursLeast: Int

    package init(
        tolerance: ExactDecimal = 0, suspect: Int?, fail: Int? = nil, above: ExactDecimal? = nil,
        longestGap: Int? = nil, neighboursMove: Int? = nil, neighboursLeast: Int = 3
    ) {
        self.tolerance = tolerance
        self.suspect = suspect
        self.fail = fail
        self.above = above
        self.longestGap = longestGap
        self.neighboursMove = neighboursMove
        self.neighboursLeast = neighboursLeast
    }

    init(_ parameters: CheckParameters) {
        self.init(
            tolerance: parameters.decimal("tolerance") ?? 0, suspect: parameters.hours("suspect_hours"),
            fail: parameters.hours("fail_hours"), above: parameters.decimal("above"),
            longestGap: parameters.seconds("longest_gap"),
            neighboursMove: parameters.optionalWhole("neighbours_move", in: 1...1_000),
            neighboursLeast: parameters.optionalWhole("neighbours_least", in: 1...1_000) ?? 3)
        parameters.needsOne(of: ["suspect_hours", "fail_hours"])
        parameters.needsOrder(["suspect_hours", "fail_hours"])
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        let shortest = min(suspect ?? .max, fail ?? .max)
        var stretches = FlatStretches(series, self, shortest: Int64(shortest))
        var crowd: NeighbourMedians?
        for index in 0..<series.count {
            guard let stretch = stretches.take(index) else { continue }
            report(stretch, &pad, field, &crowd)
        }
        if let stretch = stretches.finish() { report(stretch, &pad, field, &crowd) }
    }

    private func report(
        _ stretch: FlatStretches.Stretch, _ pad: inout CheckPad, _ field: CheckField, _ crowd: inout NeighbourMedians?
    ) {
        guard pad.touches(stretch.places) else { return }
        if let neighboursMove {
            let medians = crowd ?? NeighbourMedians(of: pad.series, in: field, least: neighboursLeast)
            crowd = medians
            guard medians.hasMoved(over: stretch.places, byOnePartIn: neighboursMove) else { return }
        }
        let isFailing = fail.map { stretch.longest >= Int64($0) } ?? false
        let start = pad.series.starts[stretch.places.lowerBound]
        let seconds = Int(pad.series.starts[stretch.places.upperBound] - start) + pad.series.step
        pad.add(stretch.places, isFailing ? .fail : .suspect, .flat(seconds: seconds))
    }
}
