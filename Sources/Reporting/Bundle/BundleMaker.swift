import Ledger
package import Records
package import Storage

/// Computes what the bundle of a claim says of its inputs, in a store in which the claim's figures are what they were.
package struct BundleMaker {
    private let figures: FigureEngine
    private let sources: [any FigureSource]
    private let connection: ReadConnection
    private let archive: Archive

    /// - Parameters:
    ///   - figures: computes in `connection`.
    ///   - connection: the store as of the record as of which the document was sealed, or a later state: where the inputs of the
    ///     claim have their sealed root, they are the sealed inputs.
    package init(
        figures: FigureEngine, sources: [any FigureSource], in connection: ReadConnection, from archive: Archive
    ) {
        self.figures = figures
        self.sources = sources
        self.connection = connection
        self.archive = archive
    }

    /// - Throws: `ReportingError` with `.irreproducible` when a figure is not what it was.
    package func draft(_ claim: SealedClaim, grade: BundleGrade) throws -> BundleDraft {
        let hasher = claim.set.tree.hasher
        let places = Self.closure(of: claim.place, in: claim.set)
        var inputs: [Int: [CanonicalValue]] = [:]
        var roots: [InputID] = []
        for place in places {
            let value = try recomputed(claim.set.claims[place], hasher)
            if value.inputs.isEmpty { continue }
            roots += value.inputs.map(\.id)
            inputs[place] = try value.inputs.map { input in
                grade == .full ? input.canonical : .string(hasher.leaf(try input.canonical.bytes()).base64)
            }
        }
        var chain = EvidenceChain()
        if grade == .full { try chain.follow(roots, sources: sources, in: connection, from: archive) }
        return BundleDraft(claim: claim, grade: grade, places: places, inputs: inputs, chain: chain)
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
