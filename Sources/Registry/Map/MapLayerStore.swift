package import Documents
package import Records
package import Storage

/// Questions about layers of the map.
package enum MapLayerStore {
    /// The layers that stand, in the order in which they were taken in.
    package static func layers(in connection: ReadConnection) throws -> [MapLayer] {
        try connection.rows("SELECT * FROM map_layer WHERE removed_by IS NULL ORDER BY seq") { row in
            MapLayer(
                id: try row.text("id"), sequence: try row.integer("seq"), title: try row.text("title"),
                fileName: try row.text("file"), attachment: AttachmentID(rawValue: try row.text("attachment")),
                datum: SourcePoint.Datum(rawValue: try row.text("datum")) ?? .unknown,
                shapes: Int(try row.integer("shapes")), timeMilliseconds: try row.integer("time"),
                actor: try row.text("actor"))
        }
    }

    /// The shapes of a layer in WGS 84.
    ///
    /// - Throws: `StorageError` with `.damagedAttachment`, `DocumentError`.
    package static func shapes(of layer: MapLayer, from archive: Archive) throws -> [GeoJSON.Shape] {
        let map = try GeoJSON(try archive.attachments.bytes(of: layer.attachment))
        return layer.datum == .gcj02 ? map.moved(by: DatumShift.wgs84(ofGCJ02:)).shapes : map.shapes
    }
}
