import Standards

/// The first values after power or line were away: instruments need time until they measure again.
package struct RestartTest: Sendable, Hashable {
    static let keys = ["gap_hours", "hours"]

    /// Seconds without a valid value.
    let gap: Int
    /// Seconds after it that are asked about.
    let warmUp: Int

    package init(gap: Int, warmUp: Int) {
        self.gap = gap
        self.warmUp = warmUp
    }

    init(_ parameters: CheckParameters) {
        self.init(gap: parameters.hours("gap_hours") ?? 0, warmUp: parameters.hours("hours") ?? 0)
        parameters.needs("gap_hours")
        parameters.needs("hours")
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        var before: Int64?
        var resumed: (start: Int64, away: Int)?
        for index in 0..<pad.places.upperBound where series.values[index] != CheckSeries.missing {
            let start = series.starts[index]
            if let before, start - before >= Int64(gap) { resumed = (start, Int(start - before)) }
            before = start + Int64(series.step)
            guard let last = resumed, start < last.start + Int64(warmUp), pad.places.contains(index) else { continue }
            pad.add(index, .suspect, .restarted(seconds: last.away))
        }
    }
}
