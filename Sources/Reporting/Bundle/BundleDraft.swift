import Ledger
package import Records
package import Storage

/// What a bundle says of its claim's inputs; the ledger's proofs are added to it.
package struct BundleDraft: Sendable {
    let claim: SealedClaim
    let grade: BundleGrade
    let places: [Int]
    let inputs: [Int: [CanonicalValue]]
    let chain: EvidenceChain

    /// Adds the proofs.
    ///
    /// - Parameters:
    ///   - evidence: how raw evidence is proved.
    ///   - ledger: the store as it is now, with the record of the sealing and the last checkpoint.
    /// - Throws: `ReportingError` with `.notSigned` when no checkpoint covers the document yet; what reading damaged
    ///   evidence throws.
    package func bundle(
        provedBy evidence: [any EvidenceSource], in ledger: ReadConnection, from archive: Archive
    ) throws -> ProofBundle {
        let document = claim.document
        let (set, hasher) = (claim.set, claim.set.tree.hasher)
        // The last one, because packets are proved shortest by days that were closed since.
        guard let checkpoint = try LedgerStore.checkpoint(in: ledger)?.signed,
            checkpoint.checkpoint.size >= document.sequence
        else {
            throw ReportingError(.notSigned, subject: set.id(at: claim.place).rawValue, detail: "\(document.sequence)")
        }
        let size = checkpoint.checkpoint.size
        var chain = chain
        if grade == .full {
            try chain.prove(by: evidence, through: size, in: ledger, from: archive, hasher: hasher)
        }
        let sequences = chain.records.union([document.sequence]).sorted()
        let records = try sequences.map { sequence in
            guard let record = try RecordStore.record(sequence, in: ledger) else {
                throw LedgerError(.outsideTree, detail: String(sequence))
            }
            return try record.bytes()
        }
        let head: CanonicalValue = [
            "kind": .string(ProofBundle.kind), "version": .integer(ProofBundle.version),
            "grade": .string(grade.rawValue), "suite": .string(hasher.suite.rawValue),
            "claim": .integer(Int64(claim.place)), "document": .integer(document.sequence),
            "claims": try set.tree.subset(of: places.map(Int64.init), in: set.tree.size, with: hasher).canonical,
            "ledger": try LedgerNodes(ledger).subset(of: sequences.map { $0 - 1 }, in: size, with: hasher).canonical,
            "checkpoint": .string(String(decoding: checkpoint.bytes, as: UTF8.self)),
            "keys": .array(try LedgerStore.keys(in: ledger).map { .string($0.text) }),
            "witnesses": .array(
                try LedgerStore.witnesses(in: ledger).map {
                    [
                        "name": .string($0.name), "way": .string($0.way.rawValue),
                        "verifier": $0.key.map { .string($0.text) } ?? .null,
                    ]
                }),
            "shows": .array(grade.shows.map(CanonicalValue.string)),
            "doesNotShow": .array(grade.doesNotShow.map(CanonicalValue.string)),
        ]
        return ProofBundle(
            head: head, claims: places.map { ($0, set.claims[$0]) }, inputs: inputs, records: records,
            traces: chain.traces, evidence: chain.groups, leaves: chain.leaves)
    }
}
