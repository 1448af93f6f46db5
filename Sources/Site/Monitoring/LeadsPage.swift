/// All leads of a span of days.
package struct LeadsPage: Sendable {
    package let frame: PageFrame
    /// E.g. 近 7 日.
    package let spanText: String
    package let rows: [Row]
    /// Hours beyond a limit of devices that are not accepted yet, and what to do; nil when there are none.
    package let unacceptedText: String?
    /// Days in doubt by reviewers, latest first.
    package let doubts: [Doubt]
    /// Address of the page of an outlet's hours.
    package let outletsHref: String
    /// Said when there is none: what was checked.
    package let emptyReason: String

    /// A lead out of a doubt.
    package struct Doubt: Sendable {
        package let number: String
        package let href: String
        package let enterprise: String
        package let outlet: String
        package let summary: String
        package let stateText: String
        /// Address of its matter; nil while there is none.
        package let matterHref: String?
    }

    /// One lead.
    package struct Row: Sendable {
        package let number: String
        package let href: String
        package let enterprise: String
        package let outlet: String
        package let item: String
        /// E.g. 11-21 14—17时.
        package let span: String
        /// Number of hours.
        package let hourCount: String
        /// Highest multiple over the limit.
        package let highest: String
        /// Address of the card of that multiple; nil where there is none.
        package let explainHref: String?
        /// 线索，未经核实, or what has become of it.
        package let stateText: String
        package let docxHref: String
    }
}
