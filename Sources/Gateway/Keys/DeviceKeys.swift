package import HJ212
package import Registry
package import Storage

/// The keys of one device: those under the ids that its bindings name.
///
/// The last binding says with which key the device is written to. Packets are read with the keys of all, whenever they came:
/// a device sends before somebody writes down which key it has.
package struct DeviceKeys: Sendable {
    /// That of the last binding; nil when it names none.
    package let id: String?
    /// Those of the bindings before, the last first.
    private let earlier: [String]
    private let store: KeyStore

    /// - Parameter bindings: those of one device, the oldest first.
    /// - Returns: nil when none of them names a key.
    package init?(_ bindings: [DeviceBinding], from store: KeyStore) {
        self.init(ids: bindings.map(\.settings.keyID), from: store)
    }

    /// Those of a device by its number.
    package init?(of mn: String, from store: KeyStore, in connection: ReadConnection) throws {
        self.init(try RegistryStore.bindings(of: mn, in: connection), from: store)
    }

    private init?(ids: [String?], from store: KeyStore) {
        let names = ids.map { id in id.flatMap { $0.isEmpty ? nil : KeyFile.canonical($0) } }
        guard names.contains(where: { $0 != nil }) else { return nil }
        id = names.last ?? nil
        var earlier: [String] = []
        for name in names.reversed().compactMap({ $0 }) where name != id && !earlier.contains(name) {
            earlier.append(name)
        }
        self.earlier = earlier
        self.store = store
    }

    /// All ids, that of the last binding first.
    package var ids: [String] { (id.map { [$0] } ?? []) + earlier }

    /// The keys as they are now.
    package var ring: KeyRing {
        var ring = id.map(store.readingRing) ?? KeyRing()
        for id in earlier { ring.alsoRead(with: store.readingRing(id)) }
        return ring
    }

    /// A packet with its content deciphered; as it came when it is not ciphered or no key fits.
    package func readable(_ packet: Packet) -> Packet {
        guard packet.isCiphered, let deciphered = try? packet.deciphered(with: ring) else { return packet }
        return deciphered.packet
    }
}
