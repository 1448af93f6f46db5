package import Standards

/// What one section's instruments reported for one period: the last arrival of each item.
package struct WaterSample: Sendable {
    /// Start of the four hours.
    package let start: Instant
    /// The readings that count, by item, valid or not.
    package let readings: [WaterItem: Reading]

    /// The valid ones as they are judged.
    package var measurements: [WaterItem: WaterMeasurement] {
        Dictionary(
            readings.values.compactMap { WaterMeasurements.measurement(in: $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Items that decide the class of an automatic station and have no valid value.
    package var missingItems: [WaterItem] {
        let present = measurements
        return WaterMonthProjection.items.filter { present[$0] == nil }
    }
}
