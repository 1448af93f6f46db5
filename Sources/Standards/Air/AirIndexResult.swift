/// What HJ 633 says of one hour or day at one place. Holds no heap memory.
public struct AirIndexResult: Hashable, Sendable {
    /// The AQI as published; nil when it may not be published ("NA").
    public let aqi: Int?
    /// The level of the AQI, 1 … 6; nil when there is no AQI.
    public let level: Int?
    /// The largest IAQI of the items present, also when the AQI is withheld; nil when nothing is present.
    public let largestIndex: Int?
    /// Primary pollutants: all items with the largest IAQI, when the AQI is above 50.
    public let primaryItems: AirItemSet
    /// Items with an IAQI above 100.
    public let exceedingItems: AirItemSet
    /// Items without a valid value.
    public let missingItems: AirItemSet
    /// Items not monitored by plan.
    public let notMonitoredItems: AirItemSet

    let indices: InlineIndices
    let aboveTable: AirItemSet
    let notComputed: AirItemSet
    let negative: AirItemSet
    let blankInFeed: AirItemSet
    let isRaised: Bool

    /// The IAQI of an item; nil when it has none.
    public func iaqi(_ item: AirItem) -> Int? { indices[item] }

    /// Primary pollutants in publication order: SO2, NO2, PM10, PM2.5, CO, O3.
    public var primary: [AirItem] { primaryItems.items }

    /// All items with an IAQI above `index` (usually 50), largest first; the local style of some provinces.
    public func items(above index: Int) -> [AirItem] {
        let listed = AirItem.allCases.compactMap { item in indices[item].map { (item: item, index: $0) } }
        return listed.filter { $0.index > index }
            .sorted { ($1.index, $0.item) < ($0.index, $1.item) }.map(\.item)
    }

    /// What a reader must know beside the number.
    public var notes: [AirIndexNote] {
        var notes: [AirIndexNote] = []
        let gaps = missingItems.subtracting(blankInFeed)
        if !gaps.isEmpty, largestIndex != nil {
            notes.append(aqi == nil ? .withheldForMissing(gaps) : .publishedWithout(gaps))
        }
        notes += blankInFeed.items.map { .blankInFeed($0) }
        notes += aboveTable.items.map { .aboveTable($0) }
        notes += notComputed.items.map { .notComputedFrom($0) }
        notes += negative.items.map { .negative($0) }
        if isRaised { notes.append(.raisedToMinimum) }
        return notes
    }
}
