/// Numbers in the files of the packet log: little endian, of fixed width, or as few groups of seven bits as they need.
enum LittleEndian {
    static func append(_ value: some FixedWidthInteger, to buffer: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { buffer.append(contentsOf: $0) }
    }

    /// Writes a number over what stands at an offset.
    static func replace(with value: some FixedWidthInteger, in buffer: inout [UInt8], at offset: Int) {
        withUnsafeBytes(of: value.littleEndian) { bytes in
            for index in bytes.indices { buffer[offset + index] = bytes[index] }
        }
    }

    /// The number at an offset; the caller has seen that it is there.
    static func read<Value: FixedWidthInteger & BitwiseCopyable>(
        _ type: Value.Type, _ bytes: [UInt8], at offset: Int
    ) -> Value {
        Value(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: type) })
    }

    static func appendShort(_ value: UInt64, to buffer: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.append(UInt8(rest))
    }

    /// The number at an offset, which moves behind it; nil when the bytes end before it or it is too long.
    static func readShort(_ bytes: [UInt8], at offset: inout Int) -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard offset < bytes.count else { return nil }
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }

    /// A number that may be negative, small ones of both signs small.
    static func folded(_ value: Int64) -> UInt64 { UInt64(bitPattern: (value << 1) ^ (value >> 63)) }
    static func unfolded(_ value: UInt64) -> Int64 { Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
}
