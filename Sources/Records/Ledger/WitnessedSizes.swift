import Ledger
package import Storage

/// How far each witness has seen the ledger: by its signature, or by what was handed to it.
package struct WitnessedSizes: Sendable {
    /// The most that a witness has seen.
    package struct Sight: Sendable, Hashable {
        /// The number of records.
        package let size: Int64
        /// When it signed, or it was put on record that it was handed over; in seconds since 1970-01-01T00:00:00Z.
        package let secondsSince1970: Int64
    }

    /// Checkpoints are read so many at a time, the latest first: witnesses that keep up are found among the first ones.
    private static let portion = 64

    private var sights: [String: Sight] = [:]

    /// - Throws: `LedgerError` when a kept checkpoint is damaged.
    package init(in connection: ReadConnection) throws {
        let witnesses = try LedgerStore.witnesses(in: connection)
        if witnesses.isEmpty { return }
        for record in try RecordStore.records(of: LedgerActions.checkpointDeposited, in: connection) {
            let sight = Sight(
                size: record.body["size"]?.integer ?? 0, secondsSince1970: record.timeMilliseconds / 1_000)
            note(sight, for: record.subject)
        }
        var waiting = witnesses.compactMap { witness in witness.key.map { (name: witness.name, key: $0) } }
        var bound = Int64.max
        while !waiting.isEmpty {
            let portion = try LedgerStore.checkpoints(below: bound, limit: Self.portion, in: connection)
            guard let last = portion.last else { return }
            bound = last.signed.checkpoint.size
            for stored in portion where stored.signed.note.signatures.count > 1 {
                for (name, key) in waiting {
                    guard let proof = try stored.signed.note.signature(of: key) else { continue }
                    note(
                        Sight(
                            size: stored.signed.checkpoint.size,
                            secondsSince1970: proof.timeSeconds ?? stored.milliseconds / 1_000), for: name)
                    waiting.removeAll { $0.name == name }
                }
            }
        }
    }

    /// The records that the witness of a name has seen at most; nil when none.
    package subscript(name: String) -> Int64? { sights[name]?.size }

    /// What the witness of a name has seen at most, and when; nil when nothing.
    package func sight(of name: String) -> Sight? { sights[name] }

    private mutating func note(_ sight: Sight, for name: String) {
        if let known = sights[name], known.size >= sight.size { return }
        sights[name] = sight
    }
}
