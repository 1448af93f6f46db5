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
        entries[headCount...].last { $0.hasValue && self.name($0).equalsIgnoringCase(name) }.map(value)
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
        for entry in entries[headCount...] where entry.hasValue {
            let nameRange = Int(entry.nameStart)..<Int(entry.nameEnd)
            guard let dash = bytes(nameRange).firstIndex(of: ASCII.dash) else { continue }
            let dashOffset = dash - frame.segmentRange.lowerBound
            let code = text(nameRange.lowerBound, dashOffset)
            let field = Item.Field(name: text(dashOffset + 1, nameRange.upperBound), value: value(entry))
            if let index = items.lastIndex(where: { $0.code.equalsIgnoringCase(code) }) {
                items[index].add(field)
            } else {
                var item = Item(code: code)
                item.add(field)
                items.append(item)
            }
        }
        return items
    }
}
