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
    public mutating func set(_ field: HeadField, _ value: String?) { head[field] = value.map { Array($0.utf8) } }

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

    /// The data segment, from the first field to the closing `&&`.
    /// - Throws: `PacketWriterError` when a text would break the grammar.
    public func segment() throws(PacketWriterError) -> [UInt8] {
        var output: [UInt8] = []
        try appendSegment(to: &output)
        return output
    }

    private func appendSegment(to output: inout [UInt8]) throws(PacketWriterError) {
        for field in HeadField.allCases {
            if let value = head[field] { try Self.append(field, value, to: &output) }
        }
        output.append(contentsOf: Self.contentMark)
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
        output.append(contentsOf: Self.contentEnd)
    }

    static let contentMark = Array("CP=&&".utf8)
    static let contentEnd = Array("&&".utf8)

    /// The whole frame with CR LF.
    /// - Throws: `PacketWriterError` when a text would break the grammar or the segment does not fit the length field.
    ///   More than `Limits.standardSegmentBytes` are written: splitting is for the caller, who knows what belongs together.
    public func frame() throws(PacketWriterError) -> [UInt8] {
        var output: [UInt8] = []
        try Self.appendFrame(to: &output) { output throws(PacketWriterError) in try appendSegment(to: &output) }
        return output
    }

    /// Puts length, check value and CR LF round a data segment.
    /// - Throws: `PacketWriterError` when the segment does not fit the length field.
    public static func frame(ofSegment segment: [UInt8]) throws(PacketWriterError) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(segment.count + frameBytes)
        try appendFrame(to: &output) { output in output.append(contentsOf: segment) }
        return output
    }

    /// Adds a frame whose data segment the body adds; nothing is added when it throws.
    ///
    /// - Parameters:
    ///   - length: what the length field says; nil for the bytes of the segment.
    ///   - checksum: the check value; nil for that of the segment.
    static func appendFrame(
        to output: inout [UInt8], length: Int? = nil, checksum: UInt16? = nil,
        _ body: (inout [UInt8]) throws(PacketWriterError) -> Void
    ) throws(PacketWriterError) {
        let start = output.count
        output.append(contentsOf: frameStart)
        do throws(PacketWriterError) {
            try body(&output)
            let length = length ?? output.count - start - frameStart.count
            guard length <= Limits.writableSegmentBytes else {
                throw PacketWriterError(code: .segmentTooLong, field: "", byteCount: length)
            }
            var rest = length
            for place in (2..<6).reversed() {
                output[start + place] = ASCII.zero + UInt8(rest % 10)
                rest /= 10
            }
        } catch {
            output.removeSubrange(start...)
            throw error
        }
        ASCII.appendHex(
            checksum ?? output[(start + frameStart.count)...].withUnsafeBytes { Checksum.value(of: $0) }, to: &output)
        output.append(ASCII.carriageReturn)
        output.append(ASCII.lineFeed)
    }

    private static let frameStart = Array("##0000".utf8)
    /// What a frame has beside its segment: mark, length, check value, line end.
    private static let frameBytes = 12

    /// Adds a field of the head with its `;`.
    static func append(
        _ field: HeadField, _ value: some Collection<UInt8>, to output: inout [UInt8]
    ) throws(PacketWriterError) {
        try append(name: field.rawValue, value: value, to: &output)
        output.append(ASCII.semicolon)
    }

    static func append(
        name: String, value: some Collection<UInt8>, to output: inout [UInt8]
    ) throws(PacketWriterError) {
        guard !name.isEmpty, !name.utf8.contains(where: { isForbidden($0) || $0 == ASCII.equals }),
            !value.contains(where: isForbidden), !value.contains(ASCII.hash) || !holdsStart(Array(value))
        else { throw PacketWriterError(code: .forbiddenCharacter, field: name, byteCount: value.count) }
        output.append(contentsOf: name.utf8)
        output.append(ASCII.equals)
        output.append(contentsOf: value)
    }

    /// An `&` at the end of a value would merge with the closing `&&`, so none is written at all.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte < ASCII.space || byte == ASCII.semicolon || byte == ASCII.comma || byte == ASCII.ampersand
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
