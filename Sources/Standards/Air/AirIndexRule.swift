/// HJ 633 of one edition: from concentrations to IAQI, AQI, level and primary pollutant.
///
/// Made from a catalog file; which edition holds is decided by the day on which the hour or day starts. Judging
/// allocates nothing and never traps.
public struct AirIndexRule: Sendable {
    /// The tables the rule was made of.
    public let definition: AirIndexDefinition
    private let tables: AirIndexTables
    private let isNationalFeed: Bool

    /// Checks a definition and makes it ready.
    ///
    /// - Throws: `.invalidRule` naming the table at fault.
    public init(_ definition: AirIndexDefinition) throws(StandardsError) {
        self.definition = definition
        tables = try AirIndexTables(definition)
        if let ozone = definition.dailyOzoneHour {
            _ = try AirIndexTable(ozone, inputDecimals: definition.inputDecimals[.o3], subject: "daily_ozone_hour")
        }
        isNationalFeed = false
    }

    private init(feedReaderOf rule: AirIndexRule) {
        definition = rule.definition
        tables = rule.tables
        isNationalFeed = true
    }

    /// Id of the rule, for example `HJ633-2026`.
    public var id: String { definition.id }
    /// Title as cited.
    public var title: String { definition.title }
    /// The six levels, best first.
    public var levels: [AirLevel] { definition.levels }

    /// The level of a rank 1 … 6; nil for any other number.
    public func level(_ rank: Int) -> AirLevel? {
        definition.levels.indices.contains(rank - 1) ? definition.levels[rank - 1] : nil
    }

    /// The level of an AQI.
    public func level(ofAQI aqi: Int) -> AirLevel { definition.levels[tables.rank(of: aqi) - 1] }

    /// The same rule for values taken from the national feed, which blanks some measured items.
    ///
    /// CNEMC leaves PM10 blank whenever PM2.5 is larger, and computes the AQI with it; when PM10 alone is blank the row
    /// is therefore judged as complete (it reproduces 94 % of such rows, the rest are true outages).
    public func readingNationalFeed() -> AirIndexRule { AirIndexRule(feedReaderOf: self) }

    /// The rule for a day whose ozone is its largest hour instead of its largest eight-hour mean; nil where the edition
    /// does not list that hour among the items of the day. The larger IAQI of both holds.
    public var dailyByOzoneHour: AirIndexRule? {
        guard let ozone = definition.dailyOzoneHour else { return nil }
        var other = definition
        other.daily[.o3] = ozone
        other.dailyOzoneHour = nil
        // The column was checked when this rule was made.
        return try? AirIndexRule(other)
    }

    /// AQI of an hour from the six hourly means (HJ 633-2026; practice of the national platform before).
    public func hourly(_ values: AirValues) -> AirIndexResult {
        tables.judge(values, tables.hourly, isNationalFeed: isNationalFeed)
    }

    /// AQI of a day from the day means and the largest eight-hour mean of ozone.
    public func daily(_ values: AirValues) -> AirIndexResult {
        tables.judge(values, tables.daily, isNationalFeed: isNationalFeed)
    }
}
