package import Storage

/// A file of sources that was taken in.
package struct SourceBatch: Sendable, Hashable {
    package let id: String
    /// The id of the kind of its sources.
    package let kind: String
    /// The file's name as the user knows it.
    package let fileName: String
    package let attachment: AttachmentID
    /// The name of its origin, under which later files of the same origin replace its values.
    package let origin: String
    package let rows: Int
    package let registered: Int
    package let changed: Int
    package let refused: Int
    /// Its record; 0 before it is on record.
    package var sequence: Int64 = 0
    /// When it was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    package var timeMilliseconds: Int64 = 0
    package var actor = ""
    /// The record that took it back; nil while it stands.
    package var undoneBy: Int64?
}
