/// All air stations of one day: the list behind 空气站 in the menu.
package struct StationsPage: Sendable {
    package let frame: PageFrame
    /// The day, e.g. 2026年11月21日（星期六）.
    package let dayText: String
    /// The day as yyyy-MM-dd for the date field.
    package let dayISO: String
    /// Where the date field is sent (GET, parameter `date`).
    package let dayAction: String
    package let previousDay: TextLink?
    /// The year of the whole district.
    package let calendarHref: String
    package let nextDay: TextLink?
    package let state: DataState
    package let rows: [Row]
    /// How many stations with values are not listed; nil when all are.
    package let omittedText: String?
    /// Said when `rows` is empty: why, and how to mend it.
    package let emptyReason: String

    /// One station.
    package struct Row: Sendable {
        package let name: String
        /// Address of the station's day.
        package let href: String
        package let code: String
        package let town: String
        /// 国控, 市控, 街镇 …
        package let level: String
        /// AQI of the day, or — .
        package let aqi: String
        /// Address of the card of that AQI; nil where nothing was judged.
        package let explainHref: String?
        /// `l1` … `l6`; nil for none.
        package let levelClass: String?
        /// 优 … 严重污染; — for none.
        package let levelName: String
        package let captureRate: String
        package let validRate: String
        /// Hours waiting for review, e.g. 待核 2 时; — for none.
        package let reviewText: String
    }
}
