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
            SELECT object, start, item, seq, decision, reason, note, reviewer, decided FROM hour_review
            WHERE start >= \(start.secondsSince1970) AND start < \(end.secondsSince1970)\(restriction)
            ORDER BY start, object, seq, item
            """
        ) { row in
            HourReview(
                station: try row.text("object"), start: Instant(secondsSince1970: try row.integer("start")),
                item: try row.text("item"),
                decision: ReviewActions.Decision(rawValue: try row.text("decision")) ?? .doubted,
                reason: try row.text("reason"), note: try row.text("note"), reviewer: try row.text("reviewer"),
                decidedMilliseconds: try row.integer("decided"), sequence: try row.integer("seq"))
        }
    }
}
