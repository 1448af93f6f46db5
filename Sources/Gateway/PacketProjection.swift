import Catalog
import HJ212
package import Ledger
import Monitoring
package import Records
import Registry
package import Storage

/// Readings from packets, the packets that could not be read as such, and the health of every device.
package struct PacketProjection: Projection {
    package init() {}

    package let name = "packets"
    package let version = 2

    package var definitions: [Definition] {
        [
            .table(
                "packet_quarantine",
                """
                (address INTEGER NOT NULL PRIMARY KEY, mn TEXT NOT NULL, reason TEXT NOT NULL,
                host TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT
                """),
            .index("packet_quarantine_mn", on: "packet_quarantine (mn, address)"),
            .table(
                "device_health",
                """
                (mn TEXT NOT NULL PRIMARY KEY, packets INTEGER NOT NULL, wrong_checksum INTEGER NOT NULL,
                wrong_length INTEGER NOT NULL, broken INTEGER NOT NULL, first_received INTEGER NOT NULL,
                last_received INTEGER NOT NULL, last_address INTEGER NOT NULL) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws {
        let bindings = DeviceBindings(try RegistryStore.bindings(in: connection.reading))
        var batch = Batch()
        for logged in packets { batch.add(logged, bindings: bindings) }
        try write(batch, to: connection, catalog: archive.catalog)
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == RegistryActions.deviceBound else { return }
        // Packets that came before their device was known are read now, as if it had been known.
        let waiting = try connection.reading.rows(
            """
            SELECT address FROM packet_quarantine
            WHERE mn = \(record.subject) AND reason = \(PacketReadings.Refusal.unknownDevice.rawValue) ORDER BY address
            """
        ) { PacketAddress(rawValue: try $0.integer("address")) }
        if waiting.isEmpty { return }
        let bindings = DeviceBindings(try RegistryStore.bindings(in: connection.reading))
        var batch = Batch()
        for address in waiting {
            try connection.execute("DELETE FROM packet_quarantine WHERE address = \(address.rawValue)")
            batch.add(try archive.packets.packet(at: address), bindings: bindings, countsHealth: false)
        }
        try write(batch, to: connection, catalog: archive.catalog)
    }

    private func write(_ batch: Batch, to connection: WriteConnection, catalog: RuleCatalog) throws {
        var changes = ReadingChanges()
        for reading in batch.readings { changes.note(reading) }
        try ReadingProjection.insert(batch.readings, into: connection)
        for (packet, mn, reason) in batch.quarantined {
            try connection.execute(
                """
                INSERT INTO packet_quarantine (address, mn, reason, host, bytes)
                VALUES (\(packet.address.rawValue), \(mn), \(reason.rawValue), \(packet.entry.host),
                \(Int64(packet.entry.raw.count))) ON CONFLICT DO NOTHING
                """)
        }
        for (mn, health) in batch.health.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                """
                INSERT INTO device_health
                (mn, packets, wrong_checksum, wrong_length, broken, first_received, last_received, last_address) VALUES
                (\(mn), \(health.packets), \(health.wrongChecksum), \(health.wrongLength), \(health.broken),
                \(health.firstReceived), \(health.lastReceived), \(health.lastAddress))
                ON CONFLICT (mn) DO UPDATE SET packets = packets + excluded.packets,
                wrong_checksum = wrong_checksum + excluded.wrong_checksum,
                wrong_length = wrong_length + excluded.wrong_length, broken = broken + excluded.broken,
                last_received = excluded.last_received, last_address = excluded.last_address
                """)
        }
        try AssessedValues.update(changes, in: connection, catalog: catalog)
    }
}
