/// One signature line of a note: `— name base64(key id ‖ signature)`.
public struct NoteSignature: Sendable, Hashable {
    public let name: KeyName
    /// The id of the key, which with the name tells who signed and how.
    public let keyID: UInt32
    /// What the algorithm of the key gave; at least one byte.
    public let signature: [UInt8]

    /// The line's beginning: em dash and space.
    private static let mark = Array("— ".utf8)
    private static let idBytes = 4

    init(name: KeyName, keyID: UInt32, signature: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.signature = signature
    }

    /// Reads a line, its end not included; nil when it is no signature line.
    init?(line: some Collection<UInt8>) {
        guard line.starts(with: Self.mark) else { return nil }
        let rest = String(decoding: line.dropFirst(Self.mark.count), as: UTF8.self)
        let parts = rest.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = try? KeyName(Substring(parts[0])),
            let bytes = Base64.bytes(Substring(parts[1])), bytes.count > Self.idBytes
        else { return nil }
        self.init(
            name: name, keyID: UInt32(UInt64(bigEndian: bytes.prefix(Self.idBytes))),
            signature: Array(bytes.dropFirst(Self.idBytes)))
    }

    /// The line with its end.
    var line: [UInt8] {
        let id = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: keyID >> UInt32($0)) }
        return Self.mark + name.bytes + Array(" \(Base64.text(id + signature))\n".utf8)
    }
}
