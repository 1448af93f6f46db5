package import Catalog
package import Registry
package import Standards
package import Storage

/// Questions about the hours of air stations.
package enum AirHourStore {
    private static let seconds = 3_600
    private static let hoursOfDay = 24

    /// The day of each station named, judged by the standard of that day; hours without any arrival are there, empty.
    ///
    /// - Throws: `CatalogError` when no standard was in force.
    package static func day(
        _ date: CivilDate, stations: [RegisteredObject], catalog: RuleCatalog, in connection: ReadConnection
    ) throws -> [AirStationDay] {
        let span = Period.day(date)
        let readings = try LatestReadingStore.latest(
            of: stations.map(\.id), from: span.start, to: span.end, seconds: seconds, in: connection)
        let rule = try catalog.rule(.airIndex, on: date)
        return stations.map { station in
            AirStationDay(
                station: station.id, date: date,
                hours: (0..<hoursOfDay).map { hour in
                    let start = Instant(beijing: date, hour: hour)
                    return judge(readings[station.id]?[start] ?? [:], of: station, at: start, by: rule)
                })
        }
    }

    /// The stations that have any value on a day, valid or not.
    package static func stationsWithValues(
        on date: CivilDate, in connection: ReadConnection
    ) throws -> Set<String> {
        Set(
            try connection.rows(
                """
                SELECT DISTINCT place FROM air_day
                WHERE date = \(date.description) AND place <> \(AirPlace.districtID) AND received > 0
                """
            ) { try $0.text("place") })
    }

    /// The last day before another that has any air value; nil for none.
    package static func lastDay(
        before date: CivilDate, in connection: ReadConnection
    ) throws -> CivilDate? {
        try connection.first(
            "SELECT max(date) AS date FROM air_day WHERE date < \(date.description)"
        ) { try $0.optionalText("date").flatMap { CivilDate($0) } } ?? nil
    }

    private static func judge(
        _ byItem: [String: Reading], of station: RegisteredObject, at start: Instant, by rule: AirIndexRule
    ) -> AirStationHour {
        var readings: [AirItem: Reading] = [:]
        for item in AirItem.allCases { readings[item] = byItem[item.rawValue] }
        var values = AirValues(repeating: .missing)
        for (item, reading) in readings {
            if reading.isValid, let value = reading.value {
                values[item] = .present(value)
            } else if reading.flag == "/" {
                values[item] = .notMonitored
            }
        }
        // The national feed leaves measured PM10 blank where PM2.5 is larger; its rows are judged as it judges them.
        let isFeed =
            !StationOwnership.isReviewedHere(station)
            && readings.values.contains { if case .importRow = $0.origin { true } else { false } }
        let judging = isFeed ? rule.readingNationalFeed() : rule
        return AirStationHour(
            start: start, readings: readings, values: values, result: judging.hourly(values), rule: judging)
    }
}
