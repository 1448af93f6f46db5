package import Storage

/// The scan of a signed paper.
package struct PaperScan: Hashable, Sendable {
    package let id: AttachmentID
    /// `pdf`, `jpeg`, `png`.
    package let form: String
    /// In bytes.
    package let size: Int64
    package let name: String

    package init(id: AttachmentID, form: String, size: Int64, name: String) {
        self.id = id
        self.form = form
        self.size = size
        self.name = name
    }
}
