package import Standards
import Storage

/// Which days and months of which objects have new readings or decisions, so that their assessed values are made again.
package struct ReadingChanges: Sendable {
    /// Stations with new hourly values, by the day in which the hour starts.
    package private(set) var airDays: [CivilDate: Set<String>] = [:]
    /// Sections with new values, by the first day of the month.
    package private(set) var waterMonths: [CivilDate: Set<String>] = [:]

    package init() {}

    private static let airItems = Set(AirItem.allCases.map(\.rawValue))
    private static let waterItems: Set<String> = ["ph", "do", "codmn", "nh3n", "tp"]

    /// Takes note of a reading.
    package mutating func note(_ reading: Reading) { note(reading.series, on: reading.start.beijingDate) }

    /// Takes note of a decision about hours of a station.
    mutating func noteReview(of station: String, on day: CivilDate) { airDays[day, default: []].insert(station) }

    /// Takes note of a sample that was taken by hand.
    mutating func noteSample(of object: String, at moment: Instant) {
        waterMonths[moment.beijingDate.firstOfMonth, default: []].insert(object)
    }

    private mutating func note(_ series: SeriesKey, on day: CivilDate) {
        if series.seconds == 3_600, Self.airItems.contains(series.item) {
            airDays[day, default: []].insert(series.object)
        } else if series.seconds == 14_400, Self.waterItems.contains(series.item) {
            waterMonths[day.firstOfMonth, default: []].insert(series.object)
        }
    }

    /// All days and months of which there are readings, as if every one were new.
    ///
    /// - Parameter seconds: the length of the periods, an hour or longer.
    static func ofAll(seconds: Int, in connection: ReadConnection) throws -> ReadingChanges {
        var changes = ReadingChanges()
        // Days are those of Beijing: 28,800 seconds before those of UTC.
        try connection.forEachRow(
            """
            SELECT DISTINCT (r.start + 28800) / 86400 AS day, s.object, s.item
            FROM reading r JOIN series s ON s.id = r.series WHERE s.seconds = \(seconds)
            """
        ) { row in
            let series = SeriesKey(object: try row.text("object"), item: try row.text("item"), seconds: seconds)
            let start = Instant(secondsSince1970: try row.integer("day") * 86_400 - 28_800)
            changes.note(series, on: start.beijingDate)
        }
        return changes
    }

    /// All months in which something was measured by hand, as if every sample were new.
    static func ofAllSamples(in connection: ReadConnection) throws -> ReadingChanges {
        var changes = ReadingChanges()
        try connection.forEachRow(
            """
            SELECT DISTINCT (r.start + 28800) / 86400 AS day, s.object
            FROM reading r JOIN series s ON s.id = r.series WHERE s.seconds = 0
            """
        ) { row in
            let start = Instant(secondsSince1970: try row.integer("day") * 86_400 - 28_800)
            changes.noteSample(of: try row.text("object"), at: start)
        }
        return changes
    }

    /// Takes note of other changes.
    mutating func merge(_ other: ReadingChanges) {
        airDays.merge(other.airDays) { $0.union($1) }
        waterMonths.merge(other.waterMonths) { $0.union($1) }
    }
}
