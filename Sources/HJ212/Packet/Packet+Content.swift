extension Packet {
    /// Whether the content is ciphered with SM4 (HJ 212-2025, Annex A.2): it has no pairs then.
    public var isCiphered: Bool { layout.isCiphered }

    /// The bytes between `CP=&&` and `&&`.
    public var content: FieldText { text(layout.content.lowerBound, layout.content.upperBound) }

    /// What `CP` holds: groups divided by `;`, each of pairs divided by `,`.
    public var groups: [[Pair]] {
        var groups: [[Pair]] = []
        var last: UInt16?
        for entry in entries[headCount...] {
            if entry.group != last { groups.append([]) }
            last = entry.group
            groups[groups.count - 1].append(pair(entry))
        }
        return groups
    }

    /// How many pairs `CP` holds, items without `=` included.
    public var pairCount: Int { entries.count - headCount }

    /// A value of `CP` by its whole name, such as `DataTime`, `PolId`, `QnRtn`, `RtdInterval`. Case of the name is ignored,
    /// the last of several counts.
    public func parameter(_ name: String) -> FieldText? {
        let length = name.utf8.count
        // The length leaves one or two names to compare with.
        return entries[headCount...].last { entry in
            entry.hasValue && Int(entry.nameEnd) - Int(entry.nameStart) == length
                && self.name(entry).equalsIgnoringCase(name)
        }.map(value)
    }

    /// The field `DataTime`; nil when it is absent, unreadable or not a time that exists.
    public var dataTime: DataTime? { parameter("DataTime").flatMap { DataTime(digits: $0.bytes) } }

    /// The number of the exchange: QN of the head, or that in `CP`, where answers of 2005 have it.
    public var exchangeNumber: FieldText? { head(.qn) ?? parameter("QN") }

    /// The pairs with a code before a dash, put together by code in the order of their first appearance.
    ///
    /// They are grouped by code and not by `;`: the standard's own examples confuse its two separators. Case of the code
    /// is ignored. A value with a `=` in it has lost a separator: it is left out and its item is marked.
    public var items: [Item] {
        var items: [Item] = []
        items.reserveCapacity(4 + (entries.count - headCount) / 4)
        for entry in entries[headCount...] where entry.hasValue {
            // Only a person types a full-width comma, so only text that is not ASCII is looked at for one.
            if encoding == .utf8 {
                for part in divided(entry) { add(part, to: &items) }
            } else {
                add(entry, to: &items)
            }
        }
        return items
    }

    private func add(_ entry: Entry, to items: inout [Item]) {
        let nameRange = Int(entry.nameStart)..<Int(entry.nameEnd)
        guard let dash = bytes(nameRange).firstIndex(of: ASCII.dash) else { return }
        let dashOffset = dash - frame.segmentRange.lowerBound
        let code = text(nameRange.lowerBound, dashOffset)
        let field = Item.Field(name: text(dashOffset + 1, nameRange.upperBound), value: value(entry))
        // Nearly always the fields of a factor stand together.
        if let last = items.indices.last, items[last].code.equalsIgnoringCase(code) {
            items[last].add(field)
        } else if let index = items.lastIndex(where: { $0.code.equalsIgnoringCase(code) }) {
            items[index].add(field)
        } else {
            var item = Item(code: code)
            item.add(field)
            items.append(item)
        }
    }

    /// A full-width comma (UTF-8) before `name=` is a comma of a person who typed it; the packet has `separatorMissing`.
    private func divided(_ entry: Entry) -> [Entry] {
        let value = bytes(Int(entry.valueStart)..<Int(entry.valueEnd))
        guard let equals = value.firstIndex(of: ASCII.equals) else { return [entry] }
        let base = frame.segmentRange.lowerBound
        var comma = equals - 3
        while comma >= value.startIndex, !value[comma...].starts(with: [0xEF, 0xBC, 0x8C]) { comma -= 1 }
        guard comma >= value.startIndex, value[(comma + 3)..<equals].contains(ASCII.dash) else { return [entry] }
        var first = entry
        first.valueEnd = UInt16(truncatingIfNeeded: comma - base)
        var second = entry
        second.nameStart = UInt16(truncatingIfNeeded: comma + 3 - base)
        second.nameEnd = UInt16(truncatingIfNeeded: equals - base)
        second.valueStart = UInt16(truncatingIfNeeded: equals + 1 - base)
        return [first] + divided(second)
    }
}
