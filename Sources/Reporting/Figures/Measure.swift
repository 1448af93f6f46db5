import Standards

/// What is computed from the rows of a selection, or from other figures: a closed list.
package enum Measure: String, CaseIterable, Sendable {
    /// How many rows.
    case count
    /// The sum of the values.
    case sum
    /// The mean of the values by their weights.
    case mean
    /// The largest value; its rows are the ones that decide.
    case maximum
    /// The rows themselves, in the order of the selection: for lists of names.
    case list
    /// The p-th percentile by HJ 663 Appendix A.
    case percentile
    /// The first figure divided by the second.
    case ratio
    /// The first figure less the second.
    case difference
    /// The first figure in hundredths of the second.
    case share

    /// Whether it works on other figures instead of rows.
    package var combinesFigures: Bool {
        switch self {
        case .ratio, .difference, .share: true
        case .count, .sum, .mean, .maximum, .list, .percentile: false
        }
    }

    /// The name for readers.
    package var name: String {
        switch self {
        case .count: "计数"
        case .sum: "求和"
        case .mean: "算术平均"
        case .maximum: "取最大值"
        case .list: "按序列出"
        case .percentile: "百分位数"
        case .ratio: "两数之比"
        case .difference: "两数之差"
        case .share: "占比（百分数）"
        }
    }
}

extension Measure {
    /// Computes from rows, in exact fractions; nil when there is nothing to compute from.
    func value(of rows: [FigureInput], percentile: Rational?) throws -> Rational? {
        let values = rows.compactMap(\.value)
        switch self {
        case .count: return Rational(rows.count)
        case .list: return Rational(rows.count)
        case .sum: return values.isEmpty ? nil : values.reduce(.zero, +)
        case .mean:
            var total: Rational = 0
            var weights: Rational = 0
            for row in rows {
                guard let value = row.value else { continue }
                total += value * row.weight
                weights += row.weight
            }
            return weights.isZero ? nil : try total / weights
        case .maximum: return values.max()
        case .percentile:
            let sorted = values.sorted()
            return try Self.percentile(percentile ?? 1, of: sorted.count) { sorted[$0] }
        case .ratio, .difference, .share: return nil
        }
    }

    /// Computes from two figures; nil when one is missing or the divisor is zero.
    func value(of first: Rational?, and second: Rational?) throws -> Rational? {
        guard let first, let second else { return nil }
        switch self {
        case .difference: return first - second
        case .ratio: return second.isZero ? nil : try first / second
        case .share: return second.isZero ? nil : try first * 100 / second
        case .count, .sum, .mean, .maximum, .list, .percentile: return nil
        }
    }

    /// HJ 663-2013 Appendix A: `k = 1 + (n − 1)·p`, interpolated between the neighbours of rank k.
    ///
    /// - Parameter value: the values in rising order, counted from 0.
    static func percentile(
        _ share: Rational, of count: Int, ranked value: (Int) -> Rational
    ) throws -> Rational? {
        guard count > 0 else { return nil }
        let rank = Rational(1) + Rational(count - 1) * share
        let low = min(max(try rank.floor, 1), count)
        let high = min(low + 1, count)
        return value(low - 1) + (value(high - 1) - value(low - 1)) * (rank - Rational(low))
    }
}
