/// Finds names and values in a data segment, in one pass and without judging them.
struct PacketReader {
    private let segment: UnsafeRawBufferPointer
    private let entries: UnsafeMutableBufferPointer<Packet.Entry>
    /// Names and values found; those beyond the room for them are counted and not kept.
    private(set) var count = 0
    private(set) var headCount = 0
    private(set) var layout = Packet.Layout()

    /// A name and value take about eighteen bytes; the guess spares most packets a second reading.
    private static let bytesAnEntry = 11

    /// Reads a segment into an array of entries, with one allocation for nearly all packets.
    static func read(_ segment: UnsafeRawBufferPointer) -> (entries: [Packet.Entry], headCount: Int, Packet.Layout) {
        var room = segment.count / bytesAnEntry + 4
        while true {
            let found = withUnsafeTemporaryAllocation(of: Packet.Entry.self, capacity: room) { buffer in
                var reader = PacketReader(segment: segment, entries: buffer)
                reader.read()
                var entries: [Packet.Entry] = []
                guard reader.count <= room else { return (entries: entries, reader: reader) }
                entries.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<reader.count]))
                return (entries: entries, reader: reader)
            }
            if found.reader.count <= room { return (found.entries, found.reader.headCount, found.reader.layout) }
            room = found.reader.count
        }
    }

    private init(segment: UnsafeRawBufferPointer, entries: UnsafeMutableBufferPointer<Packet.Entry>) {
        self.segment = segment
        self.entries = entries
    }

    private mutating func read() {
        layout.headEnd = contentMark()
        readItems(from: 0, to: layout.headEnd)
        headCount = count
        indexHead()
        guard layout.headEnd < segment.count else { return }
        readLayout()
        guard !layout.isCiphered else { return }
        readItems(from: layout.content.lowerBound, to: layout.content.upperBound)
    }

    private mutating func indexHead() {
        for position in 0..<min(headCount, entries.count) where entries[position].hasValue {
            let name = Int(entries[position].nameStart)..<Int(entries[position].nameEnd)
            layout.head.note(nameIn: UnsafeRawBufferPointer(rebasing: segment[name]), at: position)
        }
    }

    /// Position of `CP=`, which one example of the standard (C.19) prints without `;` before it; the end when missing.
    private func contentMark() -> Int {
        let upper = UInt8(ascii: "C")
        let lower = UInt8(ascii: "c")
        var position = 0
        while true {
            position = ByteSearch.position(of: upper, or: lower, in: segment, from: position, to: segment.count)
            guard position &+ 3 <= segment.count else { return segment.count }
            if ASCII.lowered(segment[position &+ 1]) == UInt8(ascii: "p"), segment[position &+ 2] == ASCII.equals {
                // In lower case only as a name of its own, as in `;cp=`.
                if segment[position] == upper && segment[position &+ 1] == UInt8(ascii: "P") { return position }
                if position > 0, segment[position &- 1] == ASCII.semicolon { return position }
            }
            position &+= 1
        }
    }

    private mutating func readLayout() {
        var start = layout.headEnd &+ 3
        if start < segment.count, segment[start] == ASCII.ampersand {
            start &+= 1
            layout.opening = .single
            if start < segment.count, segment[start] == ASCII.ampersand {
                start &+= 1
                layout.opening = .full
            }
        }
        var end = segment.count &- 2
        while end >= start, segment[end] != ASCII.ampersand || segment[end &+ 1] != ASCII.ampersand { end &-= 1 }
        layout.isClosed = end >= start
        layout.hasTail = layout.isClosed && end &+ 2 < segment.count
        layout.content = start..<(layout.isClosed ? end : segment.count)
        layout.isCiphered = ByteSearch.opensCipher(segment, at: start, before: layout.content.upperBound)
    }

    /// Names and values between `,` and `;`. Items that are empty are left out, and so are groups of only such items.
    private mutating func readItems(from start: Int, to end: Int) {
        var place = Place(itemStart: start, count: count)
        var position = start
        while position &+ 8 <= end {
            let word = UInt64(littleEndian: segment.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            var marks = ByteSearch.marks(of: ASCII.equals, ASCII.comma, ASCII.semicolon, in: word)
            while marks != 0 {
                let offset = position &+ marks.trailingZeroBitCount >> 3
                meet(segment[offset], at: offset, &place)
                marks &= marks &- 1
            }
            position &+= 8
        }
        while position < end {
            let byte = segment[position]
            if byte == ASCII.equals || byte == ASCII.comma || byte == ASCII.semicolon {
                meet(byte, at: position, &place)
            }
            position &+= 1
        }
        meet(ASCII.semicolon, at: end, &place)
        count = place.count
    }

    /// Where in the items the reading stands.
    private struct Place {
        var itemStart: Int
        var equals = -1
        var group: UInt16 = 0
        var isGroupEmpty = true
        var count: Int
    }

    @inline(__always)
    private func meet(_ byte: UInt8, at position: Int, _ place: inout Place) {
        if byte == ASCII.equals {
            if place.equals < 0 { place.equals = position }
            return
        }
        if addItem(to: position, &place) {
            place.isGroupEmpty = false
        }
        if byte == ASCII.semicolon, !place.isGroupEmpty {
            place.group &+= 1
            place.isGroupEmpty = true
        }
        place.itemStart = position &+ 1
        place.equals = -1
    }

    @inline(__always)
    private func addItem(to end: Int, _ place: inout Place) -> Bool {
        let hasValue = place.equals >= 0
        let name = trimmed(place.itemStart, hasValue ? place.equals : end)
        let value = hasValue ? trimmed(place.equals &+ 1, end) : (end, end)
        if !hasValue, name.0 == name.1 { return false }
        if place.count < entries.count {
            entries.initializeElement(
                at: place.count,
                to: Packet.Entry(
                    nameStart: UInt16(truncatingIfNeeded: name.0), nameEnd: UInt16(truncatingIfNeeded: name.1),
                    valueStart: UInt16(truncatingIfNeeded: value.0), valueEnd: UInt16(truncatingIfNeeded: value.1),
                    group: place.group, hasValue: hasValue))
        }
        place.count &+= 1
        return true
    }

    @inline(__always)
    private func trimmed(_ start: Int, _ end: Int) -> (Int, Int) {
        if start < end, segment[start] > ASCII.space, segment[end &- 1] > ASCII.space { return (start, end) }
        var start = start
        var end = end
        while start < end, ASCII.isBlank(segment[start]) { start &+= 1 }
        while end > start, ASCII.isBlank(segment[end &- 1]) { end &-= 1 }
        return (start, end)
    }
}
