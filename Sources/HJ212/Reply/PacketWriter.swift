/// Builds the bytes of a packet: fields in the order of the standard, length, check value, CR LF.
///
/// It writes only what the standard allows, whatever we accept from others: a text that would break the grammar is refused.
public struct PacketWriter: Sendable {
    private var head: [HeadField: [UInt8]] = [:]
    private var groups: [[(name: String, value: [UInt8])]] = []

    /// A packet without fields.
    public init() {}

    /// A packet with the fields that nearly all have.
    /// - Parameters:
    ///   - qn: 17 digits, see `QNSequence`; nil in the answers of 2005.
    ///   - flag: see `PacketFlag`; nil leaves it out, as many devices of 2005 do.
    public init(
        qn: String?, systemType: SystemType, command: CommandNumber, password: String, mn: String, flag: PacketFlag?
    ) {
        set(.qn, qn)
        set(.st, systemType.rawValue)
        set(.cn, command.text)
        set(.pw, password)
        set(.mn, mn)
        set(.flag, flag.map { String($0.rawValue) })
    }

    /// Sets a field of the head, or leaves it out.
    public mutating func set(_ field: HeadField, _ value: String?) { set(field, bytes: value.map { Array($0.utf8) }) }

    /// Adds a group of `CP`: the pairs of one factor, which are divided by `,`, while groups are divided by `;`.
    public mutating func add(_ pairs: KeyValuePairs<String, String>) {
        groups.append(pairs.map { (name: $0.key, value: Array($0.value.utf8)) })
    }

    /// Adds a group of pairs that are not known as literals.
    public mutating func add(group: [(name: String, value: String)]) {
        groups.append(group.map { (name: $0.name, value: Array($0.value.utf8)) })
    }

    /// Adds the fields of one factor as a group: `w01018-Rtd=40.1,w01018-Flag=N`.
    public mutating func add(code: String, _ fields: [(FieldName, String)]) {
        groups.append(fields.map { (name: "\(code)-\($0.rawValue)", value: Array($1.utf8)) })
    }

    mutating func set(_ field: HeadField, bytes: [UInt8]?) { head[field] = bytes }

    mutating func add(_ name: String, bytes: [UInt8]) { groups.append([(name: name, value: bytes)]) }

    /// The data segment, from the first field to the closing `&&`.
    /// - Throws: `PacketWriterError` when a text would break the grammar.
    public func segment() throws(PacketWriterError) -> [UInt8] {
        var output: [UInt8] = []
        for field in HeadField.allCases {
            guard let value = head[field] else { continue }
            try Self.append(name: field.rawValue, value: value, to: &output)
            output.append(ASCII.semicolon)
        }
        output.append(contentsOf: "CP=&&".utf8)
        var isFirstGroup = true
        for group in groups where !group.isEmpty {
            if !isFirstGroup { output.append(ASCII.semicolon) }
            isFirstGroup = false
            var isFirstPair = true
            for pair in group {
                if !isFirstPair { output.append(ASCII.comma) }
                isFirstPair = false
                try Self.append(name: pair.name, value: pair.value, to: &output)
            }
        }
        output.append(contentsOf: "&&".utf8)
        return output
    }

    /// The whole frame with CR LF.
    /// - Throws: `PacketWriterError` when a text would break the grammar or the segment does not fit the length field.
    ///   More than `Limits.standardSegmentBytes` are written: splitting is for the caller, who knows what belongs together.
    public func frame() throws(PacketWriterError) -> [UInt8] {
        try Self.frame(ofSegment: segment())
    }

    /// Puts length, check value and CR LF round a data segment.
    /// - Throws: `PacketWriterError` when the segment does not fit the length field.
    public static func frame(ofSegment segment: [UInt8]) throws(PacketWriterError) -> [UInt8] {
        try frame(
            ofSegment: segment, length: segment.count,
            checksum: segment.withUnsafeBytes { Checksum.value(of: $0) })
    }

    static func frame(
        ofSegment segment: [UInt8], length: Int, checksum: UInt16
    ) throws(PacketWriterError) -> [UInt8] {
        guard length <= Limits.writableSegmentBytes else {
            throw PacketWriterError(code: .segmentTooLong, field: "", byteCount: length)
        }
        let digits = String(length)
        var output: [UInt8] = []
        output.reserveCapacity(segment.count + 12)
        output.append(contentsOf: "##".utf8)
        output.append(contentsOf: repeatElement(ASCII.zero, count: 4 - digits.utf8.count))
        output.append(contentsOf: digits.utf8)
        output.append(contentsOf: segment)
        output.append(contentsOf: ASCII.hex(checksum))
        output.append(ASCII.carriageReturn)
        output.append(ASCII.lineFeed)
        return output
    }

    static func append(
        name: String, value: [UInt8], to output: inout [UInt8]
    ) throws(PacketWriterError) {
        // An `&` at the end of a value would merge with the closing `&&`, so none is written at all.
        let isForbidden = { (byte: UInt8) in
            byte < ASCII.space || byte == ASCII.semicolon || byte == ASCII.comma || byte == ASCII.ampersand
        }
        guard !name.isEmpty, !name.utf8.contains(where: { isForbidden($0) || $0 == ASCII.equals }),
            !value.contains(where: isForbidden), !holdsStart(value)
        else { throw PacketWriterError(code: .forbiddenCharacter, field: name, byteCount: value.count) }
        output.append(contentsOf: name.utf8)
        output.append(ASCII.equals)
        output.append(contentsOf: value)
    }

    /// Whether a receiver would take something in a value for the start of another packet, as in `MN=A##0101QN=1`.
    private static func holdsStart(_ value: [UInt8]) -> Bool {
        value.withUnsafeBytes { bytes in
            var position = 0
            while true {
                position = ByteSearch.position(
                    of: ASCII.hash, or: ASCII.hash, in: bytes, from: position, to: bytes.count)
                guard position + 1 < bytes.count else { return false }
                if bytes[position + 1] == ASCII.hash,
                    case .start = FrameStart.match(in: bytes, at: position, isFinal: true)
                {
                    return true
                }
                position += 1
            }
        }
    }
}
