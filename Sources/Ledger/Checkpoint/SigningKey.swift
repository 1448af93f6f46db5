import Crypto

/// A key that signs notes. Its text, `PRIVATE+KEY+name+id+base64` as Go's `note` package writes it, is a secret: it belongs
/// in a file that only the server's account can read, and in no data directory, record, log or error.
public struct SigningKey: Sendable {
    /// Bytes of the secret: the seed of Ed25519, or the number of SM2, most significant byte first.
    public static let secretBytes = 32
    private static let mark = "PRIVATE+KEY+"

    /// The public half.
    public let verifier: VerifierKey
    private let secret: [UInt8]

    /// Makes the key from its secret, which the caller draws at random.
    ///
    /// - Throws: `LedgerError` with `.malformedKey` when the bytes are no secret: not 32, or for SM2 (one chance in 2^32)
    ///   a number outside 1…n − 2; `.suiteUnavailable` where there is no SM2.
    public init(name: KeyName, type: SignatureType, secret: [UInt8]) throws(LedgerError) {
        guard secret.count == Self.secretBytes else { throw LedgerError(.malformedKey, detail: name.description) }
        let publicKey: [UInt8]? =
            type == .sm2
            ? try SM2.publicKey(of: secret)
            : (try? Curve25519.Signing.PrivateKey(rawRepresentation: secret)).map {
                Array($0.publicKey.rawRepresentation)
            }
        guard let publicKey else { throw LedgerError(.malformedKey, detail: name.description) }
        verifier = try VerifierKey(name: name, type: type, publicKey: publicKey)
        self.secret = secret
    }

    /// Reads the text of a key; line ends around it are ignored.
    ///
    /// - Throws: `LedgerError` with `.malformedKey`, `.malformedKeyName`, `.unknownSignatureType` or `.keyIDMismatch`;
    ///   no detail ever contains the secret.
    public init(_ text: String) throws(LedgerError) {
        let line = text.trimmingNewlines
        guard line.hasPrefix(Self.mark) else { throw LedgerError(.malformedKey, detail: "PRIVATE+KEY+") }
        let (name, id, type, secret) = try VerifierKey.parts(of: line.dropFirst(Self.mark.count))
        try self.init(name: name, type: type, secret: secret)
        guard verifier.id == id else { throw LedgerError(.keyIDMismatch, detail: name.description) }
    }

    /// The secret text of the key, to be kept in its file.
    public var secretText: String {
        Self.mark + VerifierKey.text(verifier.name, verifier.id, verifier.type.identifier + secret)
    }

    /// A key for another purpose, 32 bytes, that follows from this one (HKDF-SHA-256, RFC 5869) and gives nothing away of it.
    public func derivedKey(for purpose: String) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Array(purpose.utf8), outputByteCount: 32)
        return key.withUnsafeBytes { Array($0) }
    }

    /// Signs the text of a note.
    ///
    /// - Parameter timeSeconds: now, in seconds since 1970-01-01T00:00:00Z; a cosignature carries it, other types do not.
    /// - Throws: `LedgerError` with `.suiteUnavailable` when the library refuses to sign.
    func sign(_ text: [UInt8], timeSeconds: Int64) throws(LedgerError) -> [UInt8] {
        switch verifier.type {
        case .ed25519: return try ed25519(text)
        case .sm2: return try SM2.sign(text, secret: secret, publicKey: verifier.publicKey)
        case .cosignature:
            guard timeSeconds >= 0 else { throw LedgerError(.badSignature, detail: "time \(timeSeconds)") }
            var signature: [UInt8] = []
            signature.append(bigEndian: UInt64(timeSeconds))
            return signature + (try ed25519(VerifierKey.cosigned(text, timeSeconds: timeSeconds)))
        }
    }

    private func ed25519(_ message: [UInt8]) throws(LedgerError) -> [UInt8] {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret),
            let signature = try? key.signature(for: message)
        else { throw LedgerError(.suiteUnavailable, detail: "Ed25519") }
        return Array(signature)
    }
}

extension String {
    fileprivate var trimmingNewlines: Substring {
        var text = self[...]
        while text.last?.isNewline == true { text.removeLast() }
        while text.first?.isNewline == true { text.removeFirst() }
        return text
    }
}
