/// A text signed by one or more keys, in the form of C2SP `signed-note`.
public struct SignedNote: Sendable, Hashable {
    /// Larger notes are not read: checkpoints have some hundred bytes, and post-quantum signatures up to 5 kB each.
    public static let greatestBytes = 1_000_000
    /// More signatures are not read; the specification demands at least 16.
    public static let greatestSignatures = 100

    /// The bytes that are signed, ending in a newline.
    public let text: [UInt8]
    /// The signature lines in their order.
    public private(set) var signatures: [NoteSignature] = []

    init(text: [UInt8]) { self.text = text }

    /// Reads a note. What it says must not be believed before `verify` has passed.
    ///
    /// - Throws: `LedgerError` with `.noteTooLarge`, or with `.malformedNote` and what is wrong: `UTF-8`, `control
    ///   character`, `blank line`, or the number of the signature line.
    public init(_ bytes: [UInt8]) throws(LedgerError) {
        guard bytes.count <= Self.greatestBytes else {
            throw LedgerError(.noteTooLarge, detail: "\(bytes.count)")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw LedgerError(.malformedNote, detail: "UTF-8")
        }
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else {
            throw LedgerError(.malformedNote, detail: "control character")
        }
        // The last blank line ends the text; the text may contain others.
        guard let blank = bytes.indices.dropFirst().last(where: { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }),
            blank + 1 < bytes.count, bytes.last == 0x0A
        else { throw LedgerError(.malformedNote, detail: "blank line") }
        text = Array(bytes[..<blank])
        let lines = bytes[(blank + 1)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= Self.greatestSignatures else {
            throw LedgerError(.noteTooLarge, detail: "\(lines.count)")
        }
        for (index, line) in lines.enumerated() {
            guard let signature = NoteSignature(line: line) else {
                throw LedgerError(.malformedNote, detail: String(index + 1))
            }
            signatures.append(signature)
        }
    }

    /// The note as it is stored and sent.
    public var bytes: [UInt8] { text + [0x0A] + signatures.flatMap(\.line) }

    /// Adds the signature of a key.
    ///
    /// - Parameter timeSeconds: now, in seconds since 1970-01-01T00:00:00Z; only cosignatures carry it.
    public mutating func sign(with key: SigningKey, timeSeconds: Int64) throws(LedgerError) {
        guard signatures.count < Self.greatestSignatures else {
            throw LedgerError(.noteTooLarge, detail: "\(signatures.count + 1)")
        }
        let signature = try key.sign(text, timeSeconds: timeSeconds)
        signatures.append(NoteSignature(name: key.verifier.name, keyID: key.verifier.id, signature: signature))
    }

    /// Adds signatures that others made over the same text; whether they are good, `verify` says.
    public mutating func add(_ others: [NoteSignature]) throws(LedgerError) {
        let new = others.filter { !signatures.contains($0) }
        guard signatures.count + new.count <= Self.greatestSignatures else {
            throw LedgerError(.noteTooLarge, detail: "\(signatures.count + new.count)")
        }
        signatures += new
    }

    /// Whether a key has signed the note. Lines of unknown keys are ignored, as the specification demands.
    ///
    /// - Returns: nil when the key has not signed; else the latest time its signatures carry, nil for types without one.
    /// - Throws: `LedgerError` with `.badSignature` when any line of the key is false.
    public func signature(of key: VerifierKey) throws(LedgerError) -> NoteProof? {
        var proof: NoteProof?
        for line in signatures where line.keyID == key.id && line.name == key.name {
            let time = try key.verify(line.signature, over: text)
            let latest = [proof?.timeSeconds, time].compactMap(\.self).max()
            proof = NoteProof(name: key.name, timeSeconds: latest)
        }
        return proof
    }
}
