/// Finds names and values in a data segment, in one pass and without judging them.
struct PacketReader {
    private(set) var entries: [Packet.Entry] = []
    private(set) var headCount = 0
    private(set) var layout = Packet.Layout()

    /// A name and value take about twelve bytes; the guess spares most arrays from growing.
    private static let bytesAnEntry = 11

    mutating func read(_ segment: UnsafeRawBufferPointer) {
        entries.reserveCapacity(segment.count / Self.bytesAnEntry + 4)
        layout.headEnd = contentMark(in: segment)
        readItems(in: segment, from: 0, to: layout.headEnd)
        headCount = entries.count
        guard layout.headEnd < segment.count else { return }
        readLayout(of: segment)
        guard !layout.isCiphered else { return }
        readItems(in: segment, from: layout.content.lowerBound, to: layout.content.upperBound)
    }

    /// Position of `CP=`, which one example of the standard (C.19) prints without `;` before it; the end when missing.
    private func contentMark(in segment: UnsafeRawBufferPointer) -> Int {
        let upper = UInt8(ascii: "C")
        let lower = UInt8(ascii: "c")
        var position = 0
        while true {
            position = ByteSearch.position(of: upper, or: lower, in: segment, from: position, to: segment.count)
            guard position + 3 <= segment.count else { return segment.count }
            if ASCII.lowered(segment[position + 1]) == UInt8(ascii: "p"), segment[position + 2] == ASCII.equals {
                // In lower case only as a name of its own, as in `;cp=`.
                if segment[position] == upper && segment[position + 1] == UInt8(ascii: "P") { return position }
                if position > 0, segment[position - 1] == ASCII.semicolon { return position }
            }
            position += 1
        }
    }

    private mutating func readLayout(of segment: UnsafeRawBufferPointer) {
        var start = layout.headEnd + 3
        if start < segment.count, segment[start] == ASCII.ampersand {
            start += 1
            layout.opening = .single
            if start < segment.count, segment[start] == ASCII.ampersand {
                start += 1
                layout.opening = .full
            }
        }
        var end = segment.count - 2
        while end >= start, segment[end] != ASCII.ampersand || segment[end + 1] != ASCII.ampersand { end -= 1 }
        layout.isClosed = end >= start
        layout.hasTail = layout.isClosed && end + 2 < segment.count
        layout.content = start..<(layout.isClosed ? end : segment.count)
        layout.isCiphered = segment[layout.content].starts(with: #"{0x"#.utf8)
    }

    /// Names and values between `,` and `;`. Items that are empty are left out, and so are groups of only such items.
    private mutating func readItems(in segment: UnsafeRawBufferPointer, from start: Int, to end: Int) {
        var group: UInt16 = 0
        var isGroupEmpty = true
        var itemStart = start
        var equals = -1
        var position = start
        while position <= end {
            let byte = position < end ? segment[position] : ASCII.semicolon
            if byte == ASCII.equals {
                if equals < 0 { equals = position }
            } else if byte == ASCII.comma || byte == ASCII.semicolon {
                if addItem(in: segment, from: itemStart, equals: equals, to: position, group: group) {
                    isGroupEmpty = false
                }
                if byte == ASCII.semicolon, !isGroupEmpty {
                    group += 1
                    isGroupEmpty = true
                }
                itemStart = position + 1
                equals = -1
            }
            position += 1
        }
    }

    @inline(__always)
    private mutating func addItem(
        in segment: UnsafeRawBufferPointer, from start: Int, equals: Int, to end: Int, group: UInt16
    ) -> Bool {
        let hasValue = equals >= 0
        let name = trimmed(segment, start, hasValue ? equals : end)
        let value = hasValue ? trimmed(segment, equals + 1, end) : (end, end)
        if !hasValue, name.0 == name.1 { return false }
        entries.append(
            Packet.Entry(
                nameStart: UInt16(truncatingIfNeeded: name.0), nameEnd: UInt16(truncatingIfNeeded: name.1),
                valueStart: UInt16(truncatingIfNeeded: value.0), valueEnd: UInt16(truncatingIfNeeded: value.1),
                group: group, hasValue: hasValue))
        return true
    }

    @inline(__always)
    private func trimmed(_ segment: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> (Int, Int) {
        var start = start
        var end = end
        while start < end, ASCII.isBlank(segment[start]) { start += 1 }
        while end > start, ASCII.isBlank(segment[end - 1]) { end -= 1 }
        return (start, end)
    }
}
