package import HJ212
package import Storage

/// The health of a device as its packets tell.
package struct DeviceHealth: Sendable {
    /// The last packet of one kind.
    package struct Last: Sendable {
        /// The time of its data in seconds since 1970-01-01T00:00:00Z; nil when it has none that can be believed.
        package let seconds: Int64?
        package let packet: PacketAddress
    }

    /// The number, in upper case; empty for packets without one, `*` for what numbers beyond the room for unknown ones sent.
    package let mn: String
    /// When its first binding was recorded; nil for a device that is not registered. Milliseconds, like all below, since
    /// 1970-01-01T00:00:00Z.
    package let registeredMilliseconds: Int64?
    package let counts: PacketCounts
    package let firstReceivedMilliseconds: Int64
    package let lastReceivedMilliseconds: Int64
    /// When the last packet came that could be used; nil when none did.
    package let lastAcceptedMilliseconds: Int64?
    package let lastPacket: PacketAddress
    /// The last addresses it came from, the last one first.
    package let hosts: [String]
    /// The versions of the protocol seen.
    package let versions: [ProtocolVersion]
    /// How far its clock is ahead of ours by its last exchange; nil when not known.
    package let driftMilliseconds: Int64?
    /// Marks other than N in its last data, each once.
    package let flags: [String]
    /// The median interval of its realtime data in seconds; nil when not known.
    package let realtimeSeconds: Int64?
    package let last: [PacketClass: Last]
    /// Packets that could not be read as data.
    package let quarantined: Int

    package var packets: Int { Int(counts.packets) }
    package var wrongChecksums: Int { Int(counts.wrongChecksums) }
    package var wrongLengths: Int { Int(counts.wrongLengths) }
    package var broken: Int { Int(counts.broken) }

    /// The health of a device that was heard before and after it was registered.
    func joined(with earlier: DeviceHealth) -> DeviceHealth {
        let isLater = lastPacket >= earlier.lastPacket
        return DeviceHealth(
            mn: mn, registeredMilliseconds: registeredMilliseconds, counts: counts + earlier.counts,
            firstReceivedMilliseconds: min(firstReceivedMilliseconds, earlier.firstReceivedMilliseconds),
            lastReceivedMilliseconds: isLater ? lastReceivedMilliseconds : earlier.lastReceivedMilliseconds,
            lastAcceptedMilliseconds: lastAcceptedMilliseconds ?? earlier.lastAcceptedMilliseconds,
            lastPacket: max(lastPacket, earlier.lastPacket), hosts: hosts,
            versions: ProtocolVersion.allCases.filter { versions.contains($0) || earlier.versions.contains($0) },
            driftMilliseconds: driftMilliseconds, flags: flags, realtimeSeconds: realtimeSeconds, last: last,
            quarantined: quarantined)
    }
}
