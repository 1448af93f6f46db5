import Ledger
import Storage

/// Every key on record that signed or signs checkpoints, former ones too.
struct CheckpointKeys {
    private let log: [VerifierKey]
    private let witnesses: [VerifierKey]

    init(in connection: ReadConnection) throws {
        func keys(_ action: String) throws -> [VerifierKey] {
            try RecordStore.readableRecords(of: action, in: connection).compactMap { record in
                record.body["verifier"]?.text.flatMap { try? VerifierKey($0) }
            }
        }
        log = try keys(LedgerActions.keyAdopted)
        witnesses = try keys(LedgerActions.witnessNamed)
    }

    /// Whether one of the ledger's keys has signed a checkpoint and each of its lines is a good signature of a key on record:
    /// a line that nobody can check could be changed unseen.
    func haveSigned(_ checkpoint: SignedCheckpoint) -> Bool {
        let all = log + witnesses
        return log.contains { (try? checkpoint.verify(origin: $0.name.description, log: $0)) != nil }
            && checkpoint.note.signatures.allSatisfy { line in
                all.contains { $0.name == line.name && $0.id == line.keyID }
            }
            && all.allSatisfy { Self.hasNoFalseLine(of: $0, in: checkpoint.note) }
    }

    private static func hasNoFalseLine(of key: VerifierKey, in note: SignedNote) -> Bool {
        do {
            _ = try note.signature(of: key)
            return true
        } catch {
            return false
        }
    }
}
