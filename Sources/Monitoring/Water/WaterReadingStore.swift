package import Standards
package import Storage

/// Questions about the measurements of water sections.
package enum WaterReadingStore {
    /// The measurements of a month that count: automatic ones by time, then those by hand.
    ///
    /// - Parameter automaticFirst: as `ManualRules.automaticFirst`.
    package static func readings(
        of section: String, item: WaterItem, month: CivilDate, automaticFirst: Set<WaterItem>,
        in connection: ReadConnection
    ) throws -> [Reading] {
        try WaterMeasurements.readings(
            month, section: section, item: item, automaticFirst: automaticFirst, in: connection)
    }
}
