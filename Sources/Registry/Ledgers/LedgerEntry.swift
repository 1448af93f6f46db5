/// An entry of a ledger as its last record leaves it.
package struct LedgerEntry: Hashable, Sendable {
    package let id: String
    /// The id of its ledger.
    package let ledger: String
    /// `YYYY-MM-DD`.
    package let day: String
    package let name: String
    /// Values by field.
    package let values: [String: String]
    /// Its first and its last record.
    package let sequence: Int64
    package let last: Int64
    package let isWithdrawn: Bool
    /// The file that brought it with the line in it; nil for one that was typed.
    package let origin: Origin?

    /// Where a file brought an entry.
    package struct Origin: Hashable, Sendable {
        /// The attachment.
        package let file: String
        package let line: Int64
    }
}
