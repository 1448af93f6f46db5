/// An entry of a matter's history with the record that holds it.
package struct StoredMatterEntry: Hashable, Sendable {
    /// The number of the record.
    package let sequence: Int64
    /// The login that put it on record.
    package let actor: String
    /// The entry.
    package let entry: MatterEntry
    /// Where the matter stood then.
    package let standing: MatterStanding
}
