/// The form of ciphered content (HJ 212-2025, Annex A.2): `{0xE4,0x3E,…}` and up to 15 clear characters behind it.
struct CipheredText {
    /// Whole blocks.
    let blocks: [UInt8]
    /// What was left over and stays clear.
    let tail: ArraySlice<UInt8>

    /// Reads content that begins with `{0x`; nil when it is not of the form.
    init?(_ content: ArraySlice<UInt8>) {
        guard content.first == ASCII.openBrace, let brace = content.firstIndex(of: ASCII.closeBrace) else { return nil }
        var blocks: [UInt8] = []
        var position = content.startIndex + 1
        while position < brace {
            // `0xHH`, and a comma unless it is the last.
            guard position + 4 <= brace, content[position] == ASCII.zero,
                content[position + 1] | 0x20 == UInt8(ascii: "x"),
                let byte = ASCII.hexValue(content[(position + 2)..<(position + 4)])
            else { return nil }
            blocks.append(UInt8(truncatingIfNeeded: byte))
            position += 4
            guard position < brace else { break }
            guard content[position] == ASCII.comma else { return nil }
            position += 1
            guard position < brace else { return nil }
        }
        guard !blocks.isEmpty, blocks.count % SM4.blockBytes == 0 else { return nil }
        self.blocks = blocks
        tail = content[(brace + 1)...]
        guard tail.count <= Limits.clearTailBytes else { return nil }
    }

    /// Ciphers content: whole blocks from the left, the rest stays clear. Content shorter than a block stays as it is.
    /// - Returns: nil when the library offers no SM4.
    static func ciphering(_ content: ArraySlice<UInt8>, key: CipherKey) -> [UInt8]? {
        let whole = content.count / SM4.blockBytes * SM4.blockBytes
        guard whole > 0 else { return Array(content) }
        guard let blocks = SM4.run(.encrypt, content.prefix(whole), key: key) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(blocks.count * 5 + 16)
        output.append(ASCII.openBrace)
        for (index, byte) in blocks.enumerated() {
            if index > 0 { output.append(ASCII.comma) }
            output.append(ASCII.zero)
            output.append(UInt8(ascii: "x"))
            output.append(contentsOf: ASCII.hex(UInt16(byte)).suffix(2))
        }
        output.append(ASCII.closeBrace)
        output.append(contentsOf: content.dropFirst(whole))
        return output
    }
}
