/// The proof that several leaves stand at their places of one tree: the hashes of the largest nodes without any of them, from
/// left to right. For one leaf it is an inclusion proof in another order; for many neighbours it is much shorter than theirs.
public struct SubsetProof: Sendable, Hashable {
    /// Leaves of the tree.
    public let size: Int64
    /// The places of the leaves, from 0, each once and rising.
    public let indices: [Int64]
    /// The nodes that none of the leaves is under.
    public let hashes: [TreeHash]

    public init(size: Int64, indices: [Int64], hashes: [TreeHash]) {
        self.size = size
        self.indices = indices
        self.hashes = hashes
    }

    /// Checks the proof (Docs/formats/tree.md).
    ///
    /// - Parameter leaves: the hashes of the leaves, in the order of `indices`.
    /// - Throws: `LedgerError` with `.outsideTree`, `.wrongProofLength` or `.rootMismatch`.
    /// - Complexity: O(k log n) for k leaves of n.
    public func verify(leaves: [TreeHash], root: TreeHash, with hasher: TreeHasher) throws(LedgerError) {
        guard leaves.count == indices.count else {
            throw LedgerError(.wrongProofLength, detail: "\(leaves.count)")
        }
        try Self.demandPlaces(indices, in: size)
        var walk = Walk(indices: indices, leaves: leaves, hashes: hashes, hasher: hasher)
        let computed = size == 0 ? hasher.empty : try walk.hash(of: 0..<size)
        guard walk.isFinished else { throw LedgerError(.wrongProofLength, detail: String(hashes.count)) }
        guard computed == root else { throw LedgerError(.rootMismatch, detail: computed.base64) }
    }

    /// Indices that rise and are leaves of the tree.
    static func demandPlaces(_ indices: [Int64], in size: Int64) throws(LedgerError) {
        var next: Int64 = 0
        for index in indices {
            guard index >= next, index < size else { throw LedgerError(.outsideTree, detail: "\(index), \(size)") }
            next = index + 1
        }
    }

    /// Computes the root from leaves and hashes, each used once and in order.
    private struct Walk {
        let indices: [Int64]
        let leaves: [TreeHash]
        let hashes: [TreeHash]
        let hasher: TreeHasher
        private var leaf = 0
        private var hash = 0

        init(indices: [Int64], leaves: [TreeHash], hashes: [TreeHash], hasher: TreeHasher) {
            self.indices = indices
            self.leaves = leaves
            self.hashes = hashes
            self.hasher = hasher
        }

        var isFinished: Bool { leaf == leaves.count && hash == hashes.count }

        mutating func hash(of node: Range<Int64>) throws(LedgerError) -> TreeHash {
            guard leaf < indices.count, indices[leaf] < node.upperBound else {
                guard hash < hashes.count else { throw LedgerError(.wrongProofLength, detail: String(hashes.count)) }
                defer { hash += 1 }
                return hashes[hash]
            }
            if node.count == 1 {
                defer { leaf += 1 }
                return leaves[leaf]
            }
            let (left, right) = node.halves
            let first = try hash(of: left)
            return hasher.node(first, try hash(of: right))
        }
    }
}

extension SubtreeSource {
    /// The proof that leaves stand in the tree of `size` leaves.
    ///
    /// - Parameter indices: from 0, each once and rising.
    /// - Throws: `LedgerError` with `.outsideTree`; what the source throws.
    /// - Complexity: O(k log n) hashes for k leaves of n.
    public func subset(of indices: [Int64], in size: Int64, with hasher: TreeHasher) throws -> SubsetProof {
        try SubsetProof.demandPlaces(indices, in: size)
        var nodes: [Range<Int64>] = []
        if size > 0 { Self.gather(0..<size, indices[...], into: &nodes) }
        return SubsetProof(size: size, indices: indices, hashes: try hashes(ofNodes: nodes, with: hasher))
    }

    private static func gather(_ node: Range<Int64>, _ indices: ArraySlice<Int64>, into nodes: inout [Range<Int64>]) {
        if indices.isEmpty {
            nodes.append(node)
        } else if node.count > 1 {
            let (left, right) = node.halves
            let middle = indices.firstIndex { $0 >= right.lowerBound } ?? indices.endIndex
            gather(left, indices[..<middle], into: &nodes)
            gather(right, indices[middle...], into: &nodes)
        }
    }
}

extension SubsetProof {
    /// The proof as it stands in bundles (Docs/formats/tree.md).
    public var canonical: CanonicalValue {
        [
            "indices": .array(indices.map(CanonicalValue.integer)), "path": TreeHash.canonical(hashes),
            "size": .integer(size),
        ]
    }

    /// - Throws: `LedgerError` with `.malformedProof` and the member that does not fit.
    public init(canonical value: CanonicalValue) throws(LedgerError) {
        let size = try value.proofNumber("size")
        let elements = value["indices"]?.elements ?? []
        let indices = elements.compactMap(\.integer)
        guard value["indices"]?.elements != nil, indices.count == elements.count else {
            throw LedgerError(.malformedProof, detail: "indices")
        }
        self.init(size: size, indices: indices, hashes: try value.proofPath(besides: ["indices", "size"]))
    }
}
