import BigInt

extension AirStatisticsRule {
    /// The statistics of an item over a period from its day values; nil elements are days without a valid value.
    ///
    /// A month is valid with `periodDays`; quarter, half year and season when every month is; a year needs its own number
    /// of days besides (GB 3095 Table 4: 324, and 27 in each month, 25 in February).
    ///
    /// - Parameter excluded: places of days that were measured but are left out for an exceptional event; they count
    ///   towards the days needed, not towards the statistics.
    /// - Throws: `.wrongCount` unless there is one element a day of the period.
    public func statistics(
        of item: AirItem, days: [ExactDecimal?], excluding excluded: Set<Int> = [], in period: AirPeriod
    ) throws(StandardsError) -> AirItemStatistics {
        let used = days.indices.compactMap { excluded.contains($0) ? nil : days[$0] }.sorted()
        return try statistics(
            of: item, isPresent: days.map { $0 != nil }, in: period, used: used.count, mean: ExactSum(used).mean,
            percentile: Percentile.exact(ofSorted: used, percent: percent(item)))
    }

    /// As for decimals, from exact day values.
    ///
    /// - Throws: `.wrongCount` unless there is one element a day of the period.
    public func statistics(
        of item: AirItem, days: [Rational?], in period: AirPeriod
    ) throws(StandardsError) -> AirItemStatistics {
        let used = days.compactMap(\.self).sorted()
        return try statistics(
            of: item, isPresent: days.map { $0 != nil }, in: period, used: used.count,
            mean: AirStatisticsRule.mean(used),
            percentile: Percentile.exact(ofSorted: used, percent: percent(item)))
    }

    /// As for fractions, from a series that begins on `first` and covers the period.
    ///
    /// - Throws: `.wrongCount` when the series does not cover the period.
    public func statistics(
        of item: AirItem, days: AirDaySeries, startingOn first: CivilDate, in period: AirPeriod
    ) throws(StandardsError) -> AirItemStatistics {
        let start = first.days(until: period.first)
        guard start >= 0, start + period.dayCount <= days.count else {
            throw StandardsError(.wrongCount, subject: "days", value: "\(days.count)")
        }
        let range = start..<(start + period.dayCount)
        switch days.storage {
        case .exact(let values): return try statistics(of: item, days: Array(values[range]), in: period)
        case .scaled(let numerators, let unit):
            var sum: Int64 = 0
            var used: [Int64] = []
            used.reserveCapacity(range.count)
            for numerator in numerators[range] where numerator != AirDaySeries.gap {
                sum &+= numerator
                used.append(numerator)
            }
            used.sort()
            return try statistics(
                of: item, isPresent: numerators[range].map { $0 != AirDaySeries.gap }, in: period, used: used.count,
                mean: used.isEmpty ? nil : Rational(.init(sum), over: .init(unit) * .init(used.count)),
                percentile: Percentile.exact(ofSorted: used, unit: unit, percent: percent(item)))
        }
    }

    /// The months of a period that have too few days, and whether the period as a whole has enough.
    ///
    /// - Parameter counts: valid days, one number a month of the period.
    public func validity(of counts: [Int], in period: AirPeriod) -> (isValid: Bool, shortMonths: [CivilDate]) {
        let short = zip(period.months, counts).filter { month, count in
            count < (month.month == 2 ? periodDays.february : periodDays.month)
        }
        let isEnough = period.kind != .year || counts.reduce(0, +) >= periodDays.year
        return (short.isEmpty && isEnough, short.map(\.0))
    }

    /// A statistic as published, rounded once.
    public func published(_ value: Rational, of item: AirItem) throws(StandardsError) -> ExactDecimal {
        guard let decimals = statisticDecimals[item] else {
            throw StandardsError(.unknownItem, subject: item.rawValue, value: id)
        }
        return try value.rounded(decimals: decimals)
    }

