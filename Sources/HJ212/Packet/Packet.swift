/// One message: the fields of the data segment of a frame, as positions in its bytes (HJ 212-2017).
///
/// Reading never fails: the standard's own examples break its grammar, and a packet is not thrown away for one bad item.
/// What deviates is listed in `issues`; what cannot be understood stays in `pairs`.
public struct Packet: Sendable {
    /// The frame that carried the message.
    public let frame: Frame
    /// How its bytes are read as text.
    public let encoding: TextEncoding

    let entries: [Entry]
    /// So many entries from the first are fields of the head; the others stand in `CP`.
    let headCount: Int
    let layout: Layout

    /// A name and a value, as positions from the start of the segment; 16 bits reach everywhere (`Limits.frameBytes`).
    struct Entry: Sendable {
        var nameStart: UInt16
        var nameEnd: UInt16
        var valueStart: UInt16
        var valueEnd: UInt16
        /// Number of the group between two `;`, counting groups that hold something.
        var group: UInt16
        /// Whether there is a `=`.
        var hasValue: Bool
    }

    /// Where the parts of the segment are, as positions from its start.
    struct Layout: Sendable {
        enum Opening: Sendable { case full, single, missing }

        /// Up to `CP=`, or the whole segment when there is none.
        var headEnd = 0
        /// The content between `&&` and `&&`.
        var content = 0..<0
        var opening = Opening.missing
        var isClosed = false
        /// Whether something follows the closing `&&`.
        var hasTail = false
        var isCiphered = false
        /// Where the fields of the head are among the entries.
        var head = HeadIndex()
    }

    /// Reads the message of a frame.
    ///
    /// Complexity: O(length of the segment), with one allocation.
    public init(_ frame: Frame) {
        (entries, headCount, layout) = frame.segment.withUnsafeBytes { PacketReader.read($0) }
        encoding = .of(frame.segment)
        self.frame = frame
    }

    /// Reads one packet whose bytes were handed over by themselves, with or without line end.
    /// - Returns: nil when they do not begin with `##`.
    public init?(record: [UInt8]) {
        guard let frame = Frame(record: record) else { return nil }
        self.init(frame)
    }

    /// The text at positions counted from the start of the segment.
    func text(_ start: some BinaryInteger, _ end: some BinaryInteger) -> FieldText {
        let base = frame.segmentRange.lowerBound
        return FieldText(
            storage: frame.storage, range: (base + Int(start))..<(base + Int(end)), encoding: encoding)
    }

    func name(_ entry: Entry) -> FieldText { text(entry.nameStart, entry.nameEnd) }

    func value(_ entry: Entry) -> FieldText { text(entry.valueStart, entry.valueEnd) }

    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
        let base = frame.segmentRange.lowerBound
        return frame.storage[(base + range.lowerBound)..<(base + range.upperBound)]
    }
}
