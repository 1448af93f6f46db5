/// A lead: hours in which an outlet exceeded its limit by its own monitor. 线索，未经核实.
package struct LeadPage: Sendable {
    package let frame: PageFrame
    /// E.g. 津青纺织 DA003 氮氧化物小时均值超标.
    package let leadTitle: String
    /// Number of the lead, e.g. XS-2026-0118.
    package let number: String
    /// Enterprise, outlet, item, limit with its source, span, number of hours, highest multiple.
    package let facts: [LabelledText]
    package let state: DataState
    package let chart: ChartFragment?
    /// Unit of the values, in the head.
    package let unit: String
    package let hours: [Hour]
    /// Address of 《线索登记单》 as docx.
    package let docxHref: String
    /// What the finding cannot say, e.g. 标记为设备自带，企业标记与工况未核实.
    package let caveats: [String]

    /// One hour.
    package struct Hour: Sendable {
        /// E.g. 11-21 14时.
        package let label: String
        /// Measured value as sent.
        package let value: String
        /// Converted value (折算) where the limit asks for it; — for none.
        package let converted: String
        package let limit: String
        /// Multiple over the limit, e.g. 0.35.
        package let multiple: String
        /// Address of the card that holds the hour against its limit; nil where no value came.
        package let explainHref: String?
        /// Device flag with meaning.
        package let deviceFlag: String
        /// Mark of the enterprise or platform (启炉, 停炉 …); — for none.
        package let enterpriseMark: String
        /// Address of the packet.
        package let href: String
        /// True where the hour is counted as an exceedance.
        package let isOver: Bool
    }
}