    /// Compares the statistics of a period with the limits of one class of area; an item left out is undetermined.
    ///
    /// - Throws: `.unknownItem` when the limits lack an item.
    public func attainment(
        _ statistics: [AirItem: AirItemStatistics], limits: AirQualityLimits, class areaClass: AirQualityClass = .two,
        scope: AirAttainment.Scope
    ) throws(StandardsError) -> AirAttainment {
        var checks: [AirAttainment.Check] = []
        var undetermined: AirItemSet = []
        for item in AirItem.allCases {
            let yearLimit = limits.limit(item, .year, class: areaClass)
            let dayLimit = limits.limit(item, .mda8, class: areaClass) ?? limits.limit(item, .day, class: areaClass)
            guard let dayLimit else { throw StandardsError(.unknownItem, subject: item.rawValue, value: limits.id) }
            guard let found = statistics[item], found.isValid else {
                undetermined.insert(AirItemSet(item))
                continue
            }
            if let yearLimit, let mean = found.mean.mean {
                checks.append(try check(item, .mean, mean, limit: yearLimit))
            }
            if scope == .annual || yearLimit == nil, let percentile = found.percentile {
                checks.append(try check(item, .percentile, percentile, limit: dayLimit))
            }
        }
        return AirAttainment(checks: checks, undetermined: undetermined)
    }

    /// The mean of the annual values of consecutive years (三年滑动平均), the last of them the year it is named by.
    ///
    /// - Throws: `.invalidRule` when this edition has none, `.wrongCount` for another number of years.
    public func movingMean(ofYears years: [Rational?]) throws(StandardsError) -> AirMean {
        guard let count = evaluation.movingYears else {
            throw StandardsError(.invalidRule, subject: "movingYears", value: id)
        }
        guard years.count == count else {
            throw StandardsError(.wrongCount, subject: "years", value: "\(years.count)")
        }
        let valid = years.compactMap(\.self)
        return AirMean(
            mean: AirStatisticsRule.mean(valid), validCount: valid.count, expectedCount: count,
            isValid: valid.count == count)
    }

    /// A share of days in per cent as published (达标率, 优良天数比例); nil when there is no valid day.
    public func rate(_ days: Int, of valid: Int) throws(StandardsError) -> ExactDecimal? {
        guard valid > 0 else { return nil }
        return try (Rational(days * 100) / Rational(valid)).rounded(decimals: evaluation.rateDecimals)
    }

    private func percent(_ item: AirItem) throws(StandardsError) -> Rational {
        guard let percent = evaluation.percentiles[item] else {
            throw StandardsError(.unknownItem, subject: item.rawValue, value: id)
        }
        return percent
    }

    private func check(
        _ item: AirItem, _ statistic: AirStatistic, _ value: Rational, limit: ExactDecimal
    ) throws(StandardsError) -> AirAttainment.Check {
        guard let decimals = evaluation.comparedDecimals[item] else {
            throw StandardsError(.unknownItem, subject: item.rawValue, value: id)
        }
        let compared = try value.rounded(decimals: decimals)
        let multiple = try ExceedanceMultiple.exact(Rational(compared), over: Rational(limit))
        return AirAttainment.Check(
            item: item, statistic: statistic, value: compared, limit: limit,
            multiple: try multiple?.rounded(decimals: evaluation.multipleDecimals))
    }

    private func statistics(
        of item: AirItem, isPresent: [Bool], in period: AirPeriod, used: Int, mean: Rational?, percentile: Rational?
    ) throws(StandardsError) -> AirItemStatistics {
        guard isPresent.count == period.dayCount else {
            throw StandardsError(.wrongCount, subject: "days", value: "\(isPresent.count)")
        }
        var counts: [Int] = []
        var start = 0
        for month in period.months {
            counts.append(isPresent[start..<(start + month.daysInMonth)].count { $0 })
            start += month.daysInMonth
        }
        let (isValid, shortMonths) = validity(of: counts, in: period)
        return AirItemStatistics(
            item: item,
            mean: AirMean(
                mean: mean, validCount: used, expectedCount: period.dayCount, isValid: isValid),
            percentile: percentile, shortMonths: shortMonths)
    }
}
