import Standards
import Storage

/// The valid measurements of a month, by section and item.
enum WaterMeasurements {
    /// Water stations report periods of four hours.
    static let seconds = 14_400

    static func load(
        _ month: CivilDate, in connection: ReadConnection
    ) throws -> [String: [WaterItem: [WaterMeasurement]]] {
        let span = Period.month(of: month)
        let readings = ReadingStore.current(
            try ReadingStore.readings(from: span.start, to: span.end, seconds: seconds, in: connection))
        var measurements: [String: [WaterItem: [WaterMeasurement]]] = [:]
        for reading in readings where reading.isValid {
            guard let item = WaterItem(rawValue: reading.series.item), let value = reading.value else { continue }
            // A pH that cannot be would spoil the mean of the month; it stays among the readings, marked there.
            if item == .ph, !HydrogenIonMean.range.contains(value) { continue }
            measurements[reading.series.object, default: [:]][item, default: []].append(
                reading.isBelowDetection ? .belowLimit(value) : .measured(value))
        }
        return measurements
    }
}
