import Catalog
import HJ212
package import Ledger
import Monitoring
package import Records
import Registry
package import Storage

/// Readings from packets, and the packets that could not be read as such.
package struct PacketProjection: Projection {
    private let cache = BindingCache()
    private let keys: KeyStore

    /// - Parameter keys: those of devices that cipher what they send.
    package init(keys: KeyStore = .none) { self.keys = keys }

    package let name = "packets"
    package let version = 5

    package var definitions: [Definition] {
        [
            .table(
                "packet_quarantine",
                """
                (address INTEGER NOT NULL PRIMARY KEY, mn TEXT NOT NULL, reason TEXT NOT NULL,
                host TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT
                """),
            .index("packet_quarantine_mn", on: "packet_quarantine (mn, address)"),
        ]
    }

    package func prepare(
        _ packets: [LoggedPacket], in connection: ReadConnection, from archive: Archive
    ) throws -> (any PacketPreparation)? {
        let (sequence, bindings) = try cache.bindings(in: connection, of: archive.packets)
        return Preparation(
            sequence: sequence, keySequence: try RecordStore.lastSequence(of: KeyActions.known, in: connection),
            batch: Self.read(packets, bindings: bindings, keys: keys))
    }

    package func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws {
        let bindings = DeviceBindings(try RegistryStore.bindings(in: connection.reading))
        try Self.write(Self.read(packets, bindings: bindings, keys: keys), to: connection, catalog: archive.catalog)
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        switch record.action {
        case RegistryActions.deviceBound:
            // Packets that came before their device or its key was known are read now, as if it had been known.
            let strangers = try connection.reading.rows(
                """
                SELECT address FROM packet_quarantine
                WHERE mn = \(record.subject) AND reason = \(QuarantineReason.unknownDevice.rawValue) ORDER BY address
                """
            ) { PacketAddress(rawValue: try $0.integer("address")) }
            let waiting = try KeyRegister.waiting(of: record.subject, in: connection.reading)
            try read(again: (strangers + waiting).sorted(), in: connection, from: archive)
        case KeyActions.known:
            keys.follow(record.subject)
            for mn in try KeyRegister.devices(of: record.subject, in: connection.reading) {
                try read(
                    again: try KeyRegister.waiting(of: mn, in: connection.reading), in: connection, from: archive)
            }
        default: break
        }
    }

    private func read(again waiting: [PacketAddress], in connection: WriteConnection, from archive: Archive) throws {
        if waiting.isEmpty { return }
        let bindings = DeviceBindings(try RegistryStore.bindings(in: connection.reading))
        var batch = Batch(keys: keys)
        for address in waiting {
            try connection.execute("DELETE FROM packet_quarantine WHERE address = \(address.rawValue)")
            guard let packet = try archive.packets.packet(stillAt: address) else { continue }
            batch.add(packet, bindings: bindings)
        }
        try Self.write(batch, to: connection, catalog: archive.catalog)
    }

    static func write(_ batch: Batch, to connection: WriteConnection, catalog: RuleCatalog) throws {
        try ReadingProjection.insert(batch.readings, into: connection)
        try ReadingSourceProjection.note(batch.sources, in: connection)
        for (packet, mn, reason) in batch.quarantined {
            try connection.execute(
                """
                INSERT INTO packet_quarantine (address, mn, reason, host, bytes)
                VALUES (\(packet.address.rawValue), \(mn), \(reason.rawValue), \(packet.entry.host),
                \(Int64(packet.entry.raw.count))) ON CONFLICT DO NOTHING
                """)
        }
        try AssessedValues.update(batch.readings.changes, in: connection, catalog: catalog)
    }
}
