/// 审核记录 of a span of days, to be read on screen and printed for the file.
package struct ReviewLogPage: Sendable {
    package let frame: PageFrame
    /// Span in words, e.g. 2026年11月1日至11月21日.
    package let spanText: String
    /// Where the query is sent (GET, parameters `from`, `to`, `station`).
    package let action: String
    /// First day, yyyy-MM-dd.
    package let fromISO: String
    /// Last day, yyyy-MM-dd.
    package let toISO: String
    /// Stations to choose from, the first one being 全部站点 with an empty value.
    package let stations: [ReviewForm.Choice]
    /// E.g. 共 23 条：认可 18 条，存疑 5 条.
    package let countText: String
    package let rows: [Row]
    /// Address of the same selection as CSV; nil for none.
    package let csvHref: String?
    package let pager: Pager?
    /// When the table was made, e.g. 2026-11-22 08:30.
    package let madeText: String

    /// One decision.
    package struct Row: Sendable {
        /// When it was decided, e.g. 11-22 08:34.
        package let decidedText: String
        package let station: String
        /// The hour judged, e.g. 11-21 7时.
        package let hour: String
        /// Address of the hour.
        package let hourHref: String
        /// Items with their values as they stood, e.g. PM₁₀ 1236 μg/m³.
        package let values: String
        /// 认可, 存疑, 剔除, 手工值 or 撤销.
        package let decision: String
        /// `kept`, `doubted` or `rejected`.
        package let decisionClass: String
        /// Reason in words with the note; — for none.
        package let reason: String
        package let reviewer: String
        /// Sequence in the ledger, e.g. 1042.
        package let sequence: String
    }
}
