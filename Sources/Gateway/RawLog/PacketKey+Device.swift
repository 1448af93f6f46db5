import HJ212
package import Storage

extension PacketKey {
    /// The device's number, in upper case.
    package static let device = PacketKey(version: 1) { raw in Packet(kept: raw)?.deviceNumber ?? "" }
}
