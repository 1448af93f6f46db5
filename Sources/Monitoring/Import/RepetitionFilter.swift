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

    private var known: [Key: Content] = [:]
    private var loadedDays: Set<CivilDate> = []

    /// The readings that say something new.
    mutating func fresh(_ readings: [Reading], in connection: ReadConnection) throws -> [Reading] {
        var fresh: [Reading] = []
        for reading in readings {
            try load(reading.start.beijingDate, in: connection)
            let key = Key(series: reading.series.id, start: reading.start.secondsSince1970)
            let content = Content(value: reading.value, flag: reading.flag)
            if known[key] == content { continue }
            known[key] = content
            fresh.append(reading)
        }
        return fresh
    }

    private mutating func load(_ day: CivilDate, in connection: ReadConnection) throws {
        guard loadedDays.insert(day).inserted else { return }
        let span = Period.day(day)
        try connection.forEachRow(
            """
            SELECT series, start, significand, scale, flag FROM reading
            WHERE start >= \(span.start.secondsSince1970) AND start < \(span.end.secondsSince1970) AND source > 0
            ORDER BY start, series, arrived, source, position
            """
        ) { row in
            let value = row.optionalInteger(at: 2).flatMap { significand in
                ExactDecimal(significand: significand, scale: Int(row.optionalInteger(at: 3) ?? 0))
            }
            known[Key(series: row.integer(at: 0), start: row.integer(at: 1))] = Content(
                value: value, flag: row.optionalText(at: 4) ?? "")
        }
    }
}
