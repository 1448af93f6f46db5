import Standards

/// What the other stations of a group measured at the times of a series, at one common scale.
struct NeighbourMedians {
    private let others: [CheckSeries]
    private let series: CheckSeries
    private let least: Int
    /// Decimals of the whole numbers given.
    let scale: Int

    init(of series: CheckSeries, in field: CheckField, least: Int) {
        self.series = series
        self.least = least
        others = field.neighbours(of: series)
        scale = others.reduce(series.scale) { max($0, $1.scale) }
    }

    /// The number of neighbours that there are at all.
    var count: Int { others.count }

    /// The value of the series at the common scale.
    func own(_ index: Int) -> Int128 { Int128(series.values[index]) * CheckBound.powers[scale - series.scale] }

    /// The values of the others in the period that starts at a moment, in order.
    func values(at second: Int64) -> [Int128] {
        others.compactMap { other -> Int128? in
            guard let place = other.place(at: second), other.values[place] != CheckSeries.missing else { return nil }
            return Int128(other.values[place]) * CheckBound.powers[scale - other.scale]
        }.sorted()
    }

    /// Twice the median of the others, which is then whole; nil with fewer than are needed.
    func doubledMedian(at second: Int64) -> Int128? {
        let values = values(at: second)
        guard values.count >= least else { return nil }
        let middle = values.count / 2
        return values.count.isMultiple(of: 2) ? values[middle - 1] + values[middle] : 2 * values[middle]
    }

    /// Whether a neighbour rose from the period before to the one that starts at a moment to more than `factor` times.
    func hasRisen(at second: Int64, factor: ExactDecimal) -> Bool {
        others.contains { other in
            guard let place = other.place(at: second), other.isJoined(place, Int64(other.step)) else { return false }
            return Int128(other.values[place]) * CheckBound.powers[factor.scale]
                > Int128(other.values[place - 1]) * Int128(factor.significand)
        }
    }

    /// Whether the median moved over some periods by more than one part in so many of its largest value; also said where a
    /// period has too few neighbours to tell.
    func hasMoved(over places: ClosedRange<Int>, byOnePartIn parts: Int) -> Bool {
        var medians: [Int128] = []
        for place in places where series.values[place] != CheckSeries.missing {
            guard let median = doubledMedian(at: series.starts[place]) else { return true }
            medians.append(median)
        }
        guard let lowest = medians.min(), let highest = medians.max() else { return true }
        return (highest - lowest) * Int128(parts) > highest
    }
}
