/// One frame: `##`, length, data segment, check value. It keeps the bytes it was cut from and only positions in them, so
/// it costs no copy; its memory is that of the chunk it came in. Copy `bytes` into an array of its own to keep it for long.
public struct Frame: Sendable {
    /// What told the scanner where the frame ends.
    public enum Boundary: Sendable, Hashable {
        /// The length field, with `&&` or a right check value in that place.
        case length
        /// `&&` and four hex digits, because the length field is wrong or absent.
        case arbitration
        /// The closing brace of ciphered content (HJ 212-2025, Annex A.2), whose length field counts the plain text.
        case cipher
        /// None: the frame was cut off or has no end that could be recognised. Keep it as evidence, never as data.
        case broken
        /// The whole record: the bytes of one packet were handed over by themselves.
        case record
    }

    let storage: [UInt8]
    /// From the first `#` to the check value or the end of what belongs to it.
    let range: Range<Int>
    /// From the first byte after the length to the closing `&&` included.
    let segmentRange: Range<Int>
    /// The check value as sent; empty when there is none.
    let checksumRange: Range<Int>
    let lengthDigits: Int

    /// The length the sender states, in bytes of the data segment; nil when no digit stands after `##`.
    public let declaredLength: Int?
    /// What told where the frame ends.
    public let boundary: Boundary
    /// How the check value relates to the data segment. Of ciphered content it cannot be said without the key.
    public let checksum: ChecksumMatch
    /// How the frame ends; nil when the scanner gave it out before its line end arrived.
    public let lineEnd: LineEnd?

    /// The bytes of the frame, without line end when it comes from a scanner.
    public var bytes: ArraySlice<UInt8> { storage[range] }

    /// The bytes of the data segment.
    public var segment: ArraySlice<UInt8> { storage[segmentRange] }

    /// The check value as sent; empty when there is none.
    public var checksumText: ArraySlice<UInt8> { storage[checksumRange] }

    /// Whether the length field names the bytes of the data segment.
    public var isLengthRight: Bool { declaredLength == segmentRange.count }

    /// Whether the content may be used: the check value is right. A wrong length field alone is only reported.
    ///
    /// Ciphered content cannot be judged before it is deciphered, and is not acceptable.
    public var isAcceptable: Bool { checksum == .right && boundary != .broken && boundary != .cipher }

    init(
        storage: [UInt8], range: Range<Int>, start: FrameStart, segmentEnd: Int, checksumEnd: Int, boundary: Boundary,
        checksum: ChecksumMatch? = nil, lineEnd: LineEnd? = nil
    ) {
        let segment = (range.lowerBound + start.segmentOffset)..<segmentEnd
        self.storage = storage
        self.range = range
        segmentRange = segment
        checksumRange = segmentEnd..<checksumEnd
        lengthDigits = start.digits
        declaredLength = start.declaredLength
        self.boundary = boundary
        self.checksum = checksum ?? .of(storage[segmentEnd..<checksumEnd], for: storage[segment])
        self.lineEnd = lineEnd
    }
}
