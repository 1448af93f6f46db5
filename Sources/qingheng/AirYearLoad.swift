import Catalog
import Standards

/// Made-up hours of a year at many stations, and all that is made of them: daily values with MDA8 and AQI, monthly and
/// yearly statistics with percentiles, composite index and rank.
struct AirYearLoad: Sendable {
    /// The hours of one station, by `AirItem.ordinal`.
    typealias Station = [AirHourSeries]

    /// What comes of one station.
    struct Outcome: Sendable {
        var goodDays = 0
        var validDays = 0
        var months = 0
        var index: Rational?
    }

    private static let seed: UInt64 = 20_261_122
    /// One hour in so many is a gap.
    private static let gapOneIn: UInt64 = 50

    let year: Int
    let stations: [Station]
    private let statistics: AirStatisticsRule
    private let composite: AirCompositeRule
    private let limits: AirQualityLimits
    private let indices: [AirIndexRule]
    private let first: CivilDate

    init(stations count: Int, year: Int, catalog: RuleCatalog) throws {
        let first = CivilDate(year: year, month: 1, day: 1) ?? .first
        let days = first.daysInYear
        var state = Self.seed
        let spans: [UInt64] = [30, 90, 180, 120, 20, 200]
        stations = try (0..<count).map { _ in
            try AirItem.allCases.map { item in
                let span = spans[item.ordinal]
                let digits = [Int32](unsafeUninitializedCapacity: days * 24) { buffer, used in
                    for hour in 0..<(days * 24) {
                        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        let high = state >> 33
                        buffer[hour] = high % Self.gapOneIn == 0 ? AirHourSeries.gap : Int32(2 + high % span)
                    }
                    used = days * 24
                }
                return try AirHourSeries(digits: digits, scale: item == .co ? 1 : 0)
            }
        }
        self.year = year
        self.first = first
        statistics = try catalog.rule(.airStatistics, on: first.lastOfYear)
        composite = try catalog.rule(.airComposite, id: AirCompositeRule.plainID, on: first.lastOfYear)
        limits = try catalog.rule(.airLimits, on: first.lastOfYear)
        indices = try (0..<days).map { try catalog.rule(.airIndex, on: first.adding(days: $0)) }
    }

    /// Station-hours of all stations, six items each.
    var stationHours: Int { stations.count * first.daysInYear * 24 }

    /// The hours one by one, as the hourly AQI takes them.
    var stationValues: [AirValues] {
        stations.flatMap { station in
            (0..<(first.daysInYear * 24)).map { hour in
                var values = AirValues(repeating: .missing)
                for item in AirItem.allCases {
                    if let value = station[item.ordinal][hour] { values[item] = .present(value) }
                }
                return values
            }
        }
    }

    /// Evaluates every station in so many tasks; the rank of each by its composite index stands beside it.
    func run(tasks: Int) async throws -> [(outcome: Outcome, rank: Int?)] {
        let share = (stations.count + tasks - 1) / tasks
        let outcomes = try await withThrowingTaskGroup(of: (first: Int, outcomes: [Outcome]).self) { group in
            for first in stride(from: 0, to: stations.count, by: share) {
                group.addTask { (first, try stations[first..<min(first + share, stations.count)].map(evaluate)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.first < $1.first }.flatMap(\.outcomes)
        }
        let order = outcomes.compactMap(\.index).sorted()
        var ranks: [Rational: Int] = [:]
        for (place, index) in order.enumerated() where ranks[index] == nil { ranks[index] = place + 1 }
        return outcomes.map { ($0, $0.index.flatMap { ranks[$0] }) }
    }

    private func evaluate(_ hours: Station) throws -> Outcome {
        let days = try AirItem.allCases.map { item in
            let own = hours[item.ordinal]
            return item == .o3 ? try statistics.ozoneDays(of: own) : try statistics.dayMeans(of: own)
        }
        var count = AirDayCount(goodUpTo: statistics.evaluation.goodUpTo)
        for day in 0..<first.daysInYear {
            var values = AirValues(repeating: .missing)
            for item in AirItem.allCases {
                let decimals = statistics.concentrationDecimals[item] ?? 0
                guard let value = try days[item.ordinal].rounded(day, decimals: decimals) else { continue }
                values[item] = .present(value)
            }
            count.add(aqi: indices[day].daily(values).aqi)
        }
        var outcome = Outcome(goodDays: count.good, validDays: count.valid)
        for month in 0..<12 {
            guard let period = AirPeriod(.month, containing: first.adding(months: month)) else { continue }
            for item in AirItem.allCases {
                let found = try statistics.statistics(
                    of: item, days: days[item.ordinal], startingOn: first, in: period)
                outcome.months += found.isValid ? 1 : 0
            }
        }
        guard let period = AirPeriod(.year, containing: first) else { return outcome }
        var values: [AirItem: Rational] = [:]
        for item in AirItem.allCases {
            let found = try statistics.statistics(of: item, days: days[item.ordinal], startingOn: first, in: period)
            values[item] = found.validValue(composite.parts[item]?.statistic ?? .mean)
        }
        outcome.index = try composite.index(of: values, limits: limits).sum
        return outcome
    }
}
