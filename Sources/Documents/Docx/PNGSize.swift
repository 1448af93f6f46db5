/// Width and height of a PNG file, read from its first chunk (ISO/IEC 15948, 11.2.2).
struct PNGSize: Hashable {
    var width: Int
    var height: Int

    /// - Throws: `DocumentError.invalidImage` when the bytes do not begin like a PNG file or a side is 0.
    init(_ bytes: [UInt8]) throws(DocumentError) {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.count >= 33, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8) else {
            throw DocumentError(.invalidImage)
        }
        width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        guard width > 0, height > 0 else { throw DocumentError(.invalidImage) }
    }
}
