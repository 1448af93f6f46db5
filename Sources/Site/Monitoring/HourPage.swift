/// One hour of one air station: what was received, what was decided, how the AQI follows, what the neighbours say.
package struct HourPage: Sendable {
    package let frame: PageFrame
    package let stationName: String
    /// Address of the station's day.
    package let stationHref: String
    /// E.g. 2026年11月21日 7时（06:00—07:00）.
    package let hourText: String
    package let previousHour: TextLink?
    package let nextHour: TextLink?
    /// The next hour of the day that waits for review; nil when there is none.
    package let nextQuery: TextLink?
    /// AQI as printed, or — .
    package let aqi: String
    /// `l1` … `l6`, `na`, `miss`.
    package let levelClass: String
    /// 优 … 严重污染; for none the cause, e.g. 无数据.
    package let levelName: String
    /// Primary pollutants, or — .
    package let primary: String
    /// 原始, 初审, 复审 or 上级核定.
    package let stateText: String
    package let state: DataState
    /// What the automatic checks found; empty when nothing.
    package let findings: [Finding]
    /// Six items, raw beside reviewed.
    package let items: [Item]
    /// The shorter periods within the hour; nil where none came.
    package let minutes: TablePage.Table?
    /// What contractors did at the station in and around the hour.
    package let service: TablePage.Table
    /// How the AQI follows from the values; nil where there is no valid value.
    package let calculation: ExplanationCard?
    /// Address of that card; nil as above.
    package let explainHref: String?
    /// Heads of the columns of `neighbours`: six items with unit.
    package let neighbourColumns: [StationPage.Column]
    package let neighbours: [Neighbour]
    /// Where the hour came from; empty for a missing hour, then `noOriginReason` is printed.
    package let origins: [HourOrigin]
    package let noOriginReason: String
    /// All values ever received for the hour, newest first.
    package let versions: [Version]
    /// Decisions about the hour, newest first.
    package let decisions: [ReviewLogPage.Row]
    /// As in `StationPage`.
    package let reviewForm: ReviewForm?
    package let reviewRefusal: String?

    /// What an automatic check found.
    package struct Finding: Sendable {
        /// Kind, e.g. 突跳.
        package let kind: String
        /// `urgent`, `warn` or `note`.
        package let tone: String
        /// Rule and numbers in one sentence.
        package let text: String
    }

    /// One item of the hour.
    package struct Item: Sendable {
        package let label: String
        package let unit: String
        /// As sent.
        package let raw: PrintedValue
        /// What counts after review; the raw value where nothing was decided.
        package let reviewed: PrintedValue
        /// Device flag as sent with its meaning, e.g. N 正常; — for none.
        package let flag: String
        /// IAQI, or — .
        package let iaqi: String
        /// Address of the card of the hour; nil where the item has no IAQI.
        package let explainHref: String?
        /// `l1` … `l6` by IAQI; nil for none.
        package let levelClass: String?
        /// True for a primary pollutant.
        package let isPrimary: Bool
        /// 原始, 初审, 复审 or 上级核定.
        package let stateText: String
        /// Last decision in words, e.g. 存疑：数值突变，邻站无变化; — for none.
        package let decision: String
        /// Address of the packet or import row; nil for none.
        package let sourceHref: String?
    }

    /// A neighbouring station in the same hour.
    package struct Neighbour: Sendable {
        package let station: String
        package let href: String
        /// E.g. 4.2 km 东南.
        package let distance: String
        /// As many as `neighbourColumns`.
        package let values: [PrintedValue]
        package let aqi: String
        /// Address of the card of that AQI; nil where nothing was judged.
        package let explainHref: String?
        package let levelClass: String
        package let levelName: String
        /// True for the station of the page itself, printed first for comparison.
        package let isSelf: Bool
    }

    /// One value once received.
    package struct Version: Sendable {
        /// Item, e.g. PM₁₀.
        package let item: String
        /// The value as received with its unit.
        package let value: String
        /// When it arrived, e.g. 11-21 07:02:11.
        package let received: String
        /// How it came, e.g. 首次上传, 补传, 导入, 设备更正.
        package let kind: String
        /// Address of the packet or import row.
        package let href: String
        /// True for the version that counts now.
        package let isCurrent: Bool
    }
}
