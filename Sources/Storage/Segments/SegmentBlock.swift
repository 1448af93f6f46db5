/// A run of entries of a segment.
struct SegmentBlock: Sendable {
    /// The address of the first byte.
    let start: Int64
    let bytes: [UInt8]
    /// The sound entries by address.
    let packets: [LoggedPacket]

    /// Takes whole entries until one ends at or behind a length, or the bytes end.
    init(start: Int64, bytes: [UInt8], endingBehind length: Int = .max) {
        var packets: [LoggedPacket] = []
        var offset = 0
        while offset < min(length, bytes.count) {
            if let found = PacketEntryFormat.read(bytes, at: offset) {
                packets.append(
                    LoggedPacket(address: PacketAddress(rawValue: start + Int64(offset)), entry: found.entry))
                offset = found.end
            } else {
                offset += 1
            }
        }
        self.start = start
        self.packets = packets
        self.bytes = offset == bytes.count ? bytes : Array(bytes[..<offset])
    }
}
