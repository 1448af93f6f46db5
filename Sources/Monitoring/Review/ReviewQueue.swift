package import Catalog
package import Registry
package import Standards
package import Storage

/// What waits for a reviewer on a day: findings of the automatic checks that nobody decided about, the heaviest first.
package enum ReviewQueue {
    package struct Entry: Sendable {
        package let finding: AirFinding
        /// The values that wait, in order of item and hour.
        package let places: [ReviewEffects.Place]
        package let effect: ReviewEffect
    }

    /// - Parameter questions: of the stations' day; see `AirDayFindings`.
    package static func entries(
        _ questions: [AirFinding], of stations: [RegisteredObject], on date: CivilDate, catalog: RuleCatalog,
        in connection: ReadConnection
    ) throws -> [Entry] {
        let own = Set(stations.filter(StationOwnership.isReviewedHere).map(\.id))
        let hours = try AirHours.load(date, in: connection)
        let effects = try ReviewEffects(on: date, catalog: catalog, in: connection)
        let open = questions.compactMap { finding -> (AirFinding, Set<ReviewEffects.Place>)? in
            guard finding.isQuestion, own.contains(finding.station) else { return nil }
            let station = hours.of(finding.station)
            guard !station.day.isLocked else { return nil }
            let places = finding.items.flatMap { item in
                finding.hours.map { ReviewEffects.Place(item: item, hour: $0 - 1) }
            }.filter { place in
                let value = station.reviewed(place.item, hour: place.hour)
                return value.raw != nil && value.standing == nil
            }
            return places.isEmpty ? nil : (finding, Set(places))
        }
        let entries = try open.map { finding, places in
            Entry(
                finding: finding, places: places.sorted { ($0.item, $0.hour) < ($1.item, $1.hour) },
                effect: try effects.effect(of: places, at: finding.station))
        }
        return entries.sorted { left, right in
            if left.effect.weight != right.effect.weight {
                return right.effect.weight.lexicographicallyPrecedes(left.effect.weight)
            }
            return (left.finding.station, left.finding.hours.lowerBound, left.finding.first.rule.id)
                < (right.finding.station, right.finding.hours.lowerBound, right.finding.first.rule.id)
        }
    }
}
