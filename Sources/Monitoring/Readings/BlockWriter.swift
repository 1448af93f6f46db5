/// Writes the numbers of a block: small ones take one byte.
struct BlockWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// A number that is not negative, seven bits a byte, the lowest first.
    mutating func write(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func write(_ value: Int) { write(UInt64(value)) }

    /// A number of either sign: 0, -1, 1, -2 … become 0, 1, 2, 3 …
    mutating func write(signed value: Int64) {
        write(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    /// The length of a text in bytes, and its bytes in UTF-8.
    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes += text.utf8
    }

    /// Forgets what was written but not the room for it.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// The length of bytes, and the bytes.
    mutating func write(_ part: BlockWriter) {
        write(part.bytes.count)
        bytes += part.bytes
    }
}
