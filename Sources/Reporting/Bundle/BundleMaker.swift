import Ledger
package import Records
package import Storage

/// Makes the bundle of a claim of a sealed document.
package struct BundleMaker {
    private let figures: FigureEngine
    private let evidence: [any EvidenceSource]
    private let sources: [any FigureSource]
    private let connection: ReadConnection
    private let archive: Archive

    /// - Parameters:
    ///   - figures: computes as of the record as of which the document was sealed, in `connection`.
    ///   - evidence: how raw evidence is proved.
    ///   - connection: the store as of that record.
    package init(
        figures: FigureEngine, sources: [any FigureSource], evidence: [any EvidenceSource],
        in connection: ReadConnection, from archive: Archive
    ) {
        self.figures = figures
        self.sources = sources
        self.evidence = evidence
        self.connection = connection
        self.archive = archive
    }

    /// - Parameters:
    ///   - id: the claim as it is printed.
    ///   - ledger: the store as it is now, for the record of the sealing, its proof and the checkpoint.
    /// - Throws: `ReportingError` with `.unknownClaim`; `.notSigned` when no checkpoint covers the document yet;
    ///   `.irreproducible` when a figure is not what it was; what reading damaged evidence throws.
    package func bundle(_ id: ClaimID, grade: BundleGrade, ledger: ReadConnection) throws -> ProofBundle {
        guard let (document, place) = try SealStore.place(of: id, in: ledger) else {
            throw ReportingError(.unknownClaim, subject: id.rawValue, detail: "")
        }
        let hasher = try LedgerStore.head(in: ledger).hasher
        let set = try SealStore.claims(of: document, from: archive, hasher: hasher)
        // The last one, because packets are proved shortest by days that were closed since.
        guard let checkpoint = try LedgerStore.checkpoint(in: ledger)?.signed,
            checkpoint.checkpoint.size >= document.sequence
        else {
            throw ReportingError(.notSigned, subject: id.rawValue, detail: "\(document.sequence)")
        }
        let places = Self.closure(of: place, in: set)
        var inputs: [Int: [CanonicalValue]] = [:]
        var roots: [InputID] = []
        for place in places {
            let value = try recomputed(set.claims[place], hasher)
            if value.inputs.isEmpty { continue }
            roots += value.inputs.map(\.id)
            inputs[place] = try value.inputs.map { input in
                grade == .full ? input.canonical : .string(hasher.leaf(try input.canonical.bytes()).base64)
            }
        }
        var chain = EvidenceChain()
        if grade == .full {
            try chain.follow(roots, sources: sources, in: connection, from: archive)
            try chain.prove(
                by: evidence, through: checkpoint.checkpoint.size, in: ledger, from: archive, hasher: hasher)
        }
        let sequences = chain.records.union([document.sequence]).sorted()
        let size = checkpoint.checkpoint.size
        let records = try sequences.map { sequence in
            guard let record = try RecordStore.record(sequence, in: ledger) else {
                throw LedgerError(.outsideTree, detail: String(sequence))
            }
            return try record.bytes()
        }
        let head: CanonicalValue = [
            "kind": .string(ProofBundle.kind), "version": .integer(ProofBundle.version),
            "grade": .string(grade.rawValue), "suite": .string(hasher.suite.rawValue), "claim": .integer(Int64(place)),
            "document": .integer(document.sequence),
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

    /// A claim's place and those of all that it is computed from, rising.
    private static func closure(of place: Int, in set: ClaimSet) -> [Int] {
        var found: Set<Int> = []
        var waiting = [place]
        while let next = waiting.popLast() {
            if found.insert(next).inserted { waiting += set.claims[next].parts }
        }
        return found.sorted()
    }

    /// The figure of a claim, computed again; its inputs must be those that were sealed.
    private func recomputed(_ claim: Claim, _ hasher: TreeHasher) throws -> FigureValue {
        guard let request = claim.request else {
            throw ReportingError(.damagedClaim, subject: claim.printed, detail: "")
        }
        let value = try figures.value(request)
        guard try ClaimSet.inputs(of: value, with: hasher).root.base64 == claim.inputRoot,
            value.printed == claim.printed
        else { throw ReportingError(.irreproducible, subject: request.id, detail: String(claim.asOf)) }
        return value
    }
}
