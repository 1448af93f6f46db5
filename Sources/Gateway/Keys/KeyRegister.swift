import HJ212
package import Records
import Registry
package import Storage

/// Which keys are on record, and which should be there.
package enum KeyRegister {
    /// The ids by which packets are read, in upper case.
    package static func recorded(in connection: ReadConnection) throws -> Set<String> {
        Set(try RecordStore.subjects(of: KeyActions.known, in: connection))
    }

    /// The ids on record that a file has not, in order.
    package static func missing(from store: KeyStore, in connection: ReadConnection) throws -> [String] {
        try recorded(in: connection).subtracting(store.ids).sorted()
    }

    /// Does not let tables be made without keys that they were made with before.
    ///
    /// - Throws: `KeyError` with `.missing`.
    package static func demand(_ store: KeyStore, for book: RecordBook) async throws {
        let missing = try await book.database.read { try Self.missing(from: store, in: $0) }
        if !missing.isEmpty { throw KeyError(.missing, missing.joined(separator: "、")) }
    }

    /// The devices whose last binding names a key that a file has not, with its id.
    package static func devicesWithoutKey(
        from store: KeyStore, in connection: ReadConnection
    ) throws -> [(mn: String, id: String)] {
        let ids = Set(store.ids)
        var last: [String: String] = [:]
        for (mn, id) in try RegistryStore.keyIDs(in: connection) { last[mn] = id.map(KeyFile.canonical) ?? "" }
        return last.filter { !$0.value.isEmpty && !ids.contains($0.value) }.sorted { $0.key < $1.key }
            .map { (mn: $0.key, id: $0.value) }
    }

    /// Puts the ids of a file on record that bindings name, before any packet is read with them.
    static func recordBound(_ store: KeyStore, in book: RecordBook) async throws {
        let (known, named) = try await book.database.read { connection -> (Set<String>, Set<String>) in
            let ids = try RegistryStore.keyIDs(in: connection).compactMap { $0.id }
            return (try Self.recorded(in: connection), Set(ids.map { KeyFile.canonical($0) }))
        }
        for id in known { store.follow(id) }
        for id in named.sorted() where store.isNew(id) {
            try await book.record(KeyActions.know(id, because: .bound))
            store.follow(id)
        }
    }

    /// Puts ids on record again whose keys read now what waited for them.
    static func recordMended(_ store: KeyStore, in book: RecordBook) async throws {
        for id in try await book.database.read({ try mended(store, in: $0, from: book.archive.packets) }) {
            try await book.record(KeyActions.know(id, because: .mended))
        }
    }

    /// The devices that ever named an id.
    static func devices(of id: String, in connection: ReadConnection) throws -> [String] {
        let mns = try RegistryStore.keyIDs(in: connection).filter { $0.id.map(KeyFile.canonical) == id }.map(\.mn)
        return Set(mns).sorted()
    }

    /// The packets of a device that wait for a key, in the order in which they came.
    static func waiting(of mn: String, in connection: ReadConnection) throws -> [PacketAddress] {
        try connection.rows(
            """
            SELECT address FROM packet_quarantine
            WHERE mn = \(mn) AND reason IN (\(list: QuarantineReason.ofKeys)) ORDER BY address
            """
        ) { PacketAddress(rawValue: try $0.integer("address")) }
    }

    /// The ids with whose keys a packet can be read that waits.
    private static func mended(
        _ store: KeyStore, in connection: ReadConnection, from log: PacketLog
    ) throws -> [String] {
        let devices = try connection.rows(
            "SELECT DISTINCT mn FROM packet_quarantine WHERE reason IN (\(list: QuarantineReason.ofKeys)) ORDER BY mn"
        ) { try $0.text("mn") }
        var ids: Set<String> = []
        for mn in devices {
            guard let keys = try DeviceKeys(of: mn, from: store, in: connection), !ids.isSuperset(of: keys.ids) else {
                continue
            }
            let rings = keys.ids.map { (id: $0, ring: store.readingRing($0)) }.filter { !$0.ring.keys.isEmpty }
            if rings.isEmpty { continue }
            for address in try waiting(of: mn, in: connection) {
                guard let packet = try log.packet(stillAt: address).flatMap({ Packet(kept: $0.entry.raw) }),
                    let fitting = rings.first(where: { (try? packet.deciphered(with: $0.ring)) != nil })
                else { continue }
                ids.insert(fitting.id)
                break
            }
        }
        return ids.sorted()
    }
}

extension PacketLog {
    /// The packet at an address; nil when it was removed after its time.
    func packet(stillAt address: PacketAddress) throws -> LoggedPacket? {
        do {
            return try packet(at: address)
        } catch let error as StorageError where error.code == .expiredPackets {
            return nil
        }
    }
}
