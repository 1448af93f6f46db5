package import Standards
package import Storage

/// Questions about readings.
package enum ReadingStore {
    /// Readings of a time span, oldest period first and within a period in the order of arrival.
    ///
    /// - Parameters:
    ///   - start: first instant of the span; periods that start in it are returned.
    ///   - end: first instant behind it.
    ///   - seconds: length of the periods.
    ///   - object: only this object, or every one.
    ///   - item: only this item, or every one.
    package static func readings(
        from start: Instant, to end: Instant, seconds: Int, object: String? = nil, item: String? = nil,
        in connection: ReadConnection
    ) throws -> [Reading] {
        if BlockSpan.holds(seconds: seconds) {
            return try ReadingBlockStore.readings(
                from: start, to: end, seconds: seconds, object: object, item: item, in: connection)
        }
        return try rows(from: start, to: end, seconds: seconds, object: object, item: item, in: connection)
    }

    /// Values that were measured by hand, in the same order: rows although they are momentary, because they are few and
    /// months are made of them.
    static func samples(
        from start: Instant, to end: Instant, object: String?, item: String?, in connection: ReadConnection
    ) throws -> [Reading] {
        try rows(from: start, to: end, seconds: 0, object: object, item: item, in: connection)
    }

    private static func rows(
        from start: Instant, to end: Instant, seconds: Int, object: String?, item: String?,
        in connection: ReadConnection
    ) throws -> [Reading] {
        let ofObject: SQL = object.map { " AND s.object = \($0)" } ?? ""
        let ofItem: SQL = item.map { " AND s.item = \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT s.object, s.item, r.start, r.arrived, r.source, r.position, r.significand, r.scale, r.below, r.flag
            FROM reading r JOIN series s ON s.id = r.series
            WHERE r.start >= \(start.secondsSince1970) AND r.start < \(end.secondsSince1970)
            AND s.seconds = \(seconds)\(ofObject)\(ofItem)
            ORDER BY r.start, r.series, r.arrived, r.source, r.position
            """
        ) { reading(from: $0, seconds: seconds) }
    }

    /// Every arrival of one period of one object, oldest first.
    package static func versions(
        of object: String, at start: Instant, seconds: Int, in connection: ReadConnection
    ) throws -> [Reading] {
        try readings(
            from: start, to: Instant(secondsSince1970: start.secondsSince1970 + 1), seconds: seconds,
            object: object, in: connection)
    }

    /// The lengths of periods, in seconds, in which values of an object came; 0 for momentary ones.
    package static func lengths(of object: String, in connection: ReadConnection) throws -> [Int] {
        try connection.rows("SELECT DISTINCT seconds FROM series WHERE object = \(object) ORDER BY seconds") {
            Int(try $0.integer("seconds"))
        }
    }

    /// The latest arrival of each period and series.
    package static func current(_ readings: [Reading]) -> [Reading] {
        var latest: [PeriodKey: Reading] = [:]
        var order: [PeriodKey] = []
        for reading in readings {
            let key = PeriodKey(series: reading.series, start: reading.start)
            if latest.updateValue(reading, forKey: key) == nil { order.append(key) }
        }
        return order.compactMap { latest[$0] }
    }

    /// The latest period start of all.
    package static func lastStart(seconds: Int, in connection: ReadConnection) throws -> Instant? {
        if BlockSpan.holds(seconds: seconds) {
            return try ReadingBlockStore.lastStart(seconds: seconds, in: connection)
        }
        return try connection.first(
            """
            SELECT r.start FROM reading r JOIN series s ON s.id = r.series WHERE s.seconds = \(seconds)
            ORDER BY r.start DESC LIMIT 1
            """
        ) { Instant(secondsSince1970: try $0.integer("start")) }
    }

    private struct PeriodKey: Hashable {
        let series: SeriesKey
        let start: Instant
    }

    private static func reading(from row: SQLRow, seconds: Int) -> Reading {
        let significand = row.optionalInteger(at: 6)
        let scale = Int(row.optionalInteger(at: 7) ?? 0)
        return Reading(
            series: SeriesKey(
                object: row.optionalText(at: 0) ?? "", item: row.optionalText(at: 1) ?? "", seconds: seconds),
            start: Instant(secondsSince1970: row.integer(at: 2)), arrivedMilliseconds: row.integer(at: 3),
            origin: ReadingOrigin(source: row.integer(at: 4), position: row.integer(at: 5)),
            value: significand.flatMap { ExactDecimal(significand: $0, scale: scale) },
            isBelowDetection: row.integer(at: 8) != 0, flag: row.optionalText(at: 9) ?? "")
    }
}
