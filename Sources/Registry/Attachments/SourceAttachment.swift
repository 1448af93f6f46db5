package import Storage

/// A file that was attached to the file of a source.
package struct SourceAttachment: Sendable, Hashable {
    /// The record that attached it.
    package let sequence: Int64
    package let id: AttachmentID
    package let fileName: String
    package let form: AttachmentForm
    /// Its size, in bytes.
    package let size: Int64
    /// What it is, in words; empty where nobody said.
    package let note: String
    /// When it was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    package let timeMilliseconds: Int64
    package let actor: String
    /// The record that took it off; nil while it stands.
    package let removedBy: Int64?
    /// Why it was taken off.
    package let removalReason: String

    /// Whether it stood after a record.
    package func stands(at sequence: Int64) -> Bool {
        self.sequence <= sequence && (removedBy.map { $0 > sequence } ?? true)
    }
}
