import HJ212
package import Records
package import Storage

/// How well every device reports, from its packets alone: whatever they say, and whether it could be read or not.
package struct DeviceHealthProjection: Projection {
    package init() {}

    package let name = "device-health"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "device_health",
                """
                (mn TEXT NOT NULL PRIMARY KEY, packets INTEGER NOT NULL, wrong_checksum INTEGER NOT NULL,
                wrong_length INTEGER NOT NULL, broken INTEGER NOT NULL, first_received INTEGER NOT NULL,
                last_received INTEGER NOT NULL, last_address INTEGER NOT NULL) STRICT, WITHOUT ROWID
                """)
        ]
    }

    package func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws {
        var devices: [String: Counts] = [:]
        // What we sent says nothing of a device.
        for logged in packets where logged.entry.verdict != PacketVerdict.sent.rawValue {
            guard let packet = Packet(record: logged.entry.raw) else { continue }
            devices[packet.deviceNumber, default: Counts(logged)].add(logged)
        }
        for (mn, counts) in devices.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                """
                INSERT INTO device_health
                (mn, packets, wrong_checksum, wrong_length, broken, first_received, last_received, last_address) VALUES
                (\(mn), \(counts.packets), \(counts.wrongChecksum), \(counts.wrongLength), \(counts.broken),
                \(counts.firstReceived), \(counts.lastReceived), \(counts.lastAddress))
                ON CONFLICT (mn) DO UPDATE SET packets = packets + excluded.packets,
                wrong_checksum = wrong_checksum + excluded.wrong_checksum,
                wrong_length = wrong_length + excluded.wrong_length, broken = broken + excluded.broken,
                last_received = excluded.last_received, last_address = excluded.last_address
                """)
        }
    }

    /// What a run of packets of one device adds up to.
    private struct Counts {
        var packets: Int64 = 0
        var wrongChecksum: Int64 = 0
        var wrongLength: Int64 = 0
        var broken: Int64 = 0
        let firstReceived: Int64
        var lastReceived: Int64
        var lastAddress: Int64

        init(_ logged: LoggedPacket) {
            firstReceived = logged.entry.receivedMilliseconds
            lastReceived = firstReceived
            lastAddress = logged.address.rawValue
        }

        mutating func add(_ logged: LoggedPacket) {
            packets += 1
            switch PacketVerdict(rawValue: logged.entry.verdict) ?? .broken {
            case .accepted, .sent: break
            case .acceptedWrongLength: wrongLength += 1
            case .wrongChecksum: wrongChecksum += 1
            case .broken, .ciphered, .tooLong: broken += 1
            }
            lastReceived = logged.entry.receivedMilliseconds
            lastAddress = logged.address.rawValue
        }
    }
}
