package import Standards
package import Storage

/// Questions about the measurements of water sections.
package enum WaterReadingStore {
    /// The measurements of a month that count, by time.
    package static func readings(
        of section: String, item: WaterItem, month: CivilDate, in connection: ReadConnection
    ) throws -> [Reading] {
        let span = Period.month(of: month)
        return ReadingStore.current(
            try ReadingStore.readings(
                from: span.start, to: span.end, seconds: WaterMeasurements.seconds, object: section, in: connection)
        ).filter { $0.series.item == item.rawValue }
    }
}
