package import Ledger
package import Storage

/// Questions about the ledger as a tree: its head, its proofs, its checkpoints.
package enum LedgerStore {
    /// The state of the tree: how many records, which root.
    ///
    /// - Throws: `LedgerError` with `.malformedFrontier` when the stored state is damaged.
    package static func head(in connection: ReadConnection) throws -> TreeFrontier {
        try LedgerTable.frontier(in: connection) ?? TreeFrontier(try TreeHasher(.sha256))
    }

    /// The function with which the first record gives the first stored hash: also where the stored state, which names it, is
    /// damaged.
    package static func soundHasher(in connection: ReadConnection) throws -> TreeHasher {
        let hash = try connection.first("SELECT hash FROM ledger_node WHERE level = 0 AND position = 0") {
            TreeHash(try $0.bytes("hash"))
        }
        let first = try LedgerTable.storedRecords(after: 0, limit: 1, in: connection).first?.bytes ?? []
        let named = (try? LedgerTable.frontier(in: connection))?.hasher.suite ?? .sha256
        for suite in [named] + HashSuite.allCases.filter({ $0 != named }) {
            guard let hasher = try? TreeHasher(suite) else { continue }
            if hasher.leaf(first) == hash ?? nil { return hasher }
        }
        return try TreeHasher(named)
    }

    /// The root over the first records.
    ///
    /// - Throws: `LedgerError` with `.outsideTree` when there are fewer.
    package static func root(at size: Int64, in connection: ReadConnection) throws -> TreeHash {
        let head = try head(in: connection)
        guard size <= head.size else { throw LedgerError(.outsideTree, detail: "\(size), \(head.size)") }
        return try LedgerNodes(connection).root(at: size, with: head.hasher)
    }

    /// The proof that a record is in the ledger of so many records.
    package static func inclusion(
        of sequence: Int64, in size: Int64, _ connection: ReadConnection
    ) throws -> InclusionProof {
        let hasher = try head(in: connection).hasher
        return try LedgerNodes(connection).inclusion(of: sequence - 1, in: size, with: hasher)
    }

    /// The proof that the ledger only grew from one size to another.
    package static func consistency(
        from earlier: Int64, to size: Int64, in connection: ReadConnection
    ) throws -> ConsistencyProof {
        let hasher = try head(in: connection).hasher
        return try LedgerNodes(connection).consistency(from: earlier, to: size, with: hasher)
    }

    /// The last checkpoint, or the first one that covers so many records.
    ///
    /// - Parameter size: nil for the last one.
    package static func checkpoint(covering size: Int64? = nil, in connection: ReadConnection) throws
        -> StoredCheckpoint?
    {
        let condition: SQL =
            if let size { "WHERE size >= \(size) ORDER BY size LIMIT 1" } else { "ORDER BY size DESC LIMIT 1" }
        return try connection.first("SELECT time, note FROM checkpoint \(condition)", StoredCheckpoint.init)
    }

    /// All checkpoints, by size.
    package static func checkpoints(in connection: ReadConnection) throws -> [StoredCheckpoint] {
        try connection.rows("SELECT time, note FROM checkpoint ORDER BY size", StoredCheckpoint.init)
    }

    /// The largest checkpoints below a size, the largest first.
    package static func checkpoints(
        below size: Int64, limit: Int, in connection: ReadConnection
    ) throws -> [StoredCheckpoint] {
        try connection.rows(
            "SELECT time, note FROM checkpoint WHERE size < \(size) ORDER BY size DESC LIMIT \(Int64(limit))",
            StoredCheckpoint.init)
    }

    /// The keys on record that signed or sign checkpoints, the present one last; all have one name, the ledger's origin.
    package static func keys(in connection: ReadConnection) throws -> [VerifierKey] {
        try RecordStore.records(of: LedgerActions.keyAdopted, in: connection).map { record in
            try VerifierKey(record.body["verifier"]?.text ?? "")
        }
    }

    /// The witnesses on record, by name; a later record of a name replaces the earlier one.
    package static func witnesses(in connection: ReadConnection) throws -> [Witness] {
        var witnesses: [String: Witness] = [:]
        for record in try RecordStore.records(of: LedgerActions.witnessNamed, in: connection) {
            witnesses[record.subject] = try Witness(record)
        }
        return witnesses.values.sorted { $0.name < $1.name }
    }
}
