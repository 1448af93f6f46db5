/// An entry with its place.
package struct LoggedPacket: Hashable, Sendable {
    package let address: PacketAddress
    package let entry: PacketEntry

    package init(address: PacketAddress, entry: PacketEntry) {
        self.address = address
        self.entry = entry
    }
}
