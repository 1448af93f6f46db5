package import Catalog
package import Storage

/// Keeps the values of days and months in step with the readings they rest on.
package enum AssessedValues {
    /// Makes again what new readings or decisions may have changed.
    package static func update(
        _ changes: ReadingChanges, in connection: WriteConnection, catalog: RuleCatalog
    ) throws {
        for (day, stations) in changes.airDays.sorted(by: { $0.key < $1.key }) {
            try ReviewProjection.updateStanding(day, stations: stations, in: connection)
            try AirDayProjection.update(day, stations: stations, in: connection, catalog: catalog)
        }
        for (month, sections) in changes.waterMonths.sorted(by: { $0.key < $1.key }) {
            try WaterMonthProjection.update(month, sections: sections, in: connection, catalog: catalog)
        }
    }
}
