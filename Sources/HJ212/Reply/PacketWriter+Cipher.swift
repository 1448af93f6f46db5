extension PacketWriter {
    /// What the length field of a ciphered packet counts. The examples of HJ 212-2025 count the plain text; devices that
    /// count what they send are told by their profile.
    public enum CipherLength: String, Sendable, Hashable, CaseIterable { case plain, wire }

    /// The whole frame with its content ciphered (HJ 212-2025, Annex A.2). Length and check value are those of the plain
    /// text. Content shorter than a block of 16 bytes stays clear.
    /// - Throws: `PacketWriterError` as `frame()` does, or when the library offers no SM4.
    public func frame(
        cipheredWith key: CipherKey, length: CipherLength = .plain
    ) throws(PacketWriterError) -> [UInt8] {
        let plain = try segment()
        let checksum = plain.withUnsafeBytes { Checksum.value(of: $0) }
        let wire = try Self.ciphered(segment: plain, with: key)
        var output: [UInt8] = []
        try Self.appendFrame(
            to: &output, length: length == .plain ? plain.count : wire.count, checksum: checksum
        ) { output in output.append(contentsOf: wire) }
        return output
    }

    /// A data segment of ours with what stands between `CP=&&` and the closing `&&` ciphered.
    /// - Throws: `PacketWriterError` when the library offers no SM4.
    public static func ciphered(segment plain: [UInt8], with key: CipherKey) throws(PacketWriterError) -> [UInt8] {
        // Safe: a segment of ours always has `CP=&&` … `&&`, and no value of the head holds an `&`.
        guard let mark = plain.firstIndex(of: ASCII.ampersand) else { return plain }
        guard let content = CipheredText.ciphering(plain[(mark + 2)..<(plain.count - 2)], key: key) else {
            throw PacketWriterError(code: .noCipher, field: "CP", byteCount: plain.count)
        }
        return plain[..<(mark + 2)] + content + plain.suffix(2)
    }
}
