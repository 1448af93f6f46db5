package import Catalog
import Registry
package import Standards
package import Storage

/// Questions about manual values beside automatic ones.
package enum ManualComparisonStore {
    /// The manual values of some points in a span, each with the automatic value of its period, by time.
    ///
    /// - Throws: `CatalogError` where no rule was in force on the day of a sample.
    package static func comparisons(
        of objects: [String], from start: Instant, to end: Instant, catalog: RuleCatalog,
        in connection: ReadConnection
    ) throws -> [ManualComparison] {
        var found: [ManualComparison] = []
        for id in objects.sorted() {
            guard let object = try RegistryStore.object(id, in: connection), let seconds = seconds(of: object.kind)
            else { continue }
            for reading in try ManualReadingStore.readings(from: start, to: end, object: id, in: connection)
            where reading.isValid {
                let day = reading.start.beijingDate
                let rules = try ManualRules(catalog, on: day)
                found.append(
                    try ManualComparison(
                        manual: reading,
                        automatic: try automatic(
                            beside: reading, as: rules.item(reading.series.item)?.automatic ?? [], seconds: seconds,
                            in: connection),
                        limit: try limit(of: reading, at: object, on: day, catalog), by: rules.comparison))
            }
        }
        return found.sorted { ($0.manual.start, $0.manual.series.object) < ($1.manual.start, $1.manual.series.object) }
    }

    /// The length of the automatic periods of a kind of point; nil where nothing is measured automatically.
    private static func seconds(of kind: ObjectKind) -> Int? {
        switch kind {
        case .section: WaterMeasurements.seconds
        case .outlet, .noise, .station: 3_600
        case .town, .bureau: nil
        }
    }

    /// The last arrival of the automatic period in which a sample was taken; nil where there is none.
    private static func automatic(
        beside reading: Reading, as items: [String], seconds: Int, in connection: ReadConnection
    ) throws -> Reading? {
        for item in items {
            let readings = try ReadingStore.readings(
                from: reading.start.adding(seconds: 1 - seconds), to: reading.start.adding(seconds: 1),
                seconds: seconds, object: reading.series.object, item: item, in: connection)
            if let last = ReadingStore.current(readings).last { return last }
        }
        return nil
    }

    private static func limit(
        of reading: Reading, at object: RegisteredObject, on day: CivilDate, _ catalog: RuleCatalog
    ) throws -> WaterLimit? {
        guard object.kind == .section, let item = WaterItem(rawValue: reading.series.item),
            let kind = WaterBodyKind(rawValue: object.text("bodyKind"))
        else { return nil }
        return try catalog.waterClassRule(on: day).standard.limit(item, kind: kind)
    }
}
