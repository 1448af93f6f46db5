package import Ledger
import Records
import Standards

/// Checks a bundle with nothing but the bundle: every hash, every proof, the signature, and the figure itself.
package struct BundleCheck {
    /// What a bundle was found to say.
    package struct Outcome: Sendable {
        package let claim: Claim
        package let id: ClaimID
        package let grade: BundleGrade
        package let document: SealedDocument
        /// The key under which the checkpoint was checked.
        package let key: VerifierKey
        package let checkpoint: Checkpoint
        /// Witnesses named in the bundle that have signed the checkpoint.
        package let witnesses: [String]
        /// Inputs whose values are in the bundle, of all claims in it.
        package let inputs: Int
        /// Those that entered with the value that their trace leads to; others entered by another side of it.
        package let traced: Int
        /// Values on the way to the inputs that were computed again, and those that only a rule could.
        package let recomputed: Int
        package let judged: Int
        /// Raw packets, lines and records that were proved.
        package let evidence: Int
    }

    /// A member under another name would be read by nobody.
    private static let members: Set<String> = [
        "kind", "version", "grade", "suite", "claim", "document", "claims", "ledger", "checkpoint", "keys", "witnesses",
        "shows", "doesNotShow",
    ]

    private let bundle: ProofBundle
    private let trusted: VerifierKey?
    private var hasher: TreeHasher

    /// - Parameter trusted: the ledger's key as it was published; nil takes the word of the bundle, which proves less.
    package init(_ bundle: ProofBundle, trusting trusted: VerifierKey? = nil) throws {
        self.bundle = bundle
        self.trusted = trusted
        guard Set((bundle.head.members ?? [:]).keys) == Self.members else { throw Self.fault("bundle.json") }
        guard let suite = HashSuite(rawValue: bundle.head["suite"]?.text ?? "") else { throw Self.fault("suite") }
        hasher = try TreeHasher(suite)
    }

    /// - Throws: `ReportingError` with `.refuted` and the first part that does not hold; `LedgerError` for a proof or
    ///   signature that does not.
    package func run() throws -> Outcome {
        guard let grade = BundleGrade(rawValue: bundle.head["grade"]?.text ?? "") else { throw Self.fault("grade") }
        let (checkpoint, key, witnesses) = try checkSignature()
        let records = try checkRecords(against: checkpoint)
        guard let sequence = bundle.head["document"]?.integer, let sealing = records[sequence],
            SealActions.sealings.contains(sealing.action)
        else { throw Self.refuted("record", "封存文件的记录") }
        let document = try SealedDocument(sealing)
        let leaves = try checkClaims(of: document)
        guard let place = bundle.head["claim"]?.integer.map(Int.init),
            let index = bundle.claims.firstIndex(where: { $0.place == place })
        else { throw Self.refuted("claim", "所证的数字凭证") }
        for (place, claim) in bundle.claims {
            guard claim.asOf == document.asOf else { throw Self.refuted("claim/\(place)", "截至记录") }
            try checkInputs(of: claim, at: place, grade)
        }
        var chain = ChainCheck(bundle, hasher: hasher, records: records)
        if grade == .full { try chain.run() }
        return Outcome(
            claim: bundle.claims[index].claim, id: ClaimID(of: leaves[index]), grade: grade, document: document,
            key: key, checkpoint: checkpoint, witnesses: witnesses,
            inputs: grade == .full ? bundle.inputs.values.reduce(0) { $0 + $1.count } : 0,
            traced: chain.traced, recomputed: chain.recomputed, judged: chain.judged, evidence: chain.evidence)
    }

    static func fault(_ part: String) -> ReportingError { ProofBundle.fault(part) }

    static func refuted(_ item: String, _ what: String) -> ReportingError {
        ReportingError(.refuted, subject: item, detail: what)
    }

    private func checkSignature() throws -> (Checkpoint, VerifierKey, [String]) {
        let signed = try SignedCheckpoint(Array((bundle.head["checkpoint"]?.text ?? "").utf8))
        let offered = try (bundle.head["keys"]?.elements ?? []).map { try VerifierKey($0.text ?? "") }
        let keys = trusted.map { [$0] } ?? offered
        guard let key = keys.last(where: { (try? signed.note.signature(of: $0)) ?? nil != nil }) ?? keys.last else {
            throw Self.fault("keys")
        }
        let named = try (bundle.head["witnesses"]?.elements ?? []).compactMap { witness in
            try witness["verifier"]?.text.map { (witness["name"]?.text ?? "", try VerifierKey($0)) }
        }
        let proofs = try signed.verify(origin: key.name.description, log: key, witnesses: named.map(\.1))
        let witnesses = named.filter { pair in proofs.contains { $0.name == pair.1.name } }.map(\.0)
        return (signed.checkpoint, key, witnesses)
    }

    private func checkRecords(against checkpoint: Checkpoint) throws -> [Int64: LedgerRecord] {
        let proof = try SubsetProof(canonical: bundle.head["ledger"] ?? .null)
        guard proof.size == checkpoint.size, proof.indices.count == bundle.records.count else {
            throw Self.refuted("ledger", "台账证明与检查点")
        }
        try proof.verify(leaves: bundle.records.map { hasher.leaf($0) }, root: checkpoint.root, with: hasher)
        var records: [Int64: LedgerRecord] = [:]
        for (index, bytes) in zip(proof.indices, bundle.records) {
            let record = try LedgerRecord(canonical: bytes)
            guard record.sequence == index + 1 else { throw Self.refuted("record/\(index + 1)", "记录的序号") }
            records[record.sequence] = record
        }
        return records
    }

    private func checkClaims(of document: SealedDocument) throws -> [TreeHash] {
        let proof = try SubsetProof(canonical: bundle.head["claims"] ?? .null)
        let leaves = try bundle.claims.map { hasher.leaf(try $0.claim.bytes()) }
        guard proof.size == document.claimCount else { throw Self.refuted("claims", "数字凭证的数目") }
        try proof.verify(leaves: leaves, root: document.root, with: hasher)
        return leaves
    }

    private func checkInputs(of claim: Claim, at place: Int, _ grade: BundleGrade) throws {
        let inputs = bundle.inputs[place] ?? []
        guard Int64(inputs.count) == claim.inputCount else { throw Self.refuted("claim/\(place)", "输入的数目") }
        var tree = MerkleTree(hasher)
        for (index, input) in inputs.enumerated() {
            let hash = grade == .open ? TreeHash(base64: input.text ?? "") : hasher.leaf(try input.bytes())
            guard let hash else { throw Self.refuted("input/\(place)/\(index)", "输入的哈希") }
            tree.append(hash)
        }
        guard tree.root.base64 == claim.inputRoot else { throw Self.refuted("claim/\(place)", "输入的默克尔根") }
        if grade == .full { try FigureCheck(claim, at: place, inputs: inputs, bundle.claims).run() }
    }
}
