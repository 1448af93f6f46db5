import Storage

/// Reads what `BlockWriter` wrote. Bytes that it cannot have written throw; none can trap.
struct BlockReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    /// - Parameter bytes: must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    @inline(__always)
    mutating func number() throws(StorageError) -> UInt64 {
        if offset < bytes.count, bytes[offset] < 0x80 {
            offset += 1
            return UInt64(bytes[offset - 1])
        }
        return try longNumber()
    }

    private mutating func longNumber() throws(StorageError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw damage
    }

    mutating func signed() throws(StorageError) -> Int64 {
        let value = try number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// A count or length up to a bound.
    mutating func count(atMost greatest: Int) throws(StorageError) -> Int {
        let value = try number()
        guard value <= UInt64(greatest) else { throw damage }
        return Int(value)
    }

    mutating func text() throws(StorageError) -> String {
        String(decoding: try slice(), as: UTF8.self)
    }

    /// A part with its length before it, to be read by itself or left out.
    mutating func part() throws(StorageError) -> BlockReader {
        BlockReader(UnsafeRawBufferPointer(rebasing: try slice()))
    }

    private mutating func slice() throws(StorageError) -> Slice<UnsafeRawBufferPointer> {
        let length = try count(atMost: bytes.count)
        guard length <= bytes.count - offset else { throw damage }
        offset += length
        return bytes[(offset - length)..<offset]
    }

    var damage: StorageError { StorageError(.damagedReadings, detail: "\(offset)/\(bytes.count)") }
}
