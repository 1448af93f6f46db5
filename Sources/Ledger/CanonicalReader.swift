extension CanonicalValue {
    /// Reads canonical bytes, and only canonical bytes: what was hashed is what is read.
    ///
    /// - Throws: `LedgerError` with `.notCanonical` and the byte offset where the form is left.
    public init(canonical bytes: [UInt8]) throws(LedgerError) {
        var reader = CanonicalReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        // Sorting, escapes and spacing have one legal form each, so comparing with our own bytes checks them all.
        guard reader.isAtEnd, try value.bytes() == bytes else {
            throw LedgerError(.notCanonical, detail: "\(reader.offset)")
        }
        self = value
    }
}

/// A strict recursive reader of the JSON subset that canonical bytes use.
struct CanonicalReader {
    let bytes: [UInt8]
    var offset = 0

    var isAtEnd: Bool { offset == bytes.count }

    mutating func value(depth: Int) throws(LedgerError) -> CanonicalValue {
        guard depth < CanonicalValue.greatestDepth, offset < bytes.count else { throw fault() }
        switch bytes[offset] {
        case UInt8(ascii: "n"):
            try literal("null")
            return .null
        case UInt8(ascii: "t"):
            try literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try literal("false")
            return .bool(false)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        default: return .integer(try integer())
        }
    }

    private func fault() -> LedgerError { LedgerError(.notCanonical, detail: "\(offset)") }

    private mutating func literal(_ text: StaticString) throws(LedgerError) {
        let matches = text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
        guard matches else { throw fault() }
        offset += text.utf8CodeUnitCount
    }

    private mutating func take(_ character: UInt8) throws(LedgerError) {
        guard offset < bytes.count, bytes[offset] == character else { throw fault() }
        offset += 1
    }

    private func next(is character: UInt8) -> Bool { offset < bytes.count && bytes[offset] == character }

    private mutating func integer() throws(LedgerError) -> Int64 {
        let start = offset
        while offset < bytes.count, bytes[offset] == UInt8(ascii: "-") || (48...57).contains(bytes[offset]) {
            offset += 1
        }
        guard let number = Int64(String(decoding: bytes[start..<offset], as: UTF8.self)) else { throw fault() }
        return number
    }

    private mutating func array(depth: Int) throws(LedgerError) -> [CanonicalValue] {
        try take(UInt8(ascii: "["))
        var values: [CanonicalValue] = []
        while !next(is: UInt8(ascii: "]")) {
            if !values.isEmpty { try take(UInt8(ascii: ",")) }
            values.append(try value(depth: depth + 1))
        }
        offset += 1
        return values
    }

    private mutating func object(depth: Int) throws(LedgerError) -> [String: CanonicalValue] {
        try take(UInt8(ascii: "{"))
        var members: [String: CanonicalValue] = [:]
        while !next(is: UInt8(ascii: "}")) {
            if !members.isEmpty { try take(UInt8(ascii: ",")) }
            let key = try string()
            try take(UInt8(ascii: ":"))
            guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw fault() }
        }
        offset += 1
        return members
    }

    private mutating func string() throws(LedgerError) -> String {
        try take(UInt8(ascii: "\""))
        var text: [UInt8] = []
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            if bytes[offset] == UInt8(ascii: "\\") {
                text.append(try escape())
            } else {
                text.append(bytes[offset])
                offset += 1
            }
        }
        try take(UInt8(ascii: "\""))
        guard let string = String(validating: text, as: UTF8.self) else { throw fault() }
        return string
    }

    private mutating func escape() throws(LedgerError) -> UInt8 {
        guard offset + 1 < bytes.count else { throw fault() }
        let kind = bytes[offset + 1]
        offset += 2
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return kind
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            guard offset + 4 <= bytes.count,
                let code = UInt8(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16), code < 0x20
            else { throw fault() }
            offset += 4
            return code
        default: throw fault()
        }
    }
}
