import Standards

/// Sums of a moving window; missing values do not count.
struct MovingSums {
    private(set) var count = 0
    private(set) var sum: Int128 = 0
    private(set) var squares: Int128 = 0

    mutating func add(_ value: Int64) {
        guard value != CheckSeries.missing else { return }
        count += 1
        sum += Int128(value)
        squares += Int128(value) * Int128(value)
    }

    mutating func remove(_ value: Int64) {
        guard value != CheckSeries.missing else { return }
        count -= 1
        sum -= Int128(value)
        squares -= Int128(value) * Int128(value)
    }
}

extension MovingSums {
    /// Whether the standard deviation is below a share of the mean: `n Σv² − (Σv)² < share² (Σv)²`.
    func isSteady(below share: ExactDecimal) -> Bool {
        let (left, isLeftCut) = Int128(count).multipliedReportingOverflow(by: squares)
        let (right, isRightCut) = sum.multipliedReportingOverflow(by: sum)
        if isLeftCut || isRightCut || share.scale > 9 {
            let mean = Rational(sum) * Rational(sum)
            return Rational(count) * Rational(squares) - mean < share.rational * share.rational * mean
        }
        let factor = Int128(share.significand) * Int128(share.significand)
        return CheckNumber.isGreater(right, factor, than: left - right, CheckBound.powers[2 * share.scale])
    }
}
