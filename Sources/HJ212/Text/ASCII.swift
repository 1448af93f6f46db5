/// Bytes that have a meaning in the protocol, and the few comparisons it needs.
enum ASCII {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let hash = UInt8(ascii: "#")
    static let ampersand = UInt8(ascii: "&")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")
    static let dash = UInt8(ascii: "-")
    static let zero = UInt8(ascii: "0")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

    @inline(__always)
    static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

    /// Blank, tab, line ends, vertical tab, form feed.
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte &- tab < 5 }

    /// The letter in lower case; other bytes unchanged.
    @inline(__always)
    static func lowered(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte | 0x20 : byte }

    /// The value of one to four hex digits; nil for anything else and for more.
    static func hexValue(_ digits: some Collection<UInt8>) -> UInt16? {
        guard (1...4).contains(digits.count) else { return nil }
        var value: UInt16 = 0
        for digit in digits {
            guard isHex(digit) else { return nil }
            value = value << 4 | UInt16(isDigit(digit) ? digit & 0x0F : (digit & 0x0F) + 9)
        }
        return value
    }

    /// The four bytes of a 16-bit value in upper-case hex.
    static func hex(_ value: UInt16) -> [UInt8] {
        var output: [UInt8] = []
        appendHex(value, to: &output)
        return output
    }

    /// Adds the four bytes of a 16-bit value in upper-case hex.
    static func appendHex(_ value: UInt16, to output: inout [UInt8]) {
        for shift: UInt16 in [12, 8, 4, 0] {
            let nibble = UInt8(truncatingIfNeeded: value >> shift) & 0x0F
            output.append(nibble < 10 ? zero + nibble : UInt8(ascii: "A") + nibble - 10)
        }
    }

    /// The value of a run of decimal digits; nil for anything else and beyond 18 digits.
    static func decimalValue(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...18).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            guard isDigit(digit) else { return nil }
            value = value * 10 + Int(digit & 0x0F)
        }
        return value
    }
}
