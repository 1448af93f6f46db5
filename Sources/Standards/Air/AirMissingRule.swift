/// When an AQI may be published although items are missing. Items not monitored by plan never count as missing.
public struct AirMissingRule: Hashable, Sendable {
    /// With anything missing, publish only when the largest IAQI of the others is above this number
    /// (HJ 633-2026 5.3.1: 100). Nil: the other conditions decide.
    public let publishAbove: Int?
    /// The largest number of missing items with which an AQI is still published; nil for no bound.
    public let maximumMissing: Int?
    /// At least one of these must be present; empty for no condition.
    public let neededOneOf: AirItemSet
    /// Items that the national feed leaves blank although they were measured (PM10 whenever PM2.5 is larger). Only a
    /// rule made by `AirIndexRule.readingNationalFeed()` takes their absence, alone, as no gap.
    public let feedBlanks: AirItemSet

    /// Makes the rule.
    public init(publishAbove: Int?, maximumMissing: Int?, neededOneOf: AirItemSet, feedBlanks: AirItemSet) {
        self.publishAbove = publishAbove
        self.maximumMissing = maximumMissing
        self.neededOneOf = neededOneOf
        self.feedBlanks = feedBlanks
    }

    /// Whether an AQI of `index` may be published without the items in `missing`.
    func allows(_ index: Int, missing: AirItemSet) -> Bool {
        if missing.isEmpty { return true }
        if let publishAbove { return index > publishAbove }
        if let maximumMissing, missing.count > maximumMissing { return false }
        return neededOneOf.isEmpty || !neededOneOf.isSubset(of: missing)
    }
}
