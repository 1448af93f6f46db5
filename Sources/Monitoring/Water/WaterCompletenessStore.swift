package import Standards
package import Storage

/// How complete the measurements of water sections are.
package enum WaterCompletenessStore {
    /// Values that were due, arrived with a number or mark, and are valid.
    package struct Counts: Sendable, Hashable {
        package let expected: Int
        package let received: Int
        package let valid: Int
    }

    /// Counts of the items that decide the class, over a month up to a moment; automatic stations measure every four hours.
    package static func counts(
        of sections: [String], month: CivilDate, until now: Instant, in connection: ReadConnection
    ) throws -> Counts {
        let span = Period.month(of: month)
        let end = min(span.end, now)
        let periods = max(0, Int(span.start.seconds(until: end)) / WaterMeasurements.seconds)
        let items = WaterMonthProjection.items
        let expected = periods * items.count * sections.count
        let counts = try connection.first(
            """
            SELECT count(*) AS received,
            count(CASE WHEN r.significand IS NOT NULL AND r.flag IN ('', 'N') THEN 1 END) AS valid
            FROM reading r JOIN series s ON s.id = r.series
            WHERE r.start >= \(span.start.secondsSince1970) AND r.start < \(end.secondsSince1970)
            AND s.seconds = \(WaterMeasurements.seconds) AND s.item IN (\(list: items.map { .text($0.rawValue) }))
            AND s.object IN (\(list: sections.map { .text($0) })) AND r.flag NOT IN ('NA', '/')
            AND NOT EXISTS (SELECT 1 FROM reading l WHERE l.start = r.start AND l.series = r.series
            AND (l.arrived, l.source, l.position) > (r.arrived, r.source, r.position))
            """
        ) { (Int(try $0.integer("received")), Int(try $0.integer("valid"))) }
        return Counts(expected: expected, received: counts?.0 ?? 0, valid: counts?.1 ?? 0)
    }
}
