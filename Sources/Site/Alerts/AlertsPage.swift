/// The alerts of a month by their causes, with what may be done about several at once.
package struct AlertsPage: Sendable {
    package let frame: PageFrame
    package let action: String
    /// E.g. 2026-11.
    package let monthISO: String
    package let shows: [ReviewForm.Choice]
    package let kinds: [ReviewForm.Choice]
    /// The kinds without that of all.
    package let missKinds: [ReviewForm.Choice]
    /// E.g. 待办 3 条，超期 1 条.
    package let summary: String
    package let statisticsHref: String
    package let csvHref: String
    package let groups: [Group]
    /// Said where there is none.
    package let emptyReason: String?
    package let postAction: String
    package let tokenValue: String
    /// Of who is signed in; nil asks for a name.
    package let reviewerName: String?
    package let outcomes: [ReviewForm.Choice]
    /// The day that may be surveyed.
    package let dayISO: String
    package let objects: [ReviewForm.Choice]
    /// Why the last step was refused; nil for none.
    package let error: String?

    /// Alerts with one cause.
    package struct Group: Sendable {
        package let cause: String
        package let count: String
        package let rows: [Row]
    }

    /// An alert.
    package struct Row: Sendable {
        package let id: String
        package let href: String
        package let kind: String
        package let object: String
        package let span: String
        package let text: String
        /// Why it was not shown; nil where it was.
        package let suppressed: String?
        package let person: String
        package let timer: String
        package let state: String
        package let tone: String
        /// Whether it can be chosen.
        package let isOpen: Bool
    }
}
