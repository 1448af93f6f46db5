/// The limits of GB 3838 Table 1, by item and kind of water.
public struct WaterStandard: Hashable, Sendable {
    /// Id of the standard, for example `GB3838-2002`.
    public let id: String
    /// Title as cited.
    public let title: String
    /// Names of the classes, Ⅰ … 劣Ⅴ, best first.
    public let classNames: [String]
    /// Chinese names of the items.
    public let itemNames: [WaterItem: String]
    /// Units of the items as printed.
    public let itemUnits: [WaterItem: String]
    /// The alternative for dissolved oxygen of class Ⅰ; nil when the file has none.
    public let saturation: OxygenSaturation?
    private let river: [WaterItem: WaterLimit]
    private let lake: [WaterItem: WaterLimit]

    /// Makes the table.
    ///
    /// - Throws: `.invalidRule` for limits that become stricter towards Ⅴ, or unless there are six class names.
    public init(
        id: String, title: String, classNames: [String], itemNames: [WaterItem: String],
        itemUnits: [WaterItem: String], river: [WaterItem: WaterLimit], lake: [WaterItem: WaterLimit],
        saturation: OxygenSaturation? = nil
    ) throws(StandardsError) {
        guard classNames.count == WaterClass.allCases.count else {
            throw StandardsError(.invalidRule, subject: "classNames", value: "\(classNames.count)")
        }
        for item in WaterItem.allCases {
            for limit in [river[item], lake[item]] {
                guard let limit, !limit.isUsable else { continue }
                throw StandardsError(.invalidRule, subject: item.rawValue)
            }
        }
        self.id = id
        self.title = title
        self.classNames = classNames
        self.itemNames = itemNames
        self.itemUnits = itemUnits
        self.saturation = saturation
        self.river = river
        self.lake = lake
    }

    /// The limits of an item; nil when the standard sets none for this kind of water.
    public func limit(_ item: WaterItem, kind: WaterBodyKind) -> WaterLimit? {
        kind == .river ? river[item] : lake[item]
    }

    /// The name of a class: Ⅰ … Ⅴ, 劣Ⅴ.
    public func name(of waterClass: WaterClass) -> String { classNames[waterClass.rawValue - 1] }

    /// The Chinese name of an item, its key when the file has none.
    public func name(of item: WaterItem) -> String { itemNames[item] ?? item.rawValue }
}
