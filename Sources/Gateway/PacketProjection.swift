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

    package init() {}

    package let name = "packets"
    package let version = 4

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
        return Preparation(sequence: sequence, batch: Self.read(packets, bindings: bindings))
    }

    package func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws {
        let bindings = DeviceBindings(try RegistryStore.bindings(in: connection.reading))
        try Self.write(Self.read(packets, bindings: bindings), to: connection, catalog: archive.catalog)
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == RegistryActions.deviceBound else { return }
        // Packets that came before their device was known are read now, as if it had been known.
        let waiting = try connection.reading.rows(
            """
            SELECT address FROM packet_quarantine
            WHERE mn = \(record.subject) AND reason = \(QuarantineReason.unknownDevice.rawValue) ORDER BY address
            """
        ) { PacketAddress(rawValue: try $0.integer("address")) }
        if waiting.isEmpty { return }
        let bindings = DeviceBindings(try RegistryStore.bindings(in: connection.reading))
        var batch = Batch()
        for address in waiting {
            try connection.execute("DELETE FROM packet_quarantine WHERE address = \(address.rawValue)")
            batch.add(try archive.packets.packet(at: address), bindings: bindings)
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
