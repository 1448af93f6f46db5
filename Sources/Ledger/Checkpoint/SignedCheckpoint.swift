/// A checkpoint with the signatures of its log and of witnesses.
public struct SignedCheckpoint: Sendable, Hashable {
    public let checkpoint: Checkpoint
    /// The note that carries it.
    public private(set) var note: SignedNote

    /// Signs a checkpoint.
    ///
    /// - Parameter timeSeconds: now, in seconds since 1970-01-01T00:00:00Z; only cosignatures carry it.
    public init(_ checkpoint: Checkpoint, by key: SigningKey, timeSeconds: Int64) throws(LedgerError) {
        self.checkpoint = checkpoint
        note = SignedNote(text: checkpoint.text)
        try note.sign(with: key, timeSeconds: timeSeconds)
    }

    /// Reads a signed checkpoint. What it says must not be believed before `verify` has passed.
    ///
    /// - Throws: `LedgerError` with `.noteTooLarge`, `.malformedNote` or `.malformedCheckpoint`.
    public init(_ bytes: [UInt8]) throws(LedgerError) {
        note = try SignedNote(bytes)
        checkpoint = try Checkpoint(text: note.text)
    }

    /// The note as it is stored, printed and sent.
    public var bytes: [UInt8] { note.bytes }

    /// Adds a signature, as a witness does.
    public mutating func sign(with key: SigningKey, timeSeconds: Int64) throws(LedgerError) {
        try note.sign(with: key, timeSeconds: timeSeconds)
    }

    /// Adds the signatures that another copy of the same checkpoint carries.
    ///
    /// - Throws: `LedgerError` with `.malformedCheckpoint` when the other copy says something else.
    public mutating func add(signaturesOf other: SignedCheckpoint) throws(LedgerError) {
        guard other.note.text == note.text else {
            throw LedgerError(.malformedCheckpoint, detail: other.checkpoint.origin)
        }
        try note.add(other.note.signatures)
    }

    /// Adds the signatures of some keys that another copy of the same checkpoint carries, and leaves those of others.
    ///
    /// - Throws: `LedgerError` with `.malformedCheckpoint` when the other copy says something else.
    public mutating func add(signaturesOf other: SignedCheckpoint, by keys: [VerifierKey]) throws(LedgerError) {
        guard other.note.text == note.text else {
            throw LedgerError(.malformedCheckpoint, detail: other.checkpoint.origin)
        }
        try note.add(
            other.note.signatures.filter { line in keys.contains { $0.name == line.name && $0.id == line.keyID } })
    }

    /// Checks that the checkpoint is of this log and signed by it, and which of the witnesses have signed it too.
    ///
    /// A public key counts once, under whatever names, and the log's own is no witness: cosignatures do not sign names.
    /// Whether the checkpoint fits earlier ones is for a consistency proof to say.
    /// - Returns: the witnesses that signed, in the order given.
    /// - Throws: `LedgerError` with `.wrongOrigin`; `.unsigned` when the log's key has not signed; `.badSignature` when a
    ///   line of the log or of a witness is false, for then somebody has changed the note.
    @discardableResult
    public func verify(
        origin: String, log: VerifierKey, witnesses: [VerifierKey] = []
    ) throws(LedgerError) -> [NoteProof] {
        guard checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
            throw LedgerError(.wrongOrigin, detail: checkpoint.origin)
        }
        guard try note.signature(of: log) != nil else { throw LedgerError(.unsigned, detail: log.name.description) }
        var proofs: [NoteProof] = []
        var counted: Set<[UInt8]> = [log.publicKey]
        for witness in witnesses {
            guard let proof = try note.signature(of: witness) else { continue }
            if counted.insert(witness.publicKey).inserted { proofs.append(proof) }
        }
        return proofs
    }
}
