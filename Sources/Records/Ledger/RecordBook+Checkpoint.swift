package import Ledger
import Storage

extension RecordBook {
    /// Puts a key on record when it is not the present one.
    ///
    /// - Throws: `RecordsError` with `.invalid` when its name is not that of the ledger's first key.
    package func adopt(_ key: VerifierKey, by actor: Actor) async throws {
        let present = try await database.read { try LedgerStore.keys(in: $0).last }
        if present != key { try await record(LedgerActions.adopt(key, by: actor)) }
    }

    /// Signs the ledger as it is now; when nothing was recorded since the last checkpoint, that one is given back.
    ///
    /// - Parameter key: the one last adopted.
    /// - Throws: `RecordsError` with `.invalid` for another key.
    @discardableResult
    package func signCheckpoint(with key: SigningKey) async throws -> SignedCheckpoint {
        try await database.write { [self] connection in
            guard try LedgerStore.keys(in: connection.reading).last == key.verifier else {
                throw RecordsError(.invalid, field: "key", detail: key.verifier.text)
            }
            let head = try LedgerStore.head(in: connection.reading)
            if let last = try LedgerStore.checkpoint(in: connection.reading)?.signed, last.checkpoint.size == head.size,
                (try? last.verify(origin: key.verifier.name.description, log: key.verifier)) != nil
            {
                return last
            }
            let now = clock()
            let signed = try SignedCheckpoint(
                Checkpoint(origin: key.verifier.name.description, size: head.size, root: head.root), by: key,
                timeSeconds: now / 1000)
            try LedgerTable.store(signed, at: now, in: connection)
            return signed
        }
    }

    /// Takes in a checkpoint that witnesses have signed.
    ///
    /// - Returns: the witnesses that have signed it by now.
    /// - Throws: `RecordsError` with `.unknownSubject` when no such checkpoint is kept; `LedgerError` when it says
    ///   something else than ours or a signature is false.
    package func takeIn(_ cosigned: SignedCheckpoint) async throws -> [Witness] {
        try await database.write { connection in
            let size = cosigned.checkpoint.size
            guard let stored = try LedgerStore.checkpoint(covering: size, in: connection.reading),
                stored.signed.checkpoint.size == size
            else { throw RecordsError(.unknownSubject, detail: "第 \(size) 条的检查点") }
            guard let key = try LedgerStore.keys(in: connection.reading).last else {
                throw RecordsError(.unknownSubject, detail: "签名密钥")
            }
            var joined = stored.signed
            let witnesses = try LedgerStore.witnesses(in: connection.reading).filter { $0.key != nil && !$0.isFormer }
            // A line that nobody here can check is not kept: it could be changed unseen.
            try joined.add(signaturesOf: cosigned, by: [key] + witnesses.compactMap(\.key))
            let proofs = try joined.verify(
                origin: key.name.description, log: key, witnesses: witnesses.compactMap(\.key))
            try LedgerTable.store(joined, at: stored.milliseconds, in: connection)
            return witnesses.filter { witness in proofs.contains { $0.name == witness.key?.name } }
        }
    }
}

extension RecordBook {
    /// Chooses the hash function of a ledger that has no records yet.
    ///
    /// - Throws: `RecordsError` with `.superseded` when it has; `LedgerError` with `.suiteUnavailable`.
    package func beginLedger(with suite: HashSuite) async throws {
        let frontier = TreeFrontier(try TreeHasher(suite))
        try await database.write { connection in
            let last = try LedgerTable.lastSequence(in: connection.reading)
            guard last == 0 else { throw RecordsError(.superseded, detail: String(last)) }
            try LedgerTable.store(frontier, in: connection)
        }
    }
}
