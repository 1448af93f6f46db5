/// One day of one air station: chart, hours, review.
package struct StationPage: Sendable {
    package let frame: PageFrame
    package let name: String
    /// Identity line: code, kind (国控/市控/区控), address, operator, instrument.
    package let identity: [LabelledText]
    /// The day, e.g. 2026年11月21日（星期六）.
    package let dayText: String
    /// The day as yyyy-MM-dd for the date field.
    package let dayISO: String
    /// Where the date field is sent (GET, parameter `date`).
    package let dayAction: String
    /// Other parameters that must survive the change of date.
    package let dayHidden: [ReviewForm.Hidden]
    package let previousDay: TextLink?
    package let nextDay: TextLink?
    package let state: DataState
    /// The day in figures: AQI, level, primary pollutant, daily means; each may lead to its 溯源 page.
    package let summary: [SummaryFigure]
    package let chart: ChartFragment
    /// Heads of the value columns, six of them.
    package let columns: [Column]
    /// 24 hours in order.
    package let hours: [HourRow]
    /// Address of the day as CSV.
    package let csvHref: String
    /// Nil where this station's values are not for this bureau to review; `reviewRefusal` then says why.
    package let reviewForm: ReviewForm?
    /// Why there is no form, e.g. 国控站数据由上级审核，本局不作审核; nil where there is one.
    package let reviewRefusal: String?

    /// A figure of the day.
    package struct SummaryFigure: Sendable {
        package let label: String
        package let value: String
        /// Unit; nil for none.
        package let unit: String?
        /// `l1` … `l6` where the figure has a level; nil for none.
        package let levelClass: String?
        /// The level in words, e.g. 良; nil for none.
        package let levelName: String?
        /// Address of the card that tells how it was judged; nil where it is no judged value.
        package let explainHref: String?
        /// Address of the 溯源 page; nil for none.
        package let href: String?
    }

    /// Head of a value column.
    package struct Column: Sendable {
        /// Item, e.g. PM₂.₅.
        package let label: String
        /// Unit, e.g. μg/m³.
        package let unit: String
    }

    /// One hour.
    package struct HourRow: Sendable {
        /// Value sent by the review form, e.g. 2026-11-21T07.
        package let value: String
        /// Anchor on the page, e.g. h7.
        package let anchor: String
        /// Label by end, e.g. 7时.
        package let label: String
        /// Span in words, e.g. 06:00—07:00.
        package let span: String
        /// Address of the hour's page, which is its 溯源.
        package let href: String
        /// As many as `columns`.
        package let values: [PrintedValue]
        /// AQI, or — .
        package let aqi: String
        /// Address of the card of that AQI; nil where nothing was judged.
        package let explainHref: String?
        /// `l1` … `l6`, `na`, `miss`.
        package let levelClass: String
        /// 优 … 严重污染, or — .
        package let levelName: String
        /// Primary pollutants, or — .
        package let primary: String
        /// 原始, 初审, 复审 or 上级核定; — for a missing hour.
        package let stateText: String
        /// `query`, `kept`, `doubted`; nil for none.
        package let markClass: String?
        /// The mark with its reason, e.g. 待核：PM₁₀ 突跳; nil for none.
        package let markLabel: String?
        /// True where the hour may be chosen in the review form.
        package let isReviewable: Bool
        /// True where it is chosen at first (an hour in doubt).
        package let isChosen: Bool
    }
}
