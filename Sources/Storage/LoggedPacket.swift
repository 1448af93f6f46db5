/// An entry with its place.
package struct LoggedPacket: Hashable, Sendable {
    package let address: PacketAddress
    package let entry: PacketEntry

    package init(address: PacketAddress, entry: PacketEntry) {
        self.address = address
        self.entry = entry
    }

    /// The leaf that stands for it in trees over packets (Docs/formats/packets.md).
    package var leafBytes: [UInt8] { PacketEntryFormat.body(of: entry) }
}
