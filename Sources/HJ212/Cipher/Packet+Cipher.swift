extension Packet {
    /// A packet whose content was deciphered.
    public struct Deciphered: Sendable {
        /// The packet as it was before it was ciphered: length, check value and content belong together. Its bytes are
        /// ours; what the device sent stays in the frame it came in.
        public let packet: Packet
        /// Which key of the ring it was made with.
        public let role: KeyRing.Role
        /// Whether the length field names what was sent and not, as in the examples of the standard, the plain text. The
        /// length in `packet` is that of the plain text in both cases.
        public let isLengthOfWire: Bool
    }

    /// Deciphers the content with the first key that makes the check value right.
    ///
    /// The check value knows 256 values only, so a wrong key is found out by it in 255 of 256 cases; that the plain text
    /// reads like content settles the others.
    /// - Throws: `DecipherError`.
    public func deciphered(with ring: KeyRing) throws(DecipherError) -> Deciphered {
        guard isCiphered else { throw DecipherError(code: .notCiphered) }
        guard let text = CipheredText(content.bytes) else { throw DecipherError(code: .malformed) }
        let keys = ring.keys
        guard !keys.isEmpty else { throw DecipherError(code: .noKey) }
        let segment = frame.segment
        let before = segment[..<text.tail.startIndex].prefix(layout.content.lowerBound)
        for (role, key) in keys {
            guard let plain = SM4.run(.decrypt, text.blocks, key: key) else { throw DecipherError(code: .noCipher) }
            guard Self.readsLikeContent(plain) else { continue }
            let whole = before + plain + segment[text.tail.startIndex...]
            guard ChecksumMatch.of(frame.checksumText, for: Array(whole)[...]) == .right else { continue }
            return Deciphered(
                packet: Packet(frame.replacingSegment(with: Array(whole))), role: role,
                isLengthOfWire: frame.isLengthRight && frame.declaredLength != whole.count)
        }
        throw DecipherError(code: .wrongKey)
    }

    /// Names, values and log text have no control characters but line ends and tabs, and there is no content without `=`.
    private static func readsLikeContent(_ plain: [UInt8]) -> Bool {
        plain.contains(ASCII.equals) && plain.allSatisfy { $0 >= ASCII.space || $0 == ASCII.tab || ASCII.isLineEnd($0) }
    }
}

extension Frame {
    /// The same frame round a segment of other bytes. A length field that named the segment as it was sent names the new one.
    fileprivate func replacingSegment(with segment: [UInt8]) -> Frame {
        var bytes = Array("##".utf8)
        let length = isLengthRight ? segment.count : declaredLength
        let digits = length.map { Array(String($0).utf8) } ?? []
        let width = max(lengthDigits, digits.count)
        bytes += repeatElement(ASCII.zero, count: width - digits.count) + digits
        let start = FrameStart(segmentOffset: bytes.count, declaredLength: length, digits: width)
        bytes += segment
        let segmentEnd = bytes.count
        bytes += checksumText
        return Frame(
            storage: bytes, range: bytes.indices, start: start, segmentEnd: segmentEnd, checksumEnd: bytes.count,
            boundary: boundary == .cipher ? .length : boundary, lineEnd: lineEnd)
    }
}
