/// A value that somebody gave to a field of a source.
package struct SourceClaim: Sendable, Hashable {
    /// Empty where the value was taken away; nil for a fact about a person, which is read beside the record.
    package let value: String?
    /// The record that says so.
    package let sequence: Int64
    /// When it was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    package let timeMilliseconds: Int64
    package let actor: String
    package let origin: SourceOrigin
}
