package import Standards

/// One hour of one station as it counts now: what arrived, and what the standard of its day says of it.
package struct AirStationHour: Sendable {
    package let start: Instant
    /// The latest arrival of each item; absent where nothing ever came.
    package let readings: [AirItem: Reading]
    /// What is judged: valid readings, gaps, items not monitored by plan.
    package let values: AirValues
    /// The AQI of the hour.
    package let result: AirIndexResult
    /// The edition that judged it, for published files as the national feed is to be read.
    package let rule: AirIndexRule

    /// An hour for which nothing came.
    package static func empty(at start: Instant, rule: AirIndexRule) -> AirStationHour {
        let values = AirValues(repeating: .missing)
        return AirStationHour(start: start, readings: [:], values: values, result: rule.hourly(values), rule: rule)
    }

    /// The hour 1 … 24 at whose end it stands.
    package var number: Int { start.beijingHour + 1 }

    /// Whether any message came, even one that says that there is no value.
    package var hasMessage: Bool { !readings.isEmpty }

    /// Whether any value is valid.
    package var hasValidValue: Bool { readings.values.contains { $0.isValid } }

    /// Whether all that counts came from imported files.
    package var isImported: Bool {
        !readings.isEmpty
            && readings.values.allSatisfy { if case .importRow = $0.origin { true } else { false } }
    }

    /// Why there is no valid value: the mark that most items carry; nil where nothing came or a value is valid.
    package var missingFlag: String? {
        guard hasMessage, !hasValidValue else { return nil }
        let flags = Dictionary(grouping: readings.values.map(\.flag), by: { $0 }).mapValues(\.count)
        return flags.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
    }
}
