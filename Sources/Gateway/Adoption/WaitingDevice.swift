package import Storage

/// A device that sends and is not registered.
package struct WaitingDevice: Sendable {
    /// In upper case.
    package let mn: String
    /// Packets that wait for it to be registered.
    package let packets: Int
    package let first: PacketAddress
    package let last: PacketAddress
    /// What they take up of the quota, in bytes.
    package let charge: Int
    /// Addresses they came from, without ports.
    package let hosts: [String]
}
