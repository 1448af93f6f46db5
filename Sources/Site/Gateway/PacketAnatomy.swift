import HJ212

/// The bytes of a packet cut into its fields, none left out: each part reaches to where the next one begins.
struct PacketAnatomy {
    /// What a part is.
    enum Kind: String {
        /// `##`.
        case mark
        case length
        /// A field of the head with its separator.
        case head
        /// `CP=&&` and the closing `&&`.
        case bracket
        /// A field of the content with its separator.
        case content
        case checksum
        case lineEnd = "line-end"
        /// What belongs to nothing.
        case other
    }

    struct Part {
        let range: Range<Int>
        let kind: Kind
        /// The name and value of a field; nil for other parts.
        let pair: Packet.Pair?
        /// Which of its bytes must not be shown: passwords, keys, and a ciphered key, the end of which goes clear.
        let secret: Range<Int>?

        init(range: Range<Int>, kind: Kind, pair: Packet.Pair?, isSecret: Bool = false) {
            self.range = range
            self.kind = kind
            self.pair = pair
            if isSecret {
                secret = range
            } else {
                secret = pair.flatMap { $0.isSecret ? $0.value?.bytes.indices : nil }
            }
        }
    }

    let parts: [Part]

    /// - Parameter packet: read from these bytes by themselves (`Packet(record:)`); nil when they are none.
    init(_ raw: [UInt8], packet: Packet?) {
        guard let packet else {
            parts = raw.isEmpty ? [] : [Part(range: raw.indices, kind: .other, pair: nil)]
            return
        }
        var starts: [(at: Int, kind: Kind, pair: Packet.Pair?)] = [(0, .mark, nil)]
        let segment = packet.frame.segment
        starts.append((2, .length, nil))
        for pair in packet.headPairs { starts.append((pair.name.bytes.startIndex, .head, pair)) }
        let content = packet.content.bytes
        let isKey = packet.isCiphered && packet.commandNumber == .keyExchange
        if let open = Self.opening(of: content.startIndex, in: raw, from: segment.startIndex) {
            starts.append((open, .bracket, nil))
            starts.append((content.startIndex, .content, nil))
            for pair in packet.groups.joined() { starts.append((pair.name.bytes.startIndex, .content, pair)) }
            if raw[content.endIndex...].starts(with: Array("&&".utf8)) {
                starts.append((content.endIndex, .bracket, nil))
                starts.append((content.endIndex + 2, .other, nil))
            }
        }
        let checksum = packet.frame.checksumText
        starts.append((segment.endIndex, .checksum, nil))
        starts.append((checksum.endIndex, .lineEnd, nil))
        // Of several that begin at one place the later ones are the ones with something in them.
        let sorted = starts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
            \.element)
        parts = zip(sorted, sorted.dropFirst().map(\.at) + [raw.count]).compactMap { start, end in
            start.at < end
                ? Part(
                    range: start.at..<end, kind: start.kind, pair: start.pair,
                    isSecret: start.kind == .content && isKey) : nil
        }
    }

    /// Where `CP=`, with the `&` behind it, begins; nil when the packet has none.
    private static func opening(of content: Int, in raw: [UInt8], from start: Int) -> Int? {
        var position = content
        while position > start, raw[position - 1] == UInt8(ascii: "&"), content - position < 2 { position -= 1 }
        guard position - 3 >= start else { return nil }
        let name = raw[(position - 3)..<position].map { $0 == UInt8(ascii: "=") ? $0 : $0 & 0xDF }
        return name == Array("CP=".utf8) ? position - 3 : nil
    }
}
