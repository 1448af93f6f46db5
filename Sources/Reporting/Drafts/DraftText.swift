/// A text that somebody wrote into a slot.
package struct DraftText: Hashable, Sendable {
    /// Its record.
    package let sequence: Int64
    /// When, in milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64
    package let person: String
    package let text: String
}
