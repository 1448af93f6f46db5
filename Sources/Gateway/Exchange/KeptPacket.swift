package import HJ212
package import Storage

/// A packet of a registered device that was accepted and is on disk.
package struct KeptPacket: Sendable {
    /// The packet, deciphered where it was ciphered.
    package let packet: Packet
    /// The number of its device as the register knows it.
    package let mn: String
    /// How its device is understood.
    package let profile: DeviceProfile
    /// What our clock said when it arrived, in milliseconds since 1970-01-01T00:00:00Z. The time in the log is later where
    /// the clock was set back.
    package let wallMilliseconds: Int64
    /// Where it stands in the log.
    package let address: PacketAddress
    /// Whether it was made with a key that was sent to the device and is not confirmed yet.
    package var usesProposedKey = false
}
