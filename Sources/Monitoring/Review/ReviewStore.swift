package import Standards
package import Storage

/// Questions about reviews.
package enum ReviewStore {
    /// Decisions about hours that start in a span, in the order of hour and decision.
    package static func reviews(
        from start: Instant, to end: Instant, station: String? = nil, in connection: ReadConnection
    ) throws -> [HourReview] {
        let restriction: SQL = station.map { " AND object = \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT * FROM hour_review
            WHERE start >= \(start.secondsSince1970) AND start < \(end.secondsSince1970)\(restriction)
            ORDER BY start, object, seq, item
            """
        ) { try HourReview($0) }
    }

    /// Decisions about a day of a station.
    package static func reviews(
        on date: CivilDate, of station: String? = nil, in connection: ReadConnection
    ) throws -> [HourReview] {
        let span = Period.day(date)
        return try reviews(from: span.start, to: span.end, station: station, in: connection)
    }

    /// The days of which somebody decided something, by station.
    static func days(in connection: ReadConnection) throws -> [CivilDate: Set<String>] {
        var days: [CivilDate: Set<String>] = [:]
        // Days are those of Beijing: 28,800 seconds before those of UTC.
        try connection.forEachRow("SELECT DISTINCT (start + 28800) / 86400 AS day, object FROM hour_review") { row in
            let date = CivilDate(daysSince1970: Int(try row.integer("day")))
            days[date, default: []].insert(try row.text("object"))
        }
        return days
    }
}

extension HourReview {
    /// - Parameter row: of `hour_review`.
    init(_ row: SQLRow) throws {
        self.init(
            station: try row.text("object"), start: Instant(secondsSince1970: try row.integer("start")),
            item: try row.text("item"), decision: Decision(rawValue: try row.text("decision")) ?? .doubted,
            reason: try row.text("reason"), note: try row.text("note"), reviewer: try row.text("reviewer"),
            decidedMilliseconds: try row.integer("decided"), sequence: try row.integer("seq"),
            judged: try row.optionalText("judged"),
            entered: try row.optionalText("entered").flatMap { ExactDecimal($0) }, citation: try row.text("citation"),
            people: Set([try row.text("actor"), try row.optionalText("acting")].compactMap(\.self)),
            isSuperior: try row.flag("superior"), undoes: try row.optionalInteger("undoes"))
    }
}
