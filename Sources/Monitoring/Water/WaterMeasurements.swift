import Standards
import Storage

/// The valid measurements of a month, by section and item.
enum WaterMeasurements {
    /// Water stations report periods of four hours.
    static let seconds = 14_400

    /// - Parameters:
    ///   - section: only this section, or every one.
    ///   - preferred: items of which automatic values make the month where there are any (环办监测函〔2020〕82号).
    static func load(
        _ month: CivilDate, section: String? = nil, automaticFirst preferred: Set<WaterItem>,
        in connection: ReadConnection
    ) throws -> [String: [WaterItem: [WaterMeasurement]]] {
        let readings = try readings(month, section: section, automaticFirst: preferred, in: connection)
        var measurements: [String: [WaterItem: [WaterMeasurement]]] = [:]
        for reading in readings {
            guard let (item, measurement) = measurement(in: reading) else { continue }
            measurements[reading.series.object, default: [:]][item, default: []].append(measurement)
        }
        return measurements
    }

    /// The readings of which a month is made, automatic ones first, each by time.
    static func readings(
        _ month: CivilDate, section: String? = nil, item: WaterItem? = nil, automaticFirst preferred: Set<WaterItem>,
        in connection: ReadConnection
    ) throws -> [Reading] {
        let span = Period.month(of: month)
        let automatic = ReadingStore.current(
            try ReadingStore.readings(
                from: span.start, to: span.end, seconds: seconds, object: section, item: item?.rawValue,
                in: connection))
        let manual = try ManualReadingStore.readings(
            from: span.start, to: span.end, object: section, item: item?.rawValue, in: connection)
        if manual.isEmpty { return automatic }
        let names = Set(preferred.map(\.rawValue))
        let measured = Set(automatic.filter { measurement(in: $0) != nil }.map { [$0.series.object, $0.series.item] })
        return automatic
            + manual.filter { reading in
                !names.contains(reading.series.item)
                    || !measured.contains([reading.series.object, reading.series.item])
            }
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
