import Catalog
import Standards

/// The six daily values of one place, exact, with what they rest on.
struct AirDayValues {
    /// One item.
    struct Item {
        /// The exact mean, or the largest eight-hour mean for ozone; nil when nothing is there.
        let value: Rational?
        /// Hours (ozone: eight-hour windows; district: stations) that took part.
        let used: Int
        /// Hours (district: stations) for which anything arrived.
        let received: Int
        /// As many as there should be.
        let expected: Int
        let isValid: Bool
    }

    /// Hours of a day.
    private static let hours = 24

    let items: [AirItem: Item]
    /// Items that are not monitored here by plan.
    let notMonitored: Set<AirItem>
    /// The id of the statistics rule.
    let rule: String
    private let decimals: [AirItem: Int]

    /// Values that were computed before and stored.
    init(items: [AirItem: Item], notMonitored: Set<AirItem>, by statistics: AirStatisticsRule) {
        self.items = items
        self.notMonitored = notMonitored
        rule = statistics.id
        decimals = statistics.concentrationDecimals
    }

    /// A station's day.
    init(of station: AirHours.Station, on day: CivilDate, catalog: RuleCatalog) throws {
        let statistics = try catalog.rule(.airStatistics, on: day)
        var items: [AirItem: Item] = [:]
        for item in AirItem.allCases {
            let values = station.values(item)
            let received = station.received(item)
            if item == .o3 {
                let ozone = try statistics.ozoneDay(ofHours: values)
                items[item] = Item(
                    value: ozone.maximum, used: ozone.validWindows, received: received,
                    expected: ozone.expectedWindows, isValid: ozone.isValid)
            } else {
                let mean = try statistics.dayMean(ofHours: values)
                items[item] = Item(
                    value: mean.mean, used: mean.validCount, received: received, expected: Self.hours,
                    isValid: mean.isValid)
            }
        }
        self.items = items
        notMonitored = Set(AirItem.allCases.filter(station.isNotMonitored))
        rule = statistics.id
        decimals = statistics.concentrationDecimals
    }

    /// The district's day from its evaluated stations.
    init(ofPoints points: [[String: Item]], on day: CivilDate, catalog: RuleCatalog) throws {
        let statistics = try catalog.rule(.airStatistics, on: day)
        var items: [AirItem: Item] = [:]
        for item in AirItem.allCases {
            let values = points.map { $0[item.rawValue] }
            let mean = statistics.areaMean(ofPoints: values.map { $0.flatMap { $0.isValid ? $0.value : nil } })
            items[item] = Item(
                value: mean.mean, used: mean.validCount, received: values.count { ($0?.received ?? 0) > 0 },
                expected: mean.expectedCount, isValid: mean.isValid)
        }
        self.items = items
        notMonitored = []
        rule = statistics.id
        decimals = statistics.concentrationDecimals
    }

    /// The published concentrations: each rounded once from its exact value.
    func rounded() throws -> AirValues {
        var values = AirValues(repeating: .missing)
        for (item, value) in items {
            if let exact = value.value, value.isValid {
                values[item] = .present(try exact.rounded(decimals: decimals[item] ?? 0))
            } else if notMonitored.contains(item) {
                values[item] = .notMonitored
            }
        }
        return values
    }
}
