package import Storage

/// An import as it stands in the book.
package struct ImportBatch: Sendable, Hashable {
    package let sequence: Int64
    package let attachment: AttachmentID
    package let fileName: String
    package let format: FileFormat
    /// When it was imported, in milliseconds since 1970-01-01T00:00:00Z.
    package let importedMilliseconds: Int64
    package let rows: Int
    package let refused: Int
    package let readings: Int
}
