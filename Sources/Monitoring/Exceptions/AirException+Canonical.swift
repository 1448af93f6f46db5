import Ledger
import Standards

extension AirException.Extent {
    /// The members in records.
    var members: [String: CanonicalValue] {
        [
            "days": .array(days.map { .string($0.description) }), "stations": .array(stations.map { .string($0) }),
            "items": .array(items.map { .string($0.rawValue) }),
        ]
    }

    /// Nil where a day or item is none, or anything stands twice.
    init?(_ body: CanonicalValue) {
        func texts(_ key: String) -> [String] { (body[key]?.elements ?? []).compactMap(\.text) }
        let days = texts("days").compactMap { CivilDate($0) }
        let items = texts("items").compactMap { AirItem(rawValue: $0) }
        self.init(days: days, stations: texts("stations"), items: items)
        let stated = ["days", "stations", "items"].map { body[$0]?.elements?.count ?? 0 }
        guard stated == [self.days.count, stations.count, self.items.count] else { return nil }
    }

    /// One text, as tables hold it.
    var stored: String {
        [
            days.map(\.description).joined(separator: ","), items.map(\.rawValue).joined(separator: ","),
            stations.joined(separator: "\n"),
        ].joined(separator: "\n")
    }

    /// - Parameter stored: as `stored` writes it.
    init(stored: String) {
        let lines = stored.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func list(_ place: Int) -> [String] {
            lines.indices.contains(place) ? lines[place].split(separator: ",").map(String.init) : []
        }
        self.init(
            days: list(0).compactMap { CivilDate($0) }, stations: lines.dropFirst(2).filter { !$0.isEmpty },
            items: list(1).compactMap { AirItem(rawValue: $0) })
    }
}
