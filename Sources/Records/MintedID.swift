/// Ids minted by actions, never by the database: UUIDv7 in 32 hexadecimal digits.
package enum MintedID {
    /// A fresh id.
    /// - Parameter milliseconds: the present time since 1970-01-01T00:00:00Z; ids sort by it.
    package static func mint(at milliseconds: Int64) -> String {
        var generator = SystemRandomNumberGenerator()
        // 48 bits of time, version 7, variant 2, and what is random (RFC 9562, 5.7).
        let high = UInt64(bitPattern: milliseconds) << 16 | 0x7000 | generator.next() & 0x0FFF
        let low = 0x8000_0000_0000_0000 | generator.next() >> 2
        return hex(high) + hex(low)
    }

    /// Whether a text has the form of an id.
    package static func isID(_ text: String) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
