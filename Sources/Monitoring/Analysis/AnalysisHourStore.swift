package import Standards
package import Storage

/// Reads long series of hours.
package enum AnalysisHourStore {
    /// The hours of one item of one object that count, by time: the latest arrival where it is valid, or what a reviewer
    /// or the superior put in its place.
    package static func hours(
        of object: String, item: String, from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [AnalysisHour] {
        let series = SeriesKey(object: object, item: item, seconds: 3_600)
        var latest: [Int64: ExactDecimal?] = [:]
        try connection.forEachRow(
            """
            SELECT start, significand, scale, flag FROM reading
            WHERE start >= \(start.secondsSince1970) AND start < \(end.secondsSince1970) AND series = \(series.id)
            ORDER BY start, arrived, source, position
            """
        ) { row in
            // Rows come in the order of arrival: the last one of an hour counts.
            latest[row.integer(at: 0)] = .some(value(row))
        }
        try connection.forEachRow(
            """
            SELECT start, standing, value FROM hour_standing WHERE object = \(object) AND item = \(item)
            AND start >= \(start.secondsSince1970) AND start < \(end.secondsSince1970)
            AND standing IN ('rejected', 'entered')
            """
        ) { row in
            let isEntered = row.optionalText(at: 1) == "entered"
            latest[row.integer(at: 0)] = .some(isEntered ? row.optionalText(at: 2).flatMap { ExactDecimal($0) } : nil)
        }
        return latest.keys.sorted().compactMap { moment in
            guard let value = latest[moment] ?? nil else { return nil }
            return AnalysisHour(start: Instant(secondsSince1970: moment), value: value)
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
