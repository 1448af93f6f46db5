/// What stands at a `##`: the start of a frame or just two characters.
///
/// A start is `##`, one to five digits and a field name with `=`; a spoiled length (`## 171QN=`, `##00ABQN=`) is accepted
/// before a field name that we know. Because every start ends the frame before it, frames never overlap and the scanner
/// looks at each byte a bounded number of times, whatever the sender does.
struct FrameStart {
    /// Offset from the first `#` to the data segment.
    var segmentOffset: Int
    /// The number written there, nil when no digit follows the `##`.
    var declaredLength: Int?
    /// How many digits the number has.
    var digits: Int

    enum Match {
        case start(FrameStart)
        case nothing
        /// The bytes so far could become a start.
        case needsMore
    }

    /// Looks at `bytes[position...]`, whose first two bytes are `##`.
    /// - Parameter isFinal: no more bytes will come, so an unfinished start is none.
    static func match(in bytes: UnsafeRawBufferPointer, at position: Int, isFinal: Bool) -> Match {
        // One digit more than a length may have is enough to see that it is none.
        let mostDigits = min(position + 2 + Limits.lengthDigits.upperBound + 1, bytes.count)
        var cursor = position + 2
        while cursor < mostDigits, ASCII.isDigit(bytes[cursor]) { cursor += 1 }
        let digits = cursor - position - 2
        let isPlain =
            digits > 0 && cursor < bytes.count && Limits.lengthDigits.contains(digits)
            && isName(in: bytes, at: cursor) == .yes
        // With four digits any name will do; with others the name may hide what is left of them (`##00ADQN=`).
        if isPlain, digits == 4 { return .start(FrameStart(at: position, digits: 4, in: bytes, segment: cursor)) }
        let other = spoiled(in: bytes, at: position, digits: digits, isFinal: isFinal)
        if case .nothing = other, isPlain {
            return .start(FrameStart(at: position, digits: digits, in: bytes, segment: cursor))
        }
        return other
    }

    /// The second form: a few foreign characters, then a known field name.
    private static func spoiled(
        in bytes: UnsafeRawBufferPointer, at position: Int, digits: Int, isFinal: Bool
    ) -> Match {
        let first = position + 2
        var mayGrow = Limits.lengthDigits.contains(digits) && isName(in: bytes, at: first + digits) == .unfinished
        if digits == bytes.count - first, digits <= Limits.lengthDigits.upperBound { mayGrow = true }
        var cursor = first
        while cursor - first <= Limits.spoiledLengthBytes {
            guard cursor < bytes.count else { return isFinal ? .nothing : .needsMore }
            switch HeadField.match(in: bytes, at: cursor) {
            case .known:
                let read = min(digits, Limits.lengthDigits.upperBound)
                return .start(FrameStart(at: position, digits: read, in: bytes, segment: cursor))
            case .unfinished: mayGrow = true
            case .other: break
            }
            if !maySpoil(bytes[cursor]) { break }
            cursor += 1
        }
        return mayGrow && !isFinal ? .needsMore : .nothing
    }

    private enum Name { case yes, no, unfinished }

    /// A letter, more letters or digits, and `=`.
    private static func isName(in bytes: UnsafeRawBufferPointer, at position: Int) -> Name {
        guard position < bytes.count else { return .unfinished }
        guard ASCII.isLetter(bytes[position]) else { return .no }
        var cursor = position + 1
        while cursor < bytes.count, cursor - position < Limits.firstNameBytes,
            ASCII.isLetter(bytes[cursor]) || ASCII.isDigit(bytes[cursor])
        {
            cursor += 1
        }
        if cursor == bytes.count { return .unfinished }
        return bytes[cursor] == ASCII.equals ? .yes : .no
    }

    private static func maySpoil(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.hash, ASCII.ampersand, ASCII.semicolon, ASCII.equals, ASCII.carriageReturn, ASCII.lineFeed: false
        default: true
        }
    }
}

extension FrameStart {
    private init(at position: Int, digits: Int, in bytes: UnsafeRawBufferPointer, segment: Int) {
        // `##00ABQN=`: only the digits are the length, and what stands between them and the name is lost.
        self.init(
            segmentOffset: segment - position,
            declaredLength: digits == 0 ? nil : ASCII.decimalValue(bytes[(position + 2)..<(position + 2 + digits)]),
            digits: digits)
    }
}
