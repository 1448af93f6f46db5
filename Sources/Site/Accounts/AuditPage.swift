/// All records, to be searched by the auditor, and the check of the chain.
package struct AuditPage: Sendable {
    package let frame: PageFrame
    package let action: String
    package let token: String
    package let countText: String
    package let fromISO: String
    package let toISO: String
    package let actor: String
    package let subject: String
    package let actions: [ReviewForm.Choice]
    package let rows: [Row]
    /// The records before those shown; nil when there are none.
    package let olderHref: String?
    /// Nil where none was asked for.
    package let check: Check?

    /// A record.
    package struct Row: Sendable {
        package let sequence: String
        package let href: String
        package let timeText: String
        package let actor: String
        package let word: String
        package let subject: String
        /// What stands in it, cut off after some letters.
        package let summary: String
    }

    /// What a check of the ledger found.
    package struct Check: Sendable {
        package let title: String
        package let summary: String
        package let findings: [String]
        package let remark: String
    }
}
