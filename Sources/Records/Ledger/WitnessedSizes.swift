import Ledger
package import Storage

/// How far each witness has seen the ledger: by its signature, or by what was handed to it.
package struct WitnessedSizes: Sendable {
    private var sizes: [String: Int64] = [:]

    /// - Throws: `LedgerError` when a kept checkpoint is damaged.
    package init(in connection: ReadConnection) throws {
        let witnesses = try LedgerStore.witnesses(in: connection)
        for record in try RecordStore.records(of: LedgerActions.checkpointDeposited, in: connection) {
            note(record.body["size"]?.integer ?? 0, for: record.subject)
        }
        let keyed = witnesses.compactMap { witness in witness.key.map { (witness.name, $0) } }
        if keyed.isEmpty { return }
        for stored in try LedgerStore.checkpoints(in: connection) where stored.signed.note.signatures.count > 1 {
            for (name, key) in keyed where try stored.signed.note.signature(of: key) != nil {
                note(stored.signed.checkpoint.size, for: name)
            }
        }
    }

    /// The records that the witness of a name has seen at most; nil when none.
    package subscript(name: String) -> Int64? { sizes[name] }

    private mutating func note(_ size: Int64, for name: String) { sizes[name] = max(sizes[name] ?? 0, size) }
}
