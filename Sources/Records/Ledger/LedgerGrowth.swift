package import Ledger
package import Storage

/// That the ledger only grew since a checkpoint that somebody kept, proved and checked.
package struct LedgerGrowth: Sendable {
    /// From the old checkpoint to the last one.
    package let proof: ConsistencyProof
    package let last: SignedCheckpoint

    /// - Throws: `LedgerError` with `.wrongOrigin`, `.unsigned` or `.badSignature` when the old checkpoint is none of this
    ///   ledger's; `.outsideTree` when the ledger is shorter than it; `.rootMismatch` when the ledger was rewritten.
    ///   `RecordsError` with `.unknownSubject` when the ledger has no checkpoint or key yet.
    package init(since old: SignedCheckpoint, in connection: ReadConnection) throws {
        let keys = try LedgerStore.keys(in: connection)
        guard let present = keys.last else { throw RecordsError(.unknownSubject, detail: "签名密钥") }
        let origin = present.name.description
        // A former key has signed what is old; which of them, the note says.
        let signer = keys.last { key in (try? old.verify(origin: origin, log: key)) != nil } ?? present
        try old.verify(origin: origin, log: signer)
        guard let last = try LedgerStore.checkpoint(in: connection)?.signed else {
            throw RecordsError(.unknownSubject, detail: "检查点")
        }
        let size = max(last.checkpoint.size, old.checkpoint.size)
        let head = try LedgerStore.head(in: connection)
        guard size <= head.size else { throw LedgerError(.outsideTree, detail: "\(size), \(head.size)") }
        let proof = try LedgerStore.consistency(from: old.checkpoint.size, to: size, in: connection)
        let root =
            size == last.checkpoint.size ? last.checkpoint.root : try LedgerStore.root(at: size, in: connection)
        try proof.verify(earlierRoot: old.checkpoint.root, root: root, with: head.hasher)
        self.proof = proof
        self.last = last
    }
}
