package import Standards
package import Storage

/// Reads long series of hours.
package enum AnalysisHourStore {
    private static let seconds = 3_600

    /// The hours of one item of one object that count, by time: the latest arrival where it is valid, or what a reviewer
    /// or the superior put in its place.
    package static func hours(
        of object: String, item: String, from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [AnalysisHour] {
        let key = SeriesKey(object: object, item: item, seconds: seconds)
        return try hours(of: [key], from: start, to: end, in: connection)[key] ?? []
    }

    /// The same of many series of hours, read at once.
    static func hours(
        of keys: [SeriesKey], from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [SeriesKey: [AnalysisHour]] {
        guard !keys.isEmpty else { return [:] }
        let byId = Dictionary(keys.map { ($0.id, $0) }) { first, _ in first }
        var latest: [SeriesKey: [Int64: ExactDecimal?]] = [:]
        try connection.forEachRow(
            """
            SELECT start, significand, scale, flag, series FROM reading
            WHERE start >= \(start.secondsSince1970) AND start < \(end.secondsSince1970)
            AND series IN (\(list: byId.keys.sorted().map { .integer($0) })) ORDER BY start, arrived, source, position
            """
        ) { row in
            guard let key = byId[row.integer(at: 4)] else { return }
            // Rows come in the order of arrival: the last one of an hour counts.
            latest[key, default: [:]][row.integer(at: 0)] = .some(value(row))
        }
        try connection.forEachRow(
            """
            SELECT start, standing, value, object, item FROM hour_standing
            WHERE start >= \(start.secondsSince1970) AND start < \(end.secondsSince1970)
            AND object IN (\(list: Set(keys.map(\.object)).sorted().map { .text($0) }))
            AND standing IN ('rejected', 'entered')
            """
        ) { row in
            let key = SeriesKey(
                object: row.optionalText(at: 3) ?? "", item: row.optionalText(at: 4) ?? "", seconds: seconds)
            guard byId[key.id] != nil else { return }
            let isEntered = row.optionalText(at: 1) == "entered"
            latest[key, default: [:]][row.integer(at: 0)] =
                .some(isEntered ? row.optionalText(at: 2).flatMap { ExactDecimal($0) } : nil)
        }
        return latest.mapValues { values in
            values.keys.sorted().compactMap { moment in
                guard let value = values[moment] ?? nil else { return nil }
                return AnalysisHour(start: Instant(secondsSince1970: moment), value: value)
            }
        }
    }

    /// The stations that have a series of an item, in the order of their ids.
    package static func objects(measuring item: String, in connection: ReadConnection) throws -> [String] {
        try connection.rows(
            "SELECT object FROM series WHERE item = \(item) AND seconds = 3600 ORDER BY object"
        ) { try $0.text("object") }
    }

    /// The first hour of all air stations; nil when there is none.
    package static func firstDay(in connection: ReadConnection) throws -> CivilDate? {
        try connection.first("SELECT min(date) AS date FROM air_day") {
            try $0.optionalText("date").flatMap { CivilDate($0) }
        } ?? nil
    }

    private static func value(_ row: SQLRow) -> ExactDecimal? {
        let flag = row.optionalText(at: 3) ?? ""
        guard flag.isEmpty || flag == "N", let significand = row.optionalInteger(at: 1) else { return nil }
        return ExactDecimal(significand: significand, scale: Int(row.optionalInteger(at: 2) ?? 0))
    }
}
