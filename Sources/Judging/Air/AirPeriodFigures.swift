import Catalog
import Standards

/// What comes of one station, period and series.
struct AirPeriodFigures {
    /// As measured (实况), or without what exceptional events take out (剔除).
    enum Series: String {
        case measured
        case excluded
    }

    let period: AirPeriod
    let rules: AirPeriodRules
    let statistics: [AirItem: AirItemStatistics]
    let count: AirDayCount
    let composite: AirCompositeResult
    let attainment: AirAttainment
    /// Ids of the editions of HJ 633 by which the days were judged, in their order.
    let indexIDs: [String]
    private let printsIncomplete: Bool

    /// - Parameter index: the rule of the AQI of a day; nil where there was none.
    init(
        _ station: AirPeriodStation, _ period: AirPeriod, _ series: Series, by rules: AirPeriodRules,
        printsIncomplete: Bool, index: (CivilDate) throws -> AirIndexRule?
    ) throws {
        self.period = period
        self.rules = rules
        self.printsIncomplete = printsIncomplete
        let evaluation = rules.statistics.evaluation
        let days = (0..<period.dayCount).map { station.days[period.first.adding(days: $0)] }
        var statistics: [AirItem: AirItemStatistics] = [:]
        for item in AirItem.allCases {
            let out = series == .measured ? [] : days.indices.filter { days[$0]?.excluded.contains(item) ?? false }
            statistics[item] = try rules.statistics.statistics(
                of: item, days: days.map { $0?.values[item].concentration }, excluding: Set(out), in: period)
        }
        self.statistics = statistics
        var count = AirDayCount(goodUpTo: evaluation.goodUpTo)
        var ids: [String] = []
        for (offset, day) in days.enumerated() {
            guard let day, let rule = try index(period.first.adding(days: offset)) else { continue }
            var values = day.values
            if series == .excluded, !evaluation.countsExcludedDays {
                for item in day.excluded.items { values[item] = .notMonitored }
            }
            count.add(aqi: rule.daily(values).aqi)
            if !ids.contains(rule.id) { ids.append(rule.id) }
        }
        self.count = count
        indexIDs = ids
        attainment = try rules.statistics.attainment(
            statistics, limits: rules.limits, scope: period.kind == .year ? .annual : .bulletin)
        var values: [AirItem: Rational] = [:]
        for (item, part) in rules.composite.parts {
            values[item] = Self.value(statistics[item], part.statistic, evenIncomplete: printsIncomplete)
        }
        composite = try rules.composite.index(of: values, limits: rules.limits)
    }

    /// A statistic as published; nil when there are too few days.
    func published(_ item: AirItem, _ statistic: AirStatistic) throws -> ExactDecimal? {
        let value = Self.value(statistics[item], statistic, evenIncomplete: printsIncomplete)
        return try value.map { value throws(StandardsError) in try rules.statistics.published(value, of: item) }
    }

    /// The statistic that represents an item where there is room for one: the mean, of CO and O3 the percentile.
    func representative(_ item: AirItem) throws -> ExactDecimal? {
        try published(item, rules.composite.parts[item]?.statistic ?? .mean)
    }

    /// The share of good days as published.
    func goodRate() throws -> ExactDecimal? { try rules.statistics.rate(count.good, of: count.valid) }

    /// Ids of all rules used, joined by `;`.
    var standards: String { (rules.headers.map(\.id) + indexIDs).joined(separator: ";") }

    private static func value(
        _ found: AirItemStatistics?, _ statistic: AirStatistic, evenIncomplete: Bool
    ) -> Rational? {
        guard evenIncomplete else { return found?.validValue(statistic) }
        return statistic == .mean ? found?.mean.mean : found?.percentile
    }
}
