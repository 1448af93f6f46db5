import Standards
import Storage

/// Every arrival of every hour of a day, by station and item. One day is kept.
struct AirHourVersions {
    /// By item; each in the order of hours, and of arrival within the hour.
    typealias Items = [String: [Reading]]

    private static let seconds = 3_600

    private let connection: ReadConnection
    private var date: CivilDate?
    private var stations: [String: Items] = [:]
    /// Whether all stations of the day were read; one that is not there has none then.
    private var isWhole = false
    /// The decisions about the day; nil before they were asked for.
    private var decided: [HourReview]?

    init(in connection: ReadConnection) { self.connection = connection }

    /// The readings of a station on a day.
    ///
    /// The first station of a day is read alone; when a second one is asked for, the day is read once for all.
    mutating func readings(of station: String, on date: CivilDate) throws -> Items {
        if date != self.date {
            (self.date, stations, isWhole) = (date, [:], false)
            decided = nil
        }
        if let known = stations[station] { return known }
        if isWhole { return [:] }
        isWhole = !stations.isEmpty
        stations = [station: [:]]
        let span = Period.day(date)
        for reading in try ReadingStore.readings(
            from: span.start, to: span.end, seconds: Self.seconds, object: isWhole ? nil : station, in: connection)
        {
            stations[reading.series.object, default: [:]][reading.series.item, default: []].append(reading)
        }
        return stations[station] ?? [:]
    }

    /// The decisions about the hours of a day, oldest first within the hour. The readings of that day are asked for with them.
    mutating func reviews(on date: CivilDate) throws -> [HourReview] {
        if date == self.date, let decided { return decided }
        let found = try ReviewStore.reviews(on: date, in: connection)
        if date == self.date { decided = found }
        return found
    }
}
