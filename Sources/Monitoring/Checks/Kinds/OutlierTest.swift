import Catalog
package import Standards

/// A value away from the median of the values before it by more than so many of their standard deviations.
///
/// The deviation is that of a sample (divided by n − 1). It is never computed: squares are compared as whole numbers.
package struct OutlierTest: Sendable, Hashable {
    package enum Direction: String, Sendable, CaseIterable {
        case up, down, both
    }

    static let keys = ["hours", "least", "sigmas", "fail_sigmas", "direction", "excess"]

    /// How far back is looked.
    let hours: Int
    /// With fewer valid values in that time nothing is said.
    let least: Int
    let sigmas: ExactDecimal
    let failSigmas: ExactDecimal?
    let direction: Direction
    /// Nothing is said of values nearer to the median than this: a quiet night has no deviation to speak of.
    let excess: ExactDecimal

    package init(
        hours: Int, least: Int, sigmas: ExactDecimal, failSigmas: ExactDecimal? = nil, direction: Direction = .up,
        excess: ExactDecimal = 0
    ) {
        self.hours = hours
        self.least = least
        self.sigmas = sigmas
        self.failSigmas = failSigmas
        self.direction = direction
        self.excess = excess
    }

    init(_ parameters: CheckParameters) {
        self.init(
            hours: parameters.whole("hours", in: 1...744), least: parameters.whole("least", in: 3...100_000),
            sigmas: parameters.required("sigmas"), failSigmas: parameters.above("fail_sigmas"),
            direction: parameters.choice("direction", as: Direction.self) ?? .up,
            excess: parameters.decimal("excess") ?? 0)
        parameters.needsOrder(["sigmas", "fail_sigmas"])
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        guard !pad.places.isEmpty else { return }
        let reach = Int64(hours) * 3_600
        let excess = CheckBound.floor(excess, scale: series.scale, times: 2)
        var window = SortedWindow()
        var first = series.place(atOrAfter: series.starts[pad.places.lowerBound] - reach)
        for index in first..<pad.places.lowerBound { window.insert(series.values[index]) }
        for index in pad.places {
            while series.starts[first] < series.starts[index] - reach {
                window.remove(series.values[first])
                first += 1
            }
            let value = series.values[index]
            defer { window.insert(value) }
            guard value != CheckSeries.missing, window.count >= least else { continue }
            let away = 2 * value - window.doubledMedian
            guard isInDirection(away), abs(away) > excess, window.isBeyond(away, sigmas) else { continue }
            let isFailing = failSigmas.map { window.isBeyond(away, $0) } ?? false
            let median = CheckNumber.rational(window.doubledMedian, scale: series.scale) * CheckNumber.half
            let fact = CheckFact.outlier(median: median, sigmas: isFailing ? failSigmas ?? sigmas : sigmas)
            pad.add(index, isFailing ? .fail : .suspect, fact)
        }
    }

    private func isInDirection(_ away: Int64) -> Bool {
        switch direction {
        case .up: away > 0
        case .down: away < 0
        case .both: away != 0
        }
    }
}

/// The values of a moving window in order, with their sums.
private struct SortedWindow {
    private var sorted: [Int64] = []
    private var sum: Int128 = 0
    private var squares: Int128 = 0

    var count: Int { sorted.count }

    mutating func insert(_ value: Int64) {
        guard value != CheckSeries.missing else { return }
        sorted.insert(value, at: place(of: value))
        sum += Int128(value)
        squares += Int128(value) * Int128(value)
    }

    mutating func remove(_ value: Int64) {
        guard value != CheckSeries.missing else { return }
        sorted.remove(at: place(of: value))
        sum -= Int128(value)
        squares -= Int128(value) * Int128(value)
    }

    /// Twice the median, which is then whole.
    var doubledMedian: Int64 {
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? sorted[middle - 1] + sorted[middle] : 2 * sorted[middle]
    }

    /// Whether half of `away` is more than so many standard deviations:
    /// `away² · n(n − 1) > 4 · sigmas² · (n Σv² − (Σv)²)`.
    func isBeyond(_ away: Int64, _ sigmas: ExactDecimal) -> Bool {
        let number = Int128(sorted.count)
        let square = Int128(away) * Int128(away)
        let (spread, isSpreadCut) = number.multipliedReportingOverflow(by: squares)
        let (middle, isMiddleCut) = sum.multipliedReportingOverflow(by: sum)
        let factor = Int128(sigmas.significand) * Int128(sigmas.significand)
        let (bound, isBoundCut) = factor.multipliedReportingOverflow(by: 4)
        if isSpreadCut || isMiddleCut || isBoundCut || sigmas.scale > 9 {
            // Larger than 128 bits: the same in numbers without limit.
            let deviation = Rational(number) * Rational(squares) - Rational(sum) * Rational(sum)
            let exact = sigmas.rational * sigmas.rational * 4
            return Rational(square) * Rational(number * (number - 1)) > exact * deviation
        }
        let pairs = number * (number - 1) * CheckBound.powers[2 * sigmas.scale]
        return CheckNumber.isGreater(square, pairs, than: spread - middle, bound)
    }

    private func place(of value: Int64) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
