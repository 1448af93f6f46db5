extension CanonicalValue {
    /// The canonical bytes.
    ///
    /// - Throws: `LedgerError` with `.integerOutOfRange` when an integer exceeds ±(2^53 − 1), with `.nestedTooDeep`
    ///   when it could not be read again.
    /// - Complexity: O(n log n) in the number of members.
    public func bytes() throws(LedgerError) -> [UInt8] {
        var output: [UInt8] = []
        try write(to: &output, depth: 0)
        return output
    }

    private func write(to output: inout [UInt8], depth: Int) throws(LedgerError) {
        guard depth < Self.greatestDepth else {
            throw LedgerError(.nestedTooDeep, detail: String(Self.greatestDepth))
        }
        switch self {
        case .null: output += Array("null".utf8)
        case .bool(let value): output += Array((value ? "true" : "false").utf8)
        case .integer(let value):
            guard value.magnitude <= UInt64(Self.largestInteger) else {
                throw LedgerError(.integerOutOfRange, detail: String(value))
            }
            output += Array(String(value).utf8)
        case .string(let value): Self.write(value, to: &output)
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                try value.write(to: &output, depth: depth + 1)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            // UTF-8 bytes sort exactly as code points do; String's own order is by canonical equivalence.
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            output.append(UInt8(ascii: "{"))
            for (index, member) in sorted.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                try member.value.write(to: &output, depth: depth + 1)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\\"): output += [byte, byte]
            case 0x08: output += Array("\\b".utf8)
            case 0x09: output += Array("\\t".utf8)
            case 0x0A: output += Array("\\n".utf8)
            case 0x0C: output += Array("\\f".utf8)
            case 0x0D: output += Array("\\r".utf8)
            case 0x00..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                output += Array("\\u00".utf8)
                output += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
