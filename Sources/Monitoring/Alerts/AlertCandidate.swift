package import Standards

/// What a rule finds in the data, before it is on record.
package struct AlertCandidate: Sendable, Hashable {
    package let identity: AlertIdentity
    package let kind: AlertKind
    /// The end of the last period it speaks of.
    package let until: Instant
    /// The value in question, as sent; empty for none.
    package let value: String
    /// What was found, in one sentence.
    package let text: String
    /// What groups alerts that have one cause: `silent/…`, `device/…`, `outlet/…`, `air/…`, each with its day.
    package let cause: String
    /// Hours until it must be answered.
    package let answerHours: Int
    /// Why it is not brought before a person; empty where it is.
    package var suppressed: String
    /// Whether it goes to a person all the same.
    package var isSampled: Bool
}
