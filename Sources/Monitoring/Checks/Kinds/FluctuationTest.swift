package import Standards

/// A stretch in which values move less than a real signal does: the standard deviation below a share of the mean. A hint at
/// values that were made, or at a probe that does not reach what it should measure.
///
/// `n Σv² − (Σv)² < below² (Σv)²`, in whole numbers; the deviation is that of all values of the window (divided by n).
package struct FluctuationTest: Sendable, Hashable {
    static let keys = ["hours", "least", "below", "above"]

    /// The window in seconds.
    let window: Int
    let least: Int
    /// A share of the mean.
    let below: ExactDecimal
    /// Only where the mean is above this.
    let above: ExactDecimal

    package init(window: Int, least: Int, below: ExactDecimal, above: ExactDecimal) {
        self.window = window
        self.least = least
        self.below = below
        self.above = above
    }

    init(_ parameters: CheckParameters) {
        self.init(
            window: parameters.hours("hours") ?? 0, least: parameters.whole("least", in: 3...1_000_000),
            below: parameters.above("below") ?? 1, above: parameters.required("above"))
        parameters.needs("hours")
        parameters.needs("below")
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        let floor = Int128(CheckBound.floor(above, scale: series.scale))
        let length = Int64(max(window, series.step))
        var sums = MovingSums()
        var merged = MergedSpans<Rational>(step: Int64(series.step))
        var first = 0
        for index in 0..<series.count where series.moving[index] != CheckSeries.missing {
            let begin = series.starts[index] + Int64(series.step) - length
            sums.add(series.moving[index])
            while series.starts[first] < begin {
                sums.remove(series.moving[first])
                first += 1
            }
            // Only whole windows: the values before the first one are not known.
            guard begin >= series.starts[0], sums.count >= least, sums.sum > floor * Int128(sums.count),
                sums.isSteady(below: below)
            else { continue }
            let mean = CheckNumber.mean(sums.sum, of: sums.count, scale: series.scale)
            let places = series.firstValue(from: first)...index
            if let ended = merged.add(places, mean, in: series) { report(ended, &pad) }
        }
        if let ended = merged.finish() { report(ended, &pad) }
    }

    private func report(_ span: MergedSpans<Rational>.Span, _ pad: inout CheckPad) {
        guard pad.touches(span.places) else { return }
        pad.add(span.places, .suspect, .steady(mean: span.note))
    }
}
