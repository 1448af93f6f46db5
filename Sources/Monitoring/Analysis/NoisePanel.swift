package import Catalog
package import Registry
package import Standards
package import Storage

/// A month of the noise points: levels of days and nights against the limits of their zones, and the course of the day.
package struct NoisePanel: Sendable {
    /// One day or night of a point.
    package struct Level: Sendable {
        package let date: CivilDate
        package let period: NoisePeriod
        package let level: NoiseLevel
        /// Nil where the level is not valid, or its zone has no limit.
        package let isMet: Bool?
    }

    /// A point with its month.
    package struct Point: Sendable {
        package let object: RegisteredObject
        package let zone: NoiseZone?
        package let levels: [Level]
        /// By item and hour 0 … 23: the energy mean of Leq and the plain means of the statistical levels.
        package let hours: [String: [ExactDecimal?]]

        /// Whether anything came.
        package var hasData: Bool { levels.contains { $0.level.validCount > 0 } }
    }

    /// Days and nights of a zone.
    package struct ZoneTally: Sendable {
        package let zone: NoiseZone
        package let points: Int
        package var day = NoiseAttainment()
        package var night = NoiseAttainment()
    }

    /// What is shown of the course of the day.
    package static let items = ["Leq", "L10", "L50", "L90"]
    private static let seconds = 3_600

    /// Its first day.
    package let month: CivilDate
    package let points: [Point]
    package let zones: [ZoneTally]
    package let standard: NoiseZoneStandard
    package let periods: NoisePeriods
    package let rule: NoiseStatisticsRule

    /// - Parameter last: the last day that is over; later ones are not expected.
    /// - Throws: `CatalogError` where no rule was in force, `StandardsError` for levels outside 0 … 200 dB.
    package init(
        _ objects: [RegisteredObject], month: CivilDate, last: CivilDate, catalog: RuleCatalog,
        in connection: ReadConnection
    ) throws {
        self.month = month
        standard = try catalog.rule(.noiseZones, on: month)
        periods = try catalog.rule(.noisePeriods, id: "NOISE-PERIODS", on: month)
        rule = try catalog.rule(.noiseStatistics, on: month)
        let end = min(month.lastOfMonth, last)
        var points: [Point] = []
        for object in objects {
            points.append(try Self.point(object, month, end, standard, periods, rule, connection))
        }
        self.points = points
        let byZone = Dictionary(grouping: points.filter { $0.zone != nil }) { $0.zone ?? .zero }
        zones = NoiseZone.allCases.compactMap { zone in
            guard let members = byZone[zone] else { return nil }
            var tally = ZoneTally(zone: zone, points: members.count)
            for level in members.flatMap(\.levels) {
                guard let isMet = level.isMet else { continue }
                if level.period == .day { tally.day.add(isMet: isMet) } else { tally.night.add(isMet: isMet) }
            }
            return tally
        }
    }

    private struct Key: Hashable {
        let date: CivilDate
        let period: NoisePeriod
    }

    private static func point(
        _ object: RegisteredObject, _ month: CivilDate, _ end: CivilDate, _ standard: NoiseZoneStandard,
        _ periods: NoisePeriods, _ rule: NoiseStatisticsRule, _ connection: ReadConnection
    ) throws -> Point {
        // The night that begins on the last day runs into the next one.
        let span = Instant(beijing: month)..<Instant(beijing: end.adding(days: 2))
        var slots: [Key: [ExactDecimal?]] = [:]
        var byHour: [String: [[ExactDecimal]]] = [:]
        for item in items {
            let hours = try AnalysisHourStore.hours(
                of: object.id, item: item, from: span.lowerBound, to: span.upperBound, in: connection)
            for hour in hours {
                let (date, clock) = (hour.start.beijingDate, hour.start.beijingHour)
                let place = periods.place(of: date, hour: clock)
                guard place.date >= month, place.date <= end else { continue }
                byHour[item, default: Array(repeating: [], count: 24)][clock].append(hour.value)
                guard item == "Leq" else { continue }
                let key = Key(date: place.date, period: place.period)
                slots[key, default: Array(repeating: nil, count: place.period.hours)][place.index] = hour.value
            }
        }
        let zone = NoiseZone(rawValue: object.text("zoneClass"))
        let levels = try slots.map { key, hours in
            let level = try rule.level(ofHours: hours, key.period)
            var isMet: Bool?
            if level.isValid, let value = level.level, let zone, standard.limits[zone] != nil {
                isMet = try standard.isMet(value, zone: zone, period: key.period)
            }
            return Level(date: key.date, period: key.period, level: level, isMet: isMet)
        }
        let course = try byHour.map { item, hours in (item, try hours.map { try mean($0, item, rule) }) }
        return Point(
            object: object, zone: zone,
            levels: levels.sorted { ($0.date, $0.period.rawValue) < ($1.date, $1.period.rawValue) },
            hours: Dictionary(course, uniquingKeysWith: { first, _ in first }))
    }

    private static func mean(
        _ values: [ExactDecimal], _ item: String, _ rule: NoiseStatisticsRule
    ) throws -> ExactDecimal? {
        if values.isEmpty { return nil }
        if item == "Leq" { return try EnergyMean.rounded(values, decimals: rule.levelDecimals) }
        return try ExactSum(values).mean?.rounded(decimals: rule.levelDecimals)
    }
}
