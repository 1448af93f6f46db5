package import Standards

/// Which days and months of which objects have new readings, so that their assessed values are made again.
package struct ReadingChanges: Sendable {
    /// Stations with new hourly values, by the day in which the hour starts.
    package private(set) var airDays: [CivilDate: Set<String>] = [:]
    /// Sections with new values, by the first day of the month.
    package private(set) var waterMonths: [CivilDate: Set<String>] = [:]

    package init() {}

    private static let airItems = Set(AirItem.allCases.map(\.rawValue))
    private static let waterItems: Set<String> = ["ph", "do", "codmn", "nh3n", "tp"]

    /// Takes note of a reading.
    package mutating func note(_ reading: Reading) {
        let day = reading.start.beijingDate
        if reading.series.seconds == 3_600, Self.airItems.contains(reading.series.item) {
            airDays[day, default: []].insert(reading.series.object)
        } else if reading.series.seconds == 14_400, Self.waterItems.contains(reading.series.item) {
            waterMonths[day.firstOfMonth, default: []].insert(reading.series.object)
        }
    }

    /// Takes note of other changes.
    mutating func merge(_ other: ReadingChanges) {
        airDays.merge(other.airDays) { $0.union($1) }
        waterMonths.merge(other.waterMonths) { $0.union($1) }
    }
}
