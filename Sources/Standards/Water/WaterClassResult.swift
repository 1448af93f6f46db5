/// The class of a section and how it came about.
public struct WaterClassResult: Hashable, Sendable {
    /// One item's part in the result.
    public struct Item: Hashable, Sendable {
        /// The item.
        public let item: WaterItem
        /// The value compared.
        public let value: ExactDecimal
        /// The best class whose limit the value meets.
        public let waterClass: WaterClass
    }

    /// The class of the section: that of its worst item; nil when no item took part.
    public let waterClass: WaterClass?
    /// The items that took part, in the order of the standard.
    public let items: [Item]
    /// Items with a value that do not take part in the class.
    public let ignoredItems: [WaterItem]

    /// The items that have the section's class, in the order of the standard.
    public var decidingItems: [WaterItem] { items.filter { $0.waterClass == waterClass }.map(\.item) }

    /// The class of one item; nil when it did not take part.
    public func itemClass(_ item: WaterItem) -> WaterClass? { items.first { $0.item == item }?.waterClass }

    init(items: [Item], ignoredItems: [WaterItem]) {
        self.items = items
        self.ignoredItems = ignoredItems
        waterClass = items.map(\.waterClass).max()
    }
}
