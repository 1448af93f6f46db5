package import Standards

/// The trend of monthly means: the median of the slopes between all pairs (Theil 1950, Sen 1968) of deseasonalised months,
/// with Sen's 95 % interval.
///
/// The season of a calendar month is estimated in two steps, because taking off plain means of calendar months would take
/// a part of the trend with them: first the median of the slopes between equal calendar months, which no season touches
/// (Hirsch 1982), then the mean of what each calendar month stands above or below that line. The interval takes months as
/// independent of one another; where neighbouring months resemble each other it is too narrow.
package struct SenTrend: Sendable {
    /// A month that takes part.
    package struct Month: Sendable {
        package let month: CivilDate
        /// As measured.
        package let mean: Rational
        /// Without its season.
        package let deseasonalised: Rational
    }

    package let months: [Month]
    /// A year, in the unit of the series.
    package let slope: Rational
    /// The ends of the 95 % interval of the slope; nil where the pairs are too few for it.
    package let interval: ClosedRange<Rational>?
    /// The line's value at the first month.
    package let start: Rational

    /// Whether the interval leaves out a slope of nothing.
    package var isSignificant: Bool { interval.map { !$0.contains(0) } ?? false }

    /// Nil where fewer months are valid than the rule asks for, or no calendar month came twice.
    package init?(_ given: [MonthlyMean], rule: AnalysisRule) {
        let points = given.compactMap { month in month.mean.map { (month.month, $0) } }.sorted { $0.0 < $1.0 }
        guard points.count >= rule.trendMonths, let first = points.first?.0 else { return nil }
        let places = points.map { ($0.0.year - first.year) * 12 + $0.0.month - first.month }
        let values = points.map(\.1)
        var equal: [Rational] = []
        for (left, place) in places.enumerated() {
            for right in (left + 1)..<max(left + 1, places.count) where (places[right] - place).isMultiple(of: 12) {
                equal += [try? (values[right] - values[left]) / Rational(places[right] - place)].compactMap { $0 }
            }
        }
        guard let raw = Self.median(equal) else { return nil }
        let seasonless = Self.deseasonalised(values, places, slope: raw)
        var slopes: [Rational] = []
        for left in places.indices {
            for right in (left + 1)..<max(left + 1, places.count) {
                let step = Rational(places[right] - places[left])
                slopes += [try? (seasonless[right] - seasonless[left]) / step].compactMap { $0 }
            }
        }
        slopes.sort()
        guard let median = Self.median(slopes),
            let middle = Self.median(zip(seasonless, places).map { $0 - median * Rational($1) })
        else { return nil }
        months = points.indices.map {
            Month(month: points[$0].0, mean: values[$0], deseasonalised: seasonless[$0])
        }
        slope = 12 * median
        start = middle
        interval = Self.interval(of: slopes, values: seasonless).map { (12 * $0.lowerBound)...(12 * $0.upperBound) }
    }

    /// Takes off the season: of each calendar month the mean deviation from the line of `slope`, less the mean of all.
    private static func deseasonalised(_ values: [Rational], _ places: [Int], slope: Rational) -> [Rational] {
        let flat = zip(values, places).map { $0 - slope * Rational($1) }
        var seasons: [Int: Moments] = [:]
        for (value, place) in zip(flat, places) { seasons[place % 12, default: Moments()].add(value) }
        var all = Moments()
        for season in seasons.values { season.mean.map { all.add($0) } }
        let level = all.mean ?? 0
        return zip(values, places).map { value, place in value - (seasons[place % 12]?.mean ?? level) + level }
    }

    /// The slopes at the ranks (N ∓ C)/2, C = 1.96·√Var(S), Var(S) with the correction for equal values.
    private static func interval(of slopes: [Rational], values: [Rational]) -> ClosedRange<Rational>? {
        let count = values.count
        var eighteenfold = count * (count - 1) * (2 * count + 5)
        for ties in Dictionary(grouping: values, by: { $0 }).values.map(\.count) where ties > 1 {
            eighteenfold -= ties * (ties - 1) * (2 * ties + 5)
        }
        guard let square = try? Rational(ExactDecimal("3.8416") ?? 4) * Rational(eighteenfold) / 18,
            let width = try? SquareRoot.rounded(square, decimals: 4),
            let lower = try? ((Rational(slopes.count) - Rational(width)) / 2).rounded(decimals: 0),
            let upper = try? ((Rational(slopes.count) + Rational(width)) / 2).rounded(decimals: 0)
        else { return nil }
        // Ranks from 1: the lower end is the slope of rank (N − C)/2, the upper that of rank (N + C)/2 + 1.
        let (low, high) = (Int(lower.significand) - 1, Int(upper.significand))
        guard slopes.indices.contains(low), slopes.indices.contains(high), low <= high else { return nil }
        return slopes[low]...slopes[high]
    }

    /// The middle value, or the mean of the two in the middle; nil of none.
    static func median(_ values: [Rational]) -> Rational? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        if !sorted.count.isMultiple(of: 2) { return sorted[middle] }
        return try? (sorted[middle - 1] + sorted[middle]) / 2
    }
}
