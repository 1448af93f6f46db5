/// A year of daily AQI, one square a day, judged by the standard of each day.
package struct AirCalendarPage: Sendable {
    package let frame: PageFrame
    /// Whose days: 全区 or a station.
    package let placeName: String
    package let yearText: String
    package let previous: TextLink?
    package let next: TextLink?
    package let action: String
    package let places: [ReviewForm.Choice]
    package let state: DataState
    /// 1 … 31.
    package let dayHeads: [String]
    package let months: [Month]
    /// How many days of each level, and how many without a value.
    package let counts: [Count]
    /// E.g. 有效评价 320 天，优良 265 天，优良率 82.8%.
    package let summary: String
    /// Which standard judged which days.
    package let rules: [TextLink]
    package let csvHref: String
    /// Said where there is no day at all.
    package let emptyReason: String?

    /// A month with its days.
    package struct Month: Sendable {
        package let name: String
        /// 31 cells; blank behind the last day of the month and ahead of today.
        package let days: [Day]
        /// Good days of the assessed ones, e.g. 21/28.
        package let good: String
    }

    /// A square.
    package struct Day: Sendable {
        /// The AQI; 缺 where the day has none, nil where there is no such day.
        package let text: String?
        /// `l1` … `l6`, `miss`, or empty.
        package let levelClass: String
        /// In words, e.g. 2026年3月1日 AQI 86，二级（良）.
        package let label: String
        package let href: String
    }

    /// A level with its number of days.
    package struct Count: Sendable {
        package let name: String
        package let levelClass: String
        package let days: String
    }
}
