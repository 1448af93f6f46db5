package import Registry
package import Standards
package import Storage

/// A lead out of a reviewer's doubt: hours of an outlet's day that stand in doubt. It proves nothing yet.
package struct OutletDoubt: Sendable {
    package let outlet: RegisteredObject
    package let date: CivilDate
    /// Each limited item with hours in doubt, in the order of the limits.
    package let items: [(limit: OutletLimit, hours: [ReviewedValue])]

    /// Nil where nothing stands in doubt.
    package init?(_ outlet: RegisteredObject, on date: CivilDate, in connection: ReadConnection) throws {
        let span = Period.day(date)
        let table = try OutletAssessments(of: outlet.id, from: span.start, to: span.end, in: connection)
        let items = OutletLimit.limits(of: outlet).map { limit in
            let values = (0..<24).map { table.value(limit.seriesItem, at: Instant(beijing: date, hour: $0)) }
            return (limit: limit, hours: values.filter(\.isDoubted))
        }.filter { !$0.hours.isEmpty }
        guard !items.isEmpty else { return nil }
        self.outlet = outlet
        self.date = date
        self.items = items
    }

    /// Number of hours of which any item stands in doubt.
    package var hourCount: Int { Set(items.flatMap { $0.hours.compactMap { $0.raw?.start } }).count }

    /// The codes of the reasons, each once, in the order of their use.
    package var reasons: [String] {
        items.flatMap { $0.hours.compactMap(\.standing?.reason) }
            .reduce(into: []) { unique, code in if !unique.contains(code) { unique.append(code) } }
    }
}
