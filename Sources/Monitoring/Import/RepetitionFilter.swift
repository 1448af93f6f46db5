import Standards
import Storage

/// Lets through what an import brings that is not known from imports already: the same row again changes nothing.
///
/// Only imported readings are compared, so that the outcome depends on the order of records alone, not on how far the
/// projection of packets had come.
struct RepetitionFilter {
    private struct Key: Hashable {
        let series: Int64
        let start: Int64
    }

    private struct Content: Equatable {
        let value: ExactDecimal?
        let flag: String
    }

    /// By day, so that no table grows beyond a day of readings.
    private var days: [CivilDate: [Key: Content]] = [:]

    /// The readings that say something new.
    mutating func fresh(_ readings: [Reading], in connection: ReadConnection) throws -> [Reading] {
        var fresh: [Reading] = []
        fresh.reserveCapacity(readings.count)
        for reading in readings {
            let day = reading.start.beijingDate
            if days[day] == nil { days[day] = try load(day, seconds: reading.series.seconds, in: connection) }
            let key = Key(series: reading.series.id, start: reading.start.secondsSince1970)
            let content = Content(value: reading.value, flag: reading.flag)
            if days[day, default: [:]].updateValue(content, forKey: key) != content { fresh.append(reading) }
        }
        return fresh
    }

    /// What earlier imports said of a day; a file holds periods of one length only, an hour or longer.
    private func load(_ day: CivilDate, seconds: Int, in connection: ReadConnection) throws -> [Key: Content] {
        let span = Period.day(day)
        var known: [Key: Content] = [:]
        try connection.forEachRow(
            """
            SELECT r.series, r.start, r.significand, r.scale, r.flag FROM reading r JOIN series s ON s.id = r.series
            WHERE r.start >= \(span.start.secondsSince1970) AND r.start < \(span.end.secondsSince1970)
            AND r.source > 0 AND s.seconds = \(seconds)
            ORDER BY r.start, r.series, r.arrived, r.source, r.position
            """
        ) { row in
            let value = row.optionalInteger(at: 2).flatMap { significand in
                ExactDecimal(significand: significand, scale: Int(row.optionalInteger(at: 3) ?? 0))
            }
            known[Key(series: row.integer(at: 0), start: row.integer(at: 1))] = Content(
                value: value, flag: row.optionalText(at: 4) ?? "")
        }
        return known
    }
}
