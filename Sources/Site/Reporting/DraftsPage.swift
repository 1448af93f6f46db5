/// Documents on their way, and what can be drafted.
package struct DraftsPage: Sendable {
    package let frame: PageFrame
    package let action: String
    package let token: String
    package let rows: [Row]
    /// Nil for who may not begin drafts.
    package let form: Form?
    /// Documents that cannot be made yet.
    package let waiting: [Waiting]
    /// Why the last entry was refused; nil for none.
    package let error: String?

    /// A draft.
    package struct Row: Sendable {
        package let title: String
        package let href: String
        package let period: String
        package let stage: String
        /// `better` for what is done, `warn` for what is late, `plain` otherwise.
        package let tone: String
        /// The next day by which a stage must be done; — for none.
        package let deadlineText: String
        package let edition: String
    }

    /// The form that begins one.
    package struct Form: Sendable {
        package let documents: [ReviewForm.Choice]
        package let yearValue: String
        package let confirmValue: String
        package let reasonValue: String
    }

    /// A document that waits for a capability.
    package struct Waiting: Sendable {
        package let title: String
        package let reason: String
    }
}
