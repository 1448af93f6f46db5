package import Standards

/// A series that repeats itself after a lag, as made values do: over a window the correlation of the values with those one lag
/// before is higher than weather and plants ever make it.
///
/// With sums over the n pairs (x, y): `cov = nΣxy − ΣxΣy > 0` and `cov² ≥ r² (nΣx² − (Σx)²)(nΣy² − (Σy)²)`, in whole
/// numbers. Values that do not move at all have no correlation: they are the flat line's.
package struct PeriodicityTest: Sendable, Hashable {
    static let keys = ["lag_hours", "hours", "least", "correlation"]

    /// Seconds.
    let lag: Int
    let window: Int
    /// Pairs needed in a window.
    let least: Int
    let correlation: ExactDecimal

    package init(lag: Int, window: Int, least: Int, correlation: ExactDecimal) {
        self.lag = lag
        self.window = window
        self.least = least
        self.correlation = correlation
    }

    init(_ parameters: CheckParameters) {
        self.init(
            lag: parameters.hours("lag_hours") ?? 0, window: parameters.hours("hours") ?? 0,
            least: parameters.whole("least", in: 3...1_000_000),
            correlation: parameters.share("correlation") ?? 1)
        for key in ["lag_hours", "hours", "correlation"] { parameters.needs(key) }
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        let length = Int64(max(window, series.step))
        let pairs = pairs(in: series)
        var sums = PairSums()
        var merged = MergedSpans<Void>(step: Int64(series.step))
        var first = 0
        for (position, pair) in pairs.enumerated() {
            sums.add(series.moving[pair.later], series.moving[pair.earlier], 1)
            let begin = series.starts[pair.later] + Int64(series.step) - length
            while series.starts[pairs[first].later] < begin {
                sums.add(series.moving[pairs[first].later], series.moving[pairs[first].earlier], -1)
                first += 1
            }
            guard sums.count >= least, begin >= series.starts[0] + Int64(lag), sums.correlates(correlation) else {
                continue
            }
            let places = pairs[first].later...pairs[position].later
            if let ended = merged.add(places, (), in: series) { report(ended, &pad) }
        }
        if let ended = merged.finish() { report(ended, &pad) }
    }

    private func report(_ span: MergedSpans<Void>.Span, _ pad: inout CheckPad) {
        guard pad.touches(span.places) else { return }
        pad.add(span.places, .suspect, .periodic(lagSeconds: lag))
    }

    /// The places with valid values that have one a lag before.
    private func pairs(in series: CheckSeries) -> [(later: Int, earlier: Int)] {
        var pairs: [(later: Int, earlier: Int)] = []
        var earlier = 0
        for index in 0..<series.count where series.moving[index] != CheckSeries.missing {
            let wanted = series.starts[index] - Int64(lag)
            while earlier < index, series.starts[earlier] < wanted { earlier += 1 }
            guard earlier < index, series.starts[earlier] == wanted, series.moving[earlier] != CheckSeries.missing
            else { continue }
            pairs.append((index, earlier))
        }
        return pairs
    }
}

/// Sums over the pairs of a moving window.
private struct PairSums {
    private(set) var count = 0
    private var x: Int128 = 0
    private var y: Int128 = 0
    private var xx: Int128 = 0
    private var yy: Int128 = 0
    private var xy: Int128 = 0

    mutating func add(_ later: Int64, _ earlier: Int64, _ sign: Int) {
        let (left, right, sign) = (Int128(later), Int128(earlier), Int128(sign))
        count += Int(sign)
        x += sign * left
        y += sign * right
        xx += sign * left * left
        yy += sign * right * right
        xy += sign * left * right
    }

    func correlates(_ bound: ExactDecimal) -> Bool {
        let number = Int128(count)
        let products = [
            number.multipliedReportingOverflow(by: xy), x.multipliedReportingOverflow(by: y),
            number.multipliedReportingOverflow(by: xx), x.multipliedReportingOverflow(by: x),
            number.multipliedReportingOverflow(by: yy), y.multipliedReportingOverflow(by: y),
        ]
        if products.contains(where: \.overflow) {
            let n = Rational(count)
            return exceeds(
                n * Rational(xy) - Rational(x) * Rational(y), n * Rational(xx) - Rational(x) * Rational(x),
                n * Rational(yy) - Rational(y) * Rational(y), bound)
        }
        let covariance = products[0].partialValue - products[1].partialValue
        let first = products[2].partialValue - products[3].partialValue
        let second = products[4].partialValue - products[5].partialValue
        guard covariance > 0, first > 0, second > 0 else { return false }
        // Within 2^62 the squares fit; a square of the bound has at most 18 decimals.
        let end = Int128(1) << 62
        if covariance < end, first < end, second < end, bound.scale <= 4 {
            let scale = CheckBound.powers[2 * bound.scale]
            let square = Int128(bound.significand) * Int128(bound.significand)
            return !CheckNumber.isGreater(first * second, square, than: covariance * covariance, scale)
        }
        return exceeds(Rational(covariance), Rational(first), Rational(second), bound)
    }

    private func exceeds(_ covariance: Rational, _ first: Rational, _ second: Rational, _ bound: ExactDecimal) -> Bool {
        guard covariance > 0, first > 0, second > 0 else { return false }
        return covariance * covariance >= bound.rational * bound.rational * first * second
    }
}
