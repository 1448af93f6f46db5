package import Catalog
package import Standards
package import Storage

/// A place's day as it was judged: the stored daily values, what they are rounded to, and the edition of the day.
package struct AirAssessedDay: Sendable {
    package let place: AirPlace
    package let date: CivilDate
    /// The stored daily values, by item.
    package let items: [AirItem: AirDayValue]
    /// The published concentrations, each rounded once from its exact value.
    package let values: AirValues
    /// The edition of HJ 633 of the day.
    package let rule: AirIndexRule

    /// Nil when nothing is stored for the day.
    ///
    /// - Throws: `CatalogError` when no standard was in force.
    package init?(
        _ place: AirPlace, on date: CivilDate, catalog: RuleCatalog, in connection: ReadConnection
    ) throws {
        let stored = try AirDayStore.values(on: date, in: connection).filter { $0.place == place }
        guard !stored.isEmpty else { return nil }
        let statistics = try catalog.rule(.airStatistics, on: date)
        let judged = Dictionary(
            stored.map { value in
                let item = AirDayValues.Item(
                    value: value.value, used: value.used, received: value.received, expected: value.expected,
                    isValid: value.isValid)
                return (value.item, item)
            }, uniquingKeysWith: { first, _ in first })
        self.place = place
        self.date = date
        items = Dictionary(stored.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        values = try AirDayValues(
            items: judged, notMonitored: try Self.notMonitored(at: place, on: date, in: connection), by: statistics
        ).rounded()
        rule = try catalog.rule(.airIndex, on: date)
    }

    private static func notMonitored(
        at place: AirPlace, on date: CivilDate, in connection: ReadConnection
    ) throws -> Set<AirItem> {
        guard case .station(let id) = place else { return [] }
        let station = try AirHours.load(date, in: connection).of(id)
        return Set(AirItem.allCases.filter(station.isNotMonitored))
    }
}
