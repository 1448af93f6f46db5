package import Standards
import Storage

/// What a day's published figures would be if some values of a station were out of statistics, computed exactly.
package struct ReviewEffect: Sendable, Hashable {
    /// A daily figure as it is published.
    package struct Day: Sendable, Hashable {
        /// Nil when it may not be published.
        package let aqi: Int?
        /// The published daily values by item; nil where one is missing or invalid.
        package let values: [AirItem: ExactDecimal]
    }

    package let before: Day
    package let after: Day
    /// Nil for a station that does not count.
    package let districtBefore: Day?
    package let districtAfter: Day?

    /// The larger, the more of what is published hangs on the decision.
    ///
    /// The district comes before the station, whether something may be published at all before its AQI, and that before a mean.
    package var weight: [Int] {
        [
            Self.validity(districtBefore, districtAfter), Self.step(districtBefore, districtAfter),
            Self.validity(before, after), Self.step(before, after), Self.means(before, after),
        ]
    }

    /// Whether anything that is published would change.
    package var isNone: Bool { before == after && districtBefore == districtAfter }

    private static func validity(_ before: Day?, _ after: Day?) -> Int {
        let items = Set(before?.values.keys.map(\.self) ?? []).symmetricDifference(after?.values.keys.map(\.self) ?? [])
        return items.count + ((before?.aqi == nil) == (after?.aqi == nil) ? 0 : 1)
    }

    private static func step(_ before: Day?, _ after: Day?) -> Int {
        guard let before = before?.aqi, let after = after?.aqi else { return 0 }
        return abs(before - after)
    }

    private static func means(_ before: Day, _ after: Day) -> Int {
        before.values.count { item, value in after.values[item].map { $0 != value } ?? false }
    }
}
