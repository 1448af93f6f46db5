import Standards
import Storage

/// The valid measurements of a month, by section and item.
enum WaterMeasurements {
    /// Water stations report periods of four hours.
    static let seconds = 14_400

    /// - Parameter section: only this section, or every one.
    static func load(
        _ month: CivilDate, section: String? = nil, in connection: ReadConnection
    ) throws -> [String: [WaterItem: [WaterMeasurement]]] {
        let span = Period.month(of: month)
        let readings = ReadingStore.current(
            try ReadingStore.readings(
                from: span.start, to: span.end, seconds: seconds, object: section, in: connection))
        var measurements: [String: [WaterItem: [WaterMeasurement]]] = [:]
        for reading in readings {
            guard let (item, measurement) = measurement(in: reading) else { continue }
            measurements[reading.series.object, default: [:]][item, default: []].append(measurement)
        }
        return measurements
    }

    /// What a reading contributes; nil when it is not valid.
    static func measurement(in reading: Reading) -> (WaterItem, WaterMeasurement)? {
        guard reading.isValid, let item = WaterItem(rawValue: reading.series.item), let value = reading.value
        else { return nil }
        // A pH that cannot be would spoil the mean of the month; it stays among the readings, marked there.
        if item == .ph, !HydrogenIonMean.range.contains(value) { return nil }
        return (item, reading.isBelowDetection ? .belowLimit(value) : .measured(value))
    }
}
