/// Everything HJ 633 leaves to tables, as read from a catalog file.
public struct AirIndexDefinition: Hashable, Sendable {
    /// Id of the rule, for example `HJ633-2026`.
    public var id: String
    /// Title as cited.
    public var title: String
    /// Breakpoints for hourly values; particles use the 24 h column.
    public var hourly: [AirItem: AirBreakpoints]
    /// Breakpoints for daily values; ozone uses the 8 h column.
    public var daily: [AirItem: AirBreakpoints]
    /// Breakpoints for the largest hour of ozone of a day, where the edition lists it among the items of the day (2012).
    public var dailyOzoneHour: AirBreakpoints?
    /// Decimals to which concentrations are rounded before the index; empty where the standard does not say so.
    public var inputDecimals: [AirItem: Int]
    /// The six levels, best first.
    public var levels: [AirLevel]
    /// The smallest AQI shown (0, from 2026: 1).
    public var minimum: Int
    /// The largest AQI shown.
    public var maximum: Int
    /// A primary pollutant is named when the AQI is above this number.
    public var primaryAbove: Int
    /// An item exceeds (超标, and its sensitive group is shown) when its IAQI is above this number.
    public var exceedsAbove: Int
    /// What holds when items are missing.
    public var missing: AirMissingRule
    /// 敏感人群 by item; empty where the standard names none.
    public var sensitiveGroups: [AirItem: String]

    /// Makes a definition; it is checked when a rule is made of it.
    public init(
        id: String, title: String, hourly: [AirItem: AirBreakpoints], daily: [AirItem: AirBreakpoints],
        dailyOzoneHour: AirBreakpoints? = nil, inputDecimals: [AirItem: Int], levels: [AirLevel], minimum: Int,
        maximum: Int, primaryAbove: Int,
        exceedsAbove: Int, missing: AirMissingRule, sensitiveGroups: [AirItem: String]
    ) {
        self.id = id
        self.title = title
        self.hourly = hourly
        self.daily = daily
        self.dailyOzoneHour = dailyOzoneHour
        self.inputDecimals = inputDecimals
        self.levels = levels
        self.minimum = minimum
        self.maximum = maximum
        self.primaryAbove = primaryAbove
        self.exceedsAbove = exceedsAbove
        self.missing = missing
        self.sensitiveGroups = sensitiveGroups
    }
}
