/// The hours of an outlet's item on a day: what arrived, what the enterprise marked and replaced, what reviewers say.
package struct OutletDayPage: Sendable {
    package let frame: PageFrame
    package let outletTitle: String
    package let dayText: String
    package let dayISO: String
    package let itemText: String
    package let unitText: String
    package let action: String
    package let channels: [ReviewForm.Choice]
    /// Why the last entry was refused; nil at first.
    package let error: String?
    package let hidden: [ReviewForm.Hidden]
    package let hours: [Hour]
    package let mayAssess: Bool
    package let reasons: [ReviewForm.Choice]
    package let note: String
    package let needsReviewer: Bool
    package let reviewer: String
    package let marks: [Mark]
    package let findings: [String]
    package let amounts: [LabelledText]
    package let lead: Lead?

    package struct Hour: Sendable {
        package let label: String
        /// The value of the box; nil where nothing arrived.
        package let cell: String?
        package let measured: String
        package let converted: String
        package let limit: String
        package let flag: String
        package let mark: String
        package let replacement: String
        package let replacementNote: String
        package let decision: String
        package let decisionClass: String
        /// Address of the packet or row; nil where nothing arrived.
        package let href: String?
        package let isOver: Bool
    }

    package struct Mark: Sendable {
        package let span: String
        package let kind: String
        package let item: String
        package let note: String
        package let made: String
        package let sequence: String
        package let href: String
    }

    /// The day's doubts as a lead.
    package struct Lead: Sendable {
        package let leadText: String
        /// Address of its matter; nil while there is none.
        package let matterHref: String?
        package let action: String
        package let hidden: [ReviewForm.Hidden]
    }
}
