package import Ledger

/// One thing that was put into a case file, as its record says it.
package struct CaseEntry: Hashable, Sendable {
    /// The record.
    package let sequence: Int64
    /// The name of the action.
    package let action: String
    /// What it is about: the id of a party, a charge, a piece of evidence.
    package let item: String
    /// When it was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    package let timeMilliseconds: Int64
    /// Who did it, as records name them.
    package let actor: String
    package let body: CanonicalValue
}
