import Documents
import Records
import Registry
import Storage
import Synchronization

/// Layers that were read last: a bureau has a few, and every look at the map draws them all. What stands here follows from a
/// file's content and datum and may be lost at any time.
final class LayerShelf: Sendable {
    static let shared = LayerShelf()

    private static let greatestCount = 16

    private struct Key: Hashable {
        let attachment: AttachmentID
        let datum: SourcePoint.Datum
    }

    private let layers = Mutex<[(key: Key, shapes: [GeoJSON.Shape])]>([])

    /// The shapes of a layer in WGS 84.
    ///
    /// - Throws: `StorageError` with `.damagedAttachment`, `DocumentError`.
    func shapes(of layer: MapLayer, from archive: Archive) throws -> [GeoJSON.Shape] {
        let key = Key(attachment: layer.attachment, datum: layer.datum)
        if let known = layers.withLock({ $0.first { $0.key == key }?.shapes }) { return known }
        let shapes = try MapLayerStore.shapes(of: layer, from: archive)
        layers.withLock { layers in
            if layers.count >= Self.greatestCount { layers.removeFirst() }
            layers.append((key, shapes))
        }
        return shapes
    }
}
