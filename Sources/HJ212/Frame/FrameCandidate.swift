/// A frame whose start is known and whose end is not.
struct FrameCandidate: Sendable {
    /// Of the first `#`.
    var position: Int
    var start: FrameStart
    /// Where the length field puts the end of the segment; nil when that is impossible or refuted.
    var lengthEnd: Int?
    /// Whether the `CP=&&` before the content was met: the next `&&` can be the closing one.
    var isOpened = false
    /// Whether the content begins with `{0x`.
    var isCiphered = false
    /// Check value of the segment up to `registerPosition`.
    var register = Checksum.initial
    var registerPosition: Int
    /// The last `&&` before four hex digits that are not the right check value.
    var lastClosing: Int?

    var segmentStart: Int { position + start.segmentOffset }

    init(position: Int, start: FrameStart) {
        self.position = position
        self.start = start
        let segmentStart = position + start.segmentOffset
        registerPosition = segmentStart
        // A segment shorter than `&&` is none, and one beyond the bound is never waited for.
        if let length = start.declaredLength, length >= 2, start.segmentOffset + length + 4 <= Limits.frameBytes {
            lengthEnd = segmentStart + length
        }
    }

    /// Bytes before it were dropped from the buffer.
    mutating func shift(by count: Int) {
        position -= count
        registerPosition -= count
        lengthEnd = lengthEnd.map { $0 - count }
        lastClosing = lastClosing.map { $0 - count }
    }
}
