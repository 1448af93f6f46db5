/// A plain segment in pieces of whole entries, small enough to hold and to decompress for one packet.
struct SegmentBlocks {
    /// The bytes after which a piece ends with the entry that it is at: small enough to be decompressed within a
    /// millisecond, large enough to find the repetitions of what devices send.
    static let length = 256 << 10
    /// The most that a piece may hold.
    static let greatestLength = length + PacketEntryFormat.greatestLength

    private let segment: PlainSegment
    private let end: Int64
    private var position: Int64

    /// - Parameter address: where an entry stands, or the end of the segment.
    init(of segment: PlainSegment, from address: Int64) {
        self.segment = segment
        position = address
        end = segment.end
    }

    /// The next piece; nil at the end. Bytes that are no entry stay in it, so that no address changes.
    mutating func next() throws(StorageError) -> SegmentBlock? {
        guard position < end else { return nil }
        let count = Int(min(Int64(Self.greatestLength), end - position))
        let bytes = try segment.bytes(at: PacketAddress(rawValue: position), atMost: count)
        guard bytes.count == count else {
            throw StorageError(.damagedPacketLog, detail: "\(position + Int64(bytes.count))")
        }
        let block = SegmentBlock(start: position, bytes: bytes, endingBehind: Self.length)
        position += Int64(block.bytes.count)
        return block
    }
}
