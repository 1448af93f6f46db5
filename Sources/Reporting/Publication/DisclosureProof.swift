package import Storage

/// Where a document was published, and a picture of it standing there.
package struct DisclosureProof: Hashable, Sendable {
    /// Its record.
    package let sequence: Int64
    package let document: Int64
    package let address: String
    /// `2026-03-30`.
    package let day: String
    package let picture: AttachmentID
    /// `png` or `jpeg`.
    package let form: String
    /// When it was entered, in milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64
    /// The account of who entered it.
    package let actor: String
}
