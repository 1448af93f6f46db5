/// Searches eight bytes at a time; the hot loop of framing.
enum ByteSearch {
    /// The first position in `start..<end` that holds `first` or `second`, or `end`.
    @inline(__always)
    static func position(
        of first: UInt8, or second: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
    ) -> Int {
        let firstPattern = repeated(first)
        let secondPattern = repeated(second)
        var position = start
        while position &+ 8 <= end {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let found = zeroBytes(word ^ firstPattern) | zeroBytes(word ^ secondPattern)
            if found != 0 { return position &+ found.trailingZeroBitCount >> 3 }
            position &+= 8
        }
        while position < end, bytes[position] != first, bytes[position] != second { position &+= 1 }
        return position
    }

    /// Whether any byte is above 127.
    static func hasHighByte(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        var all: UInt64 = 0
        while position &+ 8 <= bytes.count {
            all |= bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            position &+= 8
        }
        while position < bytes.count {
            all |= UInt64(bytes[position])
            position &+= 1
        }
        return all & 0x8080_8080_8080_8080 != 0
    }

    /// Marks (0x80) the bytes of a word that are one of three, exactly.
    @inline(__always)
    static func marks(of first: UInt8, _ second: UInt8, _ third: UInt8, in word: UInt64) -> UInt64 {
        exactZeroBytes(word ^ repeated(first)) | exactZeroBytes(word ^ repeated(second))
            | exactZeroBytes(word ^ repeated(third))
    }

    /// Whether `{0x` stands at a position: the beginning of ciphered content (HJ 212-2025, Annex A.2).
    @inline(__always)
    static func opensCipher(_ bytes: UnsafeRawBufferPointer, at position: Int, before end: Int) -> Bool {
        position &+ 3 <= end && bytes[position] == ASCII.openBrace && bytes[position &+ 1] == ASCII.zero
            && bytes[position &+ 2] == UInt8(ascii: "x")
    }

    @inline(__always)
    private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    @inline(__always)
    private static func exactZeroBytes(_ word: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((word & low) &+ low) | word | low)
    }

    /// Marks (0x80) the bytes of a word that are zero; bits below the first mark are clear, those above may be false.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}
