import Standards
import Storage

/// The readings of some objects that count: the last arrival of each period and item.
enum LatestReadingStore {
    /// By object, start and item.
    typealias Table = [String: [Instant: [String: Reading]]]

    /// - Parameter seconds: length of the periods, an hour or longer.
    static func latest(
        of objects: [String], from start: Instant, to end: Instant, seconds: Int, in connection: ReadConnection
    ) throws -> Table {
        var latest: Table = [:]
        try connection.forEachRow(
            """
            SELECT s.object, s.item, r.start, r.arrived, r.source, r.position, r.significand, r.scale, r.below, r.flag
            FROM reading r JOIN series s ON s.id = r.series
            WHERE r.start >= \(start.secondsSince1970) AND r.start < \(end.secondsSince1970)
            AND s.seconds = \(seconds) AND s.object IN (\(list: objects.map { .text($0) }))
            ORDER BY r.start, r.series, r.arrived, r.source, r.position
            """
        ) { row in
            let object = row.optionalText(at: 0) ?? ""
            let item = row.optionalText(at: 1) ?? ""
            let start = Instant(secondsSince1970: row.integer(at: 2))
            let value = row.optionalInteger(at: 6).flatMap {
                ExactDecimal(significand: $0, scale: Int(row.optionalInteger(at: 7) ?? 0))
            }
            // Rows come in the order of arrival: the last one counts.
            latest[object, default: [:]][start, default: [:]][item] = Reading(
                series: SeriesKey(object: object, item: item, seconds: seconds), start: start,
                arrivedMilliseconds: row.integer(at: 3),
                origin: ReadingOrigin(source: row.integer(at: 4), position: row.integer(at: 5)), value: value,
                isBelowDetection: row.integer(at: 8) != 0, flag: row.optionalText(at: 9) ?? "")
        }
        return latest
    }
}
