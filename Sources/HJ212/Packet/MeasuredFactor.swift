/// What a packet says of a factor as far as readings are made of it, as positions in its data segment: the fields that
/// `Item` has, without an array and texts for every factor. A receiver reads millions of them an hour.
public struct MeasuredFactor: Sendable {
    /// A run of bytes of the data segment; 16 bits reach everywhere (`Limits.frameBytes`).
    public struct Span: Sendable {
        let start: UInt16
        let end: UInt16

        /// Positions from the start of the segment.
        public var range: Range<Int> { Int(start)..<Int(end) }
    }

    /// The code of the factor, as sent.
    public let code: Span
    /// The mark (`Flag`); nil when there is none. Of several fields of one name the last counts.
    public private(set) var flag: Span?
    private var average: Span?
    private var noise: Span?
    private var realtime: Span?
    private var convertedAverage: Span?
    private var convertedRealtime: Span?

    init(code: Span) { self.code = code }

    /// Mean of the period, noise level or value at the moment, whichever there is, in this order.
    public var value: Span? { average ?? noise ?? realtime }

    /// The same, converted to the reference oxygen content.
    public var converted: Span? { convertedAverage ?? convertedRealtime }

    /// Takes in a field.
    @inline(__always)
    mutating func add(_ name: Name, _ value: Span) {
        switch name {
        case .realtime: realtime = value
        case .average: average = value
        case .noise: noise = value
        case .flag: flag = value
        case .convertedRealtime: convertedRealtime = value
        case .convertedAverage: convertedAverage = value
        case .info, .other: break
        }
    }

    /// The fields that are told apart here, whatever the case of their letters (`FieldName`).
    enum Name {
        case realtime, average, noise, flag, convertedRealtime, convertedAverage, info, other

        @inline(__always)
        init(_ bytes: Slice<UnsafeRawBufferPointer>) {
            guard (3...5).contains(bytes.count) else {
                self = .other
                return
            }
            // A name of at most five letters is one number.
            var word: UInt64 = 0
            for byte in bytes { word = word << 8 | UInt64(ASCII.lowered(byte)) }
            switch word {
            case 0x72_7464: self = .realtime
            case 0x61_7667: self = .average
            case 0x6461_7461: self = .noise
            case 0x666C_6167: self = .flag
            case 0x7A_7372_7464: self = .convertedRealtime
            case 0x7A_7361_7667: self = .convertedAverage
            case 0x696E_666F: self = .info
            default: self = .other
            }
        }
    }
}

extension Packet {
    /// The factors of `CP` in the order of their first appearance, put together as `items` are.
    ///
    /// Complexity: O(bytes of `CP`), with one allocation, when the fields of a factor stand together.
    public var measuredFactors: [MeasuredFactor] {
        // Only a person types a full-width comma, so only text that is not ASCII is looked at for one.
        if encoding == .utf8 { return items.map(factor) }
        return frame.segment.withUnsafeBytes { segment in
            var factors: [MeasuredFactor] = []
            factors.reserveCapacity(4 + (entries.count - headCount) / 2)
            for position in headCount..<entries.count where entries[position].hasValue {
                Self.add(entries[position], of: segment, to: &factors)
            }
            return factors
        }
    }

    /// The data segment, in which positions are counted, for as long as the closure runs.
    public func withSegment(_ body: (UnsafeRawBufferPointer) -> Void) { frame.segment.withUnsafeBytes(body) }

    /// A run of bytes of the data segment as text.
    public func text(_ span: MeasuredFactor.Span) -> FieldText { text(span.start, span.end) }

    private static func add(
        _ entry: Entry, of segment: UnsafeRawBufferPointer, to factors: inout [MeasuredFactor]
    ) {
        let name = segment[Int(entry.nameStart)..<Int(entry.nameEnd)]
        guard let dash = name.firstIndex(of: ASCII.dash) else { return }
        let code = name[..<dash]
        var place = factors.count - 1
        // Nearly always the fields of a factor stand together.
        while place >= 0, !isEqual(segment[factors[place].code.range], code) { place -= 1 }
        if place < 0 {
            place = factors.count
            factors.append(
                MeasuredFactor(code: .init(start: entry.nameStart, end: UInt16(truncatingIfNeeded: dash))))
        }
        let field = MeasuredFactor.Name(name[(dash + 1)...])
        if field != .info, segment[Int(entry.valueStart)..<Int(entry.valueEnd)].contains(ASCII.equals) { return }
        factors[place].add(field, .init(start: entry.valueStart, end: entry.valueEnd))
    }

    @inline(__always)
    private static func isEqual(
        _ left: Slice<UnsafeRawBufferPointer>, _ right: Slice<UnsafeRawBufferPointer>
    ) -> Bool {
        guard left.count == right.count else { return false }
        let distance = right.startIndex - left.startIndex
        for position in left.startIndex..<left.endIndex where left.base[position] != left.base[position + distance] {
            guard ASCII.lowered(left.base[position]) == ASCII.lowered(left.base[position + distance]) else {
                return false
            }
        }
        return true
    }

    private func factor(_ item: Item) -> MeasuredFactor {
        var factor = MeasuredFactor(code: span(item.code))
        for field in item.fields {
            let name = Array(field.name.bytes)
            name.withUnsafeBytes { factor.add(MeasuredFactor.Name($0[...]), span(field.value)) }
        }
        return factor
    }

    private func span(_ text: FieldText) -> MeasuredFactor.Span {
        let start = text.bytes.startIndex - frame.segmentRange.lowerBound
        return MeasuredFactor.Span(
            start: UInt16(truncatingIfNeeded: start), end: UInt16(truncatingIfNeeded: start + text.byteCount))
    }
}
