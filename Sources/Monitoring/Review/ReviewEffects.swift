package import Catalog
package import Standards
package import Storage

/// Computes, for a day, what decisions about its values would change in what is published.
package struct ReviewEffects {
    /// An item of an hour.
    package struct Place: Hashable, Sendable {
        package let item: AirItem
        /// 0 … 23.
        package let hour: Int

        package init(item: AirItem, hour: Int) {
            self.item = item
            self.hour = hour
        }
    }

    private let day: CivilDate
    private let catalog: RuleCatalog
    private let hours: AirHours
    private let evaluated: [String]
    private let points: [String: AirDayValues]
    private let index: AirIndexRule

    /// - Throws: `CatalogError` when no standard was in force.
    package init(on day: CivilDate, catalog: RuleCatalog, in connection: ReadConnection) throws {
        self.day = day
        self.catalog = catalog
        hours = try AirHours.load(day, in: connection)
        evaluated = try connection.rows("SELECT id FROM registry_station WHERE evaluated = 1 ORDER BY id") {
            try $0.text("id")
        }
        index = try catalog.rule(.airIndex, on: day)
        var points: [String: AirDayValues] = [:]
        for station in evaluated {
            points[station] = try AirDayValues(of: hours.of(station), on: day, catalog: catalog)
        }
        self.points = points
    }

    /// What rejecting values of a station would change.
    package func effect(of places: Set<Place>, at station: String) throws -> ReviewEffect {
        let before = hours.of(station)
        var after = before
        for place in places {
            after.readings[place.item]?[place.hour] = nil
            after.reviews[place.item]?[place.hour] = nil
        }
        let then = try AirDayValues(of: after, on: day, catalog: catalog)
        let now = try points[station] ?? AirDayValues(of: before, on: day, catalog: catalog)
        guard points[station] != nil else {
            return ReviewEffect(
                before: try published(now), after: try published(then), districtBefore: nil, districtAfter: nil)
        }
        return ReviewEffect(
            before: try published(now), after: try published(then), districtBefore: try district(points),
            districtAfter: try district(points.merging([station: then]) { $1 }))
    }

    private func district(_ points: [String: AirDayValues]) throws -> ReviewEffect.Day {
        let items = evaluated.map { station in
            let values = (points[station]?.items ?? [:]).map { ($0.key.rawValue, $0.value) }
            return Dictionary(values, uniquingKeysWith: { first, _ in first })
        }
        return try published(AirDayValues(ofPoints: items, on: day, catalog: catalog))
    }

    private func published(_ values: AirDayValues) throws -> ReviewEffect.Day {
        let rounded = try values.rounded()
        let pairs = AirItem.allCases.compactMap { item in rounded[item].concentration.map { (item, $0) } }
        return ReviewEffect.Day(
            aqi: index.daily(rounded).aqi, values: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
}
