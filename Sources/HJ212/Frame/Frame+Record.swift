extension Frame {
    /// Reads the bytes of one packet that were handed over by themselves, with their line end: a line of a log, a file,
    /// a row of evidence. Nothing is searched for: what stands between the length and the check value is the segment.
    /// - Parameter record: begins with `##`.
    /// - Returns: nil when the record does not begin with `##`.
    public init?(record: [UInt8]) {
        self.init(record: record.indices, in: record)
    }

    /// Reads one packet inside a larger buffer, which is kept and not copied.
    init?(record: Range<Int>, in storage: [UInt8]) {
        let whole = storage[record]
        guard whole.count >= 2, whole.starts(with: [ASCII.hash, ASCII.hash]), whole.count <= Limits.frameBytes else {
            return nil
        }
        let afterHash = record.lowerBound + 2
        let (lineEnd, bodyEnd) = LineEnd.read(at: storage[afterHash..<record.upperBound])
        let digits = storage[afterHash..<bodyEnd].prefix(Limits.lengthDigits.upperBound).prefix(while: ASCII.isDigit)
        let start = FrameStart(
            segmentOffset: digits.endIndex - record.lowerBound, declaredLength: ASCII.decimalValue(digits),
            digits: digits.count)
        self.init(
            storage: storage, range: record, start: start,
            segmentEnd: Self.segmentEnd(in: storage[digits.endIndex..<bodyEnd]), checksumEnd: bodyEnd,
            boundary: .record, lineEnd: lineEnd)
    }

    /// Reads text that looks like a packet but has lost its `##`: the segment begins at once and no length is known.
    init(headerless record: Range<Int>, in storage: [UInt8]) {
        let (lineEnd, bodyEnd) = LineEnd.read(at: storage[record])
        self.init(
            storage: storage, range: record, start: FrameStart(segmentOffset: 0, declaredLength: nil, digits: 0),
            segmentEnd: Self.segmentEnd(in: storage[record.lowerBound..<bodyEnd]), checksumEnd: bodyEnd,
            boundary: .broken, lineEnd: lineEnd)
    }

    /// Where the segment ends: before four hex digits at the end, else after the last `&&`, else at the end.
    private static func segmentEnd(in rest: ArraySlice<UInt8>) -> Int {
        let tail = rest.suffix(4)
        if tail.count == 4, tail.allSatisfy(ASCII.isHex) { return tail.startIndex }
        return rest.lastDoubleAmpersand.map { $0 + 2 } ?? rest.endIndex
    }
}

extension ArraySlice<UInt8> {
    /// Index of the last `&&`.
    var lastDoubleAmpersand: Int? {
        guard count >= 2 else { return nil }
        var index = endIndex - 2
        while index >= startIndex {
            if self[index] == ASCII.ampersand, self[index + 1] == ASCII.ampersand { return index }
            index -= 1
        }
        return nil
    }
}
