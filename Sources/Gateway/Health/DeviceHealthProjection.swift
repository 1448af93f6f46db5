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

    private let keys: KeyStore

    /// - Parameter keys: those of devices that cipher what they send.
    package init(keys: KeyStore = .none) { self.keys = keys }

    package let name = "device-health"
    package let version = 4

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
        /// In the order of the log, run by run.
        let runs: [[HeardPacket]]
        let keys: KeyStore

        func holds(in connection: ReadConnection) throws -> Bool { true }

        func write(to connection: WriteConnection, from archive: Archive) throws {
            var batch = Batch(connection, keys: keys)
            for run in runs { for packet in run { try batch.add(packet) } }
            try batch.write()
        }
    }

    package func prepare(
        _ packets: [LoggedPacket], in connection: ReadConnection, from archive: Archive
    ) throws -> (any PacketPreparation)? {
        Preparation(runs: PacketChunks.map(packets) { $0.compactMap(HeardPacket.init) }, keys: keys)
    }

    package func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws {
        try prepare(packets, in: connection.reading, from: archive)?.write(to: connection, from: archive)
    }

    /// Whether a device was registered when a packet came is told by two times of one clock. When it stood still or was set
    /// back in between, packets were counted before the record was there that they fall under: they are counted again.
    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        switch record.action {
        case RegistryActions.deviceBound: try countStranger(record, in: connection, from: archive)
        case KeyActions.known: try countReadable(record, in: connection, from: archive)
        default: break
        }
    }

    private func countStranger(
        _ record: LedgerRecord, in connection: WriteConnection, from archive: Archive
    ) throws {
        let mn = record.subject
        guard let stranger = try StrangerAccount.read(mn, in: connection.reading),
            stranger.lastReceived >= record.timeMilliseconds,
            try !connection.reading.exists("SELECT 1 FROM device_health WHERE mn = \(mn)")
        else { return }
        try connection.execute("DELETE FROM device_stranger WHERE mn = \(mn)")
        var batch = Batch(connection, keys: keys)
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

    /// Packets that were accepted with a key and counted without it, after a start without the file, are counted again with
    /// all of their device.
    private func countReadable(
        _ record: LedgerRecord, in connection: WriteConnection, from archive: Archive
    ) throws {
        keys.follow(record.subject)
        for mn in try KeyRegister.devices(of: record.subject, in: connection.reading) {
            guard let counted = try DeviceStore.counted(of: mn, in: connection.reading),
                try KeyRegister.waiting(of: mn, in: connection.reading).contains(where: { address in
                    let entry = try archive.packets.packet(stillAt: address)?.entry
                    return entry.flatMap { PacketVerdict(rawValue: $0.verdict) }?.isAccepted == true
                })
            else { continue }
            try connection.execute("DELETE FROM device_health WHERE mn = \(mn)")
            try connection.execute("DELETE FROM device_hour WHERE mn = \(mn)")
            var batch = Batch(connection, keys: keys)
            var after: PacketAddress?
            while true {
                let page = try archive.packets.find(
                    device: mn, key: .device, from: counted.since, after: after, limit: Self.pageLength
                ).filter { $0.address <= counted.last }
                guard let last = page.last else { break }
                for packet in page.compactMap(HeardPacket.init) { try batch.add(packet) }
                after = last.address
            }
            try batch.write()
        }
    }

    /// Packets counted again at once.
    private static let pageLength = 2_000
}
