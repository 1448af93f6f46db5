extension PacketWriter {
    /// The frame of a packet for another receiver: with that receiver's device number and password, everything else byte for
    /// byte as it was sent, length and check value computed anew.
    ///
    /// Ciphered content stays as it was sent: only the head changes, and the receiver has the key of the device. The check
    /// value is that of the plain text (HJ 212-2025, Annex A.2), and the length field counts what the device made it count,
    /// so that the key is needed to write them. A ciphered packet of which nothing changes goes byte for byte, without key.
    ///
    /// - Parameters:
    ///   - keys: those of the device, for a packet that is ciphered.
    ///   - mn: the device number there; nil leaves it as it is.
    ///   - password: the access password there; nil leaves it as it is.
    ///   - wantsAnswer: bit 0 of `Flag`; nil leaves it. The other bits stay, and a packet without `Flag` stays without.
    ///   - isResent: adds `RF=1` to a packet of HJ 212-2025 that has none; earlier editions repeat a packet as it was.
    /// - Throws: `PacketWriterError` when a text would break the grammar, the segment does not fit the length field, or the
    ///   content is ciphered and none of the keys fits.
    public static func frame(
        rewriting packet: Packet, keys: KeyRing = KeyRing(), mn: String? = nil, password: String? = nil,
        wantsAnswer: Bool? = nil, isResent: Bool = false
    ) throws(PacketWriterError) -> [UInt8] {
        var flag = packet.flag
        if let wantsAnswer { flag = flag?.asking(wantsAnswer) }
        var changes: [Change] = []
        change(.mn, of: packet, to: mn.map { Array($0.utf8) }, &changes)
        change(.flag, of: packet, to: flag.map { Array(String($0.rawValue).utf8) }, &changes)
        if let password, packet.head(.pw) == nil {
            // A packet without password gets one where the standard has it: before the device number.
            let place = packet.entries[..<packet.headCount].first { packet.name($0).equalsIgnoringCase("MN") }
            let start = place.map { Int($0.nameStart) } ?? 0
            changes.append(Change(range: start..<start, bytes: Array("PW=\(password);".utf8)))
        } else {
            change(.pw, of: packet, to: password.map { Array($0.utf8) }, &changes)
        }
        if isResent, packet.version == .v2025, packet.head(.rf) == nil {
            changes.append(resendMark(in: packet))
        }
        if let mn { try check(.mn, Array(mn.utf8)) }
        if let password { try check(.pw, Array(password.utf8)) }
        return packet.isCiphered
            ? try frame(ciphered: packet, changes, keys: keys)
            : try frame(ofSegment: applied(changes, to: Array(packet.frame.segment)))
    }

    /// The frame of a ciphered packet with another head. All changes lie before the content, so that their positions are the
    /// same in what was sent and in the plain text.
    private static func frame(
        ciphered packet: Packet, _ changes: [Change], keys: KeyRing
    ) throws(PacketWriterError) -> [UInt8] {
        let sent = Array(packet.frame.segment)
        let wire = applied(changes, to: sent)
        guard wire != sent else {
            let frame = packet.frame
            return frame.bytes[..<frame.checksumText.endIndex] + [ASCII.carriageReturn, ASCII.lineFeed]
        }
        let deciphered: Packet.Deciphered
        do {
            deciphered = try packet.deciphered(with: keys)
        } catch {
            throw PacketWriterError(code: .ciphered, field: "CP", byteCount: sent.count)
        }
        let plain = applied(changes, to: Array(deciphered.packet.frame.segment))
        var output: [UInt8] = []
        try appendFrame(
            to: &output, length: deciphered.isLengthOfWire ? wire.count : plain.count,
            checksum: plain.withUnsafeBytes { Checksum.value(of: $0) }
        ) { output in output.append(contentsOf: wire) }
        return output
    }

    /// Bytes in place of others, by positions in the segment.
    private struct Change {
        let range: Range<Int>
        let bytes: [UInt8]
    }

    private static func change(
        _ field: HeadField, of packet: Packet, to value: [UInt8]?, _ changes: inout [Change]
    ) {
        guard let value else { return }
        for entry in packet.entries[..<packet.headCount]
        where entry.hasValue && packet.name(entry).equalsIgnoringCase(field.rawValue) {
            changes.append(Change(range: Int(entry.valueStart)..<Int(entry.valueEnd), bytes: value))
        }
    }

    /// `RF=1;` before `CP`, where one example of the standard (C.19) has forgotten the `;`.
    private static func resendMark(in packet: Packet) -> Change {
        let end = packet.layout.headEnd
        let segment = packet.frame.segment
        let isClosed = end > 0 && segment[segment.startIndex + end - 1] == ASCII.semicolon
        return Change(range: end..<end, bytes: Array((isClosed ? "RF=1;" : ";RF=1;").utf8))
    }

    private static func applied(_ changes: [Change], to segment: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(segment.count + 32)
        var position = 0
        for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            output += segment[position..<change.range.lowerBound]
            output += change.bytes
            position = change.range.upperBound
        }
        return output + segment[position...]
    }

    /// Refuses a value that would break the grammar.
    private static func check(_ field: HeadField, _ value: [UInt8]) throws(PacketWriterError) {
        var scratch: [UInt8] = []
        try append(name: field.rawValue, value: value, to: &scratch)
    }
}
