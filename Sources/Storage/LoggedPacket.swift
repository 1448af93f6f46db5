/// An entry with its place.
package struct LoggedPacket: Hashable, Sendable {
    package let address: PacketAddress
    package let entry: PacketEntry
}
