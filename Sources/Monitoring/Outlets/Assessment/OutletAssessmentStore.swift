package import Registry
package import Standards
package import Storage

/// Questions about what reviewers said of polluters' monitors.
package enum OutletAssessmentStore {
    /// Every word about hours that start in a span, in the order of the record.
    package static func words(
        of outlet: String, from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [HourReview] {
        try connection.rows(
            """
            SELECT * FROM outlet_assessment WHERE object = \(outlet) AND start >= \(start.secondsSince1970)
            AND start < \(end.secondsSince1970) ORDER BY seq, start, item
            """
        ) { row in
            HourReview(
                station: try row.text("object"), start: Instant(secondsSince1970: try row.integer("start")),
                item: try row.text("item"),
                decision: HourReview.Decision(rawValue: try row.text("decision")) ?? .doubted,
                reason: try row.text("reason"), note: try row.text("note"), reviewer: try row.text("reviewer"),
                decidedMilliseconds: try row.integer("decided"), sequence: try row.integer("seq"),
                judged: try row.optionalText("judged"), entered: nil, citation: "",
                people: Set([try row.text("actor"), try row.optionalText("acting")].compactMap(\.self)),
                isSuperior: false, undoes: try row.optionalInteger("undoes"))
        }
    }

    /// The days of a span on which hours of outlets are in doubt, latest day first: each is a lead.
    package static func doubts(
        of outlets: [RegisteredObject], from: CivilDate, to: CivilDate, in connection: ReadConnection
    ) throws -> [OutletDoubt] {
        let (start, end) = (Period.day(from).start, Period.day(to).end)
        // Days are those of Beijing: 28,800 seconds before those of UTC.
        let days = try connection.rows(
            """
            SELECT DISTINCT object, (start + 28800) / 86400 AS day FROM outlet_assessment
            WHERE decision = 'doubted' AND start >= \(start.secondsSince1970) AND start < \(end.secondsSince1970)
            """
        ) { (try $0.text("object"), CivilDate(daysSince1970: Int(try $0.integer("day")))) }
        let objects = Dictionary(outlets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return try days.compactMap { id, day in
            guard let outlet = objects[id] else { return nil }
            return try OutletDoubt(outlet, on: day, in: connection)
        }.sorted { ($1.date, $0.outlet.id) < ($0.date, $1.outlet.id) }
    }
}
