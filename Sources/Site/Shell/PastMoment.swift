package import Standards

/// The past moment that a page shows in place of the present.
package struct PastMoment: Sendable, Hashable {
    /// The last record of the ledger by then.
    package let sequence: Int64
    /// When it was made.
    package let time: Instant
    /// The record that had put the rules in force; nil when none was on record: the present rules stand in.
    package let rulesRecord: Int64?
}
