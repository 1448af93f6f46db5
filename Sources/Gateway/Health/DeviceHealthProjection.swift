package import Ledger
package import Records
import Registry
package import Storage

/// How well every device reports, from its packets alone: whatever they say, and whether it could be read or not.
///
/// A registered device has a row, and a row for every hour in which it sent something or about which something came. What
/// came from a number before it was registered is only added up, and only for so many numbers: whoever reaches the port can
/// invent them.
package struct DeviceHealthProjection: Projection {
    /// Numbers that nobody registered of which packets are counted one by one: more than a city has devices.
    static let greatestStrangers = 20_000
    /// Under what the others are counted together.
    static let collectiveName = "*"

    package init() {}

    package let name = "device-health"
    package let version = 3

    package var definitions: [Definition] {
        [
            .table("device_health", DeviceAccount.definition),
            .table("device_hour", HourAccount.definition),
            .index(
                "device_hour_fault",
                on: "device_hour (hour, mn) WHERE wrong_checksum + wrong_length + broken + wrong_time > 0"),
            .table("device_stranger", StrangerAccount.definition),
        ]
    }

    /// Packets read; what rows they change is seen when these are read.
    private struct Preparation: PacketPreparation {
        let packets: [HeardPacket]

        func holds(in connection: ReadConnection) throws -> Bool { true }

        func write(to connection: WriteConnection, from archive: Archive) throws {
            var batch = Batch(connection)
            for packet in packets { try batch.add(packet) }
            try batch.write()
        }
    }

    package func prepare(
        _ packets: [LoggedPacket], in connection: ReadConnection, from archive: Archive
    ) throws -> (any PacketPreparation)? {
        Preparation(packets: PacketChunks.map(packets) { $0.compactMap(HeardPacket.init) }.flatMap(\.self))
    }

    package func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws {
        try prepare(packets, in: connection.reading, from: archive)?.write(to: connection, from: archive)
    }

    /// Whether a device was registered when a packet came is told by two times of one clock. When it stood still or was set
    /// back in between, packets were counted before the record was there that they fall under: they are counted again.
    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == RegistryActions.deviceBound else { return }
        let mn = record.subject
        guard let stranger = try StrangerAccount.read(mn, in: connection.reading),
            stranger.lastReceived >= record.timeMilliseconds,
            try !connection.reading.exists("SELECT 1 FROM device_health WHERE mn = \(mn)")
        else { return }
        try connection.execute("DELETE FROM device_stranger WHERE mn = \(mn)")
        var batch = Batch(connection)
        var position = PacketAddress(rawValue: stranger.firstAddress)
        while position.rawValue <= stranger.lastAddress {
            let packets = try archive.packets.read(from: position)
            guard let last = packets.last else { break }
            for logged in packets where logged.address.rawValue <= stranger.lastAddress {
                if let packet = HeardPacket(logged), packet.mn == mn { try batch.add(packet) }
            }
            position = archive.packets.address(after: last)
        }
        try batch.write()
    }
}
