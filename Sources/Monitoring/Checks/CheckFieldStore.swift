package import Catalog
package import Registry
package import Standards
package import Storage

/// Reads what the automatic checks look at.
package enum CheckFieldStore {
    /// The series of some objects: of every period the reading that arrived last.
    ///
    /// - Parameters:
    ///   - objects: stations, sections, outlets, noise points. Those of one kind are one another's neighbours.
    ///   - seconds: lengths of the periods.
    ///   - due: where values are due; what enterprises marked and touches it is there as a whole.
    ///   - lookBackHours: how much before is read as well, so that tests can look back.
    package static func field(
        of objects: [RegisteredObject], seconds: [Int], due: Range<Instant>, lookBackHours: Int,
        catalog: RuleCatalog, in connection: ReadConnection
    ) throws -> CheckField {
        let kinds = Dictionary(objects.map { ($0.id, $0.kind.rawValue) }, uniquingKeysWith: { first, _ in first })
        let from = due.lowerBound.adding(seconds: -lookBackHours * 3_600)
        var series: [CheckSeries] = []
        for length in seconds {
            let grouped = try readings(of: objects, from: from, to: due.upperBound, seconds: length, in: connection)
            for (key, readings) in grouped {
                // Rows come in the order of arrival: of several readings of a period the last one counts.
                let points = readings.map {
                    CheckSeries.Point(
                        start: $0.start, value: $0.value, flag: $0.flag, isBelowDetection: $0.isBelowDetection)
                }
                series.append(
                    CheckSeries(
                        station: key.object, kind: kinds[key.object] ?? "", item: key.item, seconds: length,
                        points: points))
            }
        }
        // A failed check reaches back to the last good one, and is made when the day is long over.
        let reach = ServiceActions.greatestDays * 86_400
        let work = try ServiceStore.records(
            of: kinds.keys.sorted(), from: due.lowerBound.adding(seconds: -reach),
            to: due.upperBound.adding(seconds: reach), in: connection
        ).filter { $0.withdrawn == nil }
        let marked = try OutletMarkStore.checkMarks(
            of: objects.filter { $0.kind == .outlet }, from: due.lowerBound, to: due.upperBound, catalog: catalog,
            in: connection)
        return CheckField(series, due: due, drifts: work.flatMap(\.checks), marks: work.flatMap(\.marks) + marked)
    }
    private static func readings(
        of objects: [RegisteredObject], from start: Instant, to end: Instant, seconds: Int,
        in connection: ReadConnection
    ) throws -> [SeriesKey: [Reading]] {
        let ids = Set(objects.map(\.id))
        guard !BlockSpan.holds(seconds: seconds) else {
            let all = try ReadingStore.readings(from: start, to: end, seconds: seconds, in: connection)
            return Dictionary(grouping: all.filter { ids.contains($0.series.object) }, by: \.series)
        }
        let latest = try LatestReadingStore.latest(
            of: ids.sorted(), from: start, to: end, seconds: seconds, in: connection)
        return Dictionary(grouping: latest.values.flatMap { $0.values.flatMap(\.values) }, by: \.series)
    }
}
