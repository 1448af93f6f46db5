import Crypto

/// The public half of a key that signs notes, with its name: `name+id+base64` (C2SP `signed-note`, "Verifier keys").
public struct VerifierKey: Sendable, Hashable {
    public let name: KeyName
    public let type: SignatureType
    /// 32 bytes of Ed25519, or the 65 bytes of an uncompressed point of SM2.
    public let publicKey: [UInt8]
    /// The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), most significant first.
    public let id: UInt32

    /// - Throws: `LedgerError` with `.malformedKey` when the bytes are no public key of the type.
    public init(name: KeyName, type: SignatureType, publicKey: [UInt8]) throws(LedgerError) {
        let isKey =
            type == .sm2
            ? SM2.isPublicKey(publicKey)
            : publicKey.count == type.publicKeyBytes
                && (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil
        guard isKey else { throw LedgerError(.malformedKey, detail: name.description) }
        self.name = name
        self.type = type
        self.publicKey = publicKey
        id = Self.id(of: name, content: type.identifier + publicKey)
    }

    /// Reads `name+id+base64`.
    ///
    /// - Throws: `LedgerError` with `.malformedKey`, `.malformedKeyName`, `.unknownSignatureType` or `.keyIDMismatch`.
    public init(_ text: String) throws(LedgerError) {
        let (name, id, type, publicKey) = try Self.parts(of: text[...])
        try self.init(name: name, type: type, publicKey: publicKey)
        guard self.id == id else { throw LedgerError(.keyIDMismatch, detail: name.description) }
    }

    /// `name+id+base64`.
    public var text: String { Self.text(name, id, content) }

    /// Type and public key, which the text bears as base64.
    public var content: [UInt8] { type.identifier + publicKey }

    static func text(_ name: KeyName, _ id: UInt32, _ content: [UInt8]) -> String {
        let digits = String(id, radix: 16)
        return "\(name)+\(String(repeating: "0", count: 8 - digits.count))\(digits)+\(Base64.text(content))"
    }

    /// The parts of `name+id+base64`, the common form of verifier and signing keys; the id is not checked.
    static func parts(
        of text: Substring
    ) throws(LedgerError) -> (name: KeyName, id: UInt32, type: SignatureType, content: [UInt8]) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        let isHex = parts.count == 3 && parts[1].utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isHex, parts[1].utf8.count == 8, let id = UInt32(parts[1], radix: 16),
            let content = Base64.bytes(parts[2]), !content.isEmpty
        else { throw LedgerError(.malformedKey, detail: String(parts.first ?? "")) }
        let name = try KeyName(parts[0])
        guard let (type, rest) = SignatureType.leading(content) else {
            throw LedgerError(.unknownSignatureType, detail: "\(name): \(content[0])")
        }
        return (name, id, type, rest)
    }

    private static func id(of name: KeyName, content: [UInt8]) -> UInt32 {
        let digest = SHA256.hash(data: name.bytes + [0x0A] + content)
        return digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension VerifierKey {
    private static let ed25519Bytes = 64
    private static let timeBytes = 8

    /// Checks a signature over the text of a note.
    ///
    /// - Returns: the seconds since 1970-01-01T00:00:00Z at which a cosignature says it was made; nil for other types.
    /// - Throws: `LedgerError` with `.badSignature` and the name of the key.
    func verify(_ signature: [UInt8], over text: [UInt8]) throws(LedgerError) -> Int64? {
        switch type {
        case .ed25519:
            try require(isEd25519(signature, over: text))
            return nil
        case .sm2:
            try require(SM2.isValid(signature, over: text, by: publicKey))
            return nil
        case .cosignature:
            let time = Int64(exactly: UInt64(bigEndian: signature.prefix(Self.timeBytes)))
            guard signature.count == Self.timeBytes + Self.ed25519Bytes, let time else {
                throw LedgerError(.badSignature, detail: name.description)
            }
            let message = Self.cosigned(text, timeSeconds: time)
            try require(isEd25519(Array(signature.dropFirst(Self.timeBytes)), over: message))
            return time
        }
    }

    /// What a cosignature signs: two lines of its own in front of the text.
    static func cosigned(_ text: [UInt8], timeSeconds: Int64) -> [UInt8] {
        Array("cosignature/v1\ntime \(timeSeconds)\n".utf8) + text
    }

    private func require(_ isValid: Bool) throws(LedgerError) {
        guard isValid else { throw LedgerError(.badSignature, detail: name.description) }
    }

    private func isEd25519(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard signature.count == Self.ed25519Bytes,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return false }
        return key.isValidSignature(signature, for: message)
    }
}
