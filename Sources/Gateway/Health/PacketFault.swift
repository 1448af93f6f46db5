import HJ212
package import Storage

/// What is wrong with a packet, as the columns of 报文质量 tell it apart.
package enum PacketFault: String, Sendable, CaseIterable {
    /// Its check value is wrong.
    case checksum
    /// Its length field is wrong, and it was accepted nevertheless.
    case length
    /// It is cut off or cannot be read, or its time cannot be.
    case other

    /// Further back no packet is looked for, in seconds.
    private static let greatestAge: Int64 = 31 * 86_400

    /// The condition on a row of `device_hour`.
    private var condition: SQL {
        switch self {
        case .checksum: "wrong_checksum > 0"
        case .length: "wrong_length > 0"
        case .other: "broken + wrong_time > 0"
        }
    }

    private func isIn(_ logged: LoggedPacket) -> Bool {
        switch PacketVerdict(rawValue: logged.entry.verdict) ?? .broken {
        case .sent: return false
        case .wrongChecksum: return self == .checksum
        case .acceptedWrongLength where self == .length: return true
        case .accepted, .acceptedWrongLength:
            guard self == .other, let packet = Packet(kept: logged.entry.raw) else { return false }
            return PacketTraits(packet, receivedMilliseconds: logged.entry.receivedMilliseconds).isWrongTime
        default: return self == .other
        }
    }

    /// The last packet of a registered device with this fault; nil when there was none for a month.
    ///
    /// - Parameter now: in seconds since 1970-01-01T00:00:00Z.
    /// - Throws: `StorageError`.
    package func lastPacket(
        of mn: String, before now: Int64, in connection: ReadConnection, from log: PacketLog
    ) throws -> LoggedPacket? {
        let hour = try connection.first(
            """
            SELECT max(hour) AS hour FROM device_hour WHERE hour >= \(HourAccount.start(of: now - Self.greatestAge))
            AND wrong_checksum + wrong_length + broken + wrong_time > 0 AND mn = \(mn) AND \(condition)
            """
        ) { try $0.optionalInteger("hour") }
        guard let hour, let start = hour else { return nil }
        return try LastPackets(of: mn, through: (start + 3_600) * 1_000 - 1, in: log).find(1, where: isIn).first
    }
}
