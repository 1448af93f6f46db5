package import Storage

/// A layer of shapes that the bureau took in: towns, rivers, zones.
package struct MapLayer: Sendable, Hashable {
    package let id: String
    /// The record that took it in.
    package let sequence: Int64
    package let title: String
    package let fileName: String
    package let attachment: AttachmentID
    /// The datum of the file; what is drawn is WGS 84.
    package let datum: SourcePoint.Datum
    package let shapes: Int
    /// When it was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    package let timeMilliseconds: Int64
    package let actor: String
}
