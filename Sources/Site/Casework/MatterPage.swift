/// 办件页: one matter with everything about it.
package struct MatterPage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let subtitle: String
    package let facts: [LabelledText]
    package let stages: [Stage]
    package let clocks: [ClockBar]
    package let offers: [Offer]
    /// Other acts that are open to the visitor.
    package let acts: [TextLink]
    package let papers: [PaperLine]
    package let newPapers: [TextLink]
    package let stated: [LabelledText]
    package let payment: [LabelledText]
    package let related: [TextLink]
    package let log: [LogEntry]
    /// The other pages of the case: parties, charges, evidence, disclosure, review.
    package let sections: [TextLink]
    package let fileHref: String
    /// Why nobody may act: past moments, matters of others; nil where one may.
    package let readOnlyText: String?

    /// A stage of the procedure.
    package struct Stage: Sendable {
        package let name: String
        package let isPassed: Bool
        package let isCurrent: Bool
    }

    /// A step that the state allows.
    package struct Offer: Sendable {
        package let name: String
        package let to: String
        package let roles: String
        package let basis: String
        package let obstacle: String?
        /// Nil where something stands in its way or the visitor is in none of its posts.
        package let href: String?
        package let documents: String
        package let outside: String?
    }

    /// A paper of the matter.
    package struct PaperLine: Sendable {
        package let name: String
        package let href: String
        package let number: String
        package let state: String
        package let tone: String
        package let day: String
    }

    /// Something that happened.
    package struct LogEntry: Sendable {
        package let time: String
        package let person: String
        package let post: String
        package let words: String
        package let details: [String]
        package let backfill: String?
        package let isUndone: Bool
        package let recordHref: String
    }
}
