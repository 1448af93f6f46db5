package import Storage

/// The health of a device as its packets tell.
package struct DeviceHealth: Sendable {
    /// The number, in upper case; empty for packets without one.
    package let mn: String
    package let packets: Int
    package let wrongChecksums: Int
    package let wrongLengths: Int
    package let broken: Int
    /// In milliseconds since 1970-01-01T00:00:00Z.
    package let lastReceivedMilliseconds: Int64
    package let lastPacket: PacketAddress
    /// Packets that could not be read as data, by reason.
    package let quarantined: Int
}
