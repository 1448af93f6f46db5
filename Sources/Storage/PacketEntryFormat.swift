/// The bytes of an entry on disk: mark, length, checksum, then what the checksum covers (little endian).
enum PacketEntryFormat {
    /// Marks the start of an entry so that a reader finds the next one behind damaged bytes.
    static let mark: [UInt8] = [0x51, 0x48, 0x50, 0x31]
    /// Mark, body length, checksum.
    static let prefixLength = 12
    /// Receive time, verdict, length of the peer's name.
    static let fixedBodyLength = 10
    /// An HJ 212 frame has at most 9,999 + 12 bytes, an encrypted one about 5,000 more; noise is cut before this.
    static let greatestBodyLength = 1 << 17
    /// The longest entry.
    static let greatestLength = prefixLength + greatestBodyLength

    /// The bytes that an entry takes on disk.
    static func length(of entry: PacketEntry) -> Int {
        prefixLength + fixedBodyLength + min(entry.peer.utf8.count, 255) + entry.raw.count
    }

    /// The address of what follows an entry.
    static func address(after packet: LoggedPacket) -> PacketAddress {
        PacketAddress(rawValue: packet.address.rawValue + Int64(length(of: packet.entry)))
    }

    static func append(
        receivedMilliseconds: Int64, peer: String, verdict: UInt8, raw: ArraySlice<UInt8>, to buffer: inout [UInt8]
    ) {
        let peer = peer.utf8.prefix(255)
        buffer += mark
        LittleEndian.append(UInt32(fixedBodyLength + peer.count + raw.count), to: &buffer)
        let place = buffer.count
        LittleEndian.append(UInt32(0), to: &buffer)
        let start = buffer.count
        appendBody(receivedMilliseconds: receivedMilliseconds, peer: peer, verdict: verdict, raw: raw, to: &buffer)
        LittleEndian.replace(with: checksum(buffer[start...]), in: &buffer, at: place)
    }

    /// What the checksum of an entry covers: its time of receipt, verdict, peer and raw bytes; also the leaf that stands for
    /// it in trees (Docs/formats/packets.md).
    static func body(of entry: PacketEntry) -> [UInt8] {
        let peer = entry.peer.utf8.prefix(255)
        var body: [UInt8] = []
        body.reserveCapacity(fixedBodyLength + peer.count + entry.raw.count)
        appendBody(
            receivedMilliseconds: entry.receivedMilliseconds, peer: peer, verdict: entry.verdict, raw: entry.raw[...],
            to: &body)
        return body
    }

    private static func appendBody(
        receivedMilliseconds: Int64, peer: String.UTF8View.SubSequence, verdict: UInt8, raw: ArraySlice<UInt8>,
        to buffer: inout [UInt8]
    ) {
        LittleEndian.append(receivedMilliseconds, to: &buffer)
        buffer.append(verdict)
        buffer.append(UInt8(peer.count))
        buffer += peer
        buffer += raw
    }

    /// Reads the entry at an offset.
    ///
    /// - Returns: the entry and the offset behind it; nil when no whole and sound entry stands there.
    static func read(_ bytes: [UInt8], at offset: Int) -> (entry: PacketEntry, end: Int)? {
        guard offset + prefixLength + fixedBodyLength <= bytes.count, bytes[offset..<offset + 4].elementsEqual(mark)
        else { return nil }
        let length = Int(LittleEndian.read(UInt32.self, bytes, at: offset + 4))
        let start = offset + prefixLength
        guard length >= fixedBodyLength, length <= greatestBodyLength, start + length <= bytes.count else { return nil }
        let body = start..<start + length
        guard checksum(bytes[body]) == LittleEndian.read(UInt32.self, bytes, at: offset + 8),
            let entry = entry(ofBody: body, of: bytes)
        else { return nil }
        return (entry, body.upperBound)
    }

    /// Reads what stands behind the checksum; nil when it is too short for what it says.
    static func entry(ofBody body: Range<Int>, of bytes: [UInt8]) -> PacketEntry? {
        let start = body.lowerBound
        guard body.count >= fixedBodyLength else { return nil }
        let peerStart = start + fixedBodyLength
        let peerEnd = peerStart + Int(bytes[start + 9])
        guard peerEnd <= body.upperBound else { return nil }
        return PacketEntry(
            receivedMilliseconds: LittleEndian.read(Int64.self, bytes, at: start),
            peer: String(decoding: bytes[peerStart..<peerEnd], as: UTF8.self),
            verdict: bytes[start + 8], raw: Array(bytes[peerEnd..<body.upperBound]))
    }
}
