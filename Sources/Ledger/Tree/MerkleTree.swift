/// A tree in memory with all its subtrees, for sets of leaves that fit there: the packets of a segment or of a day.
public struct MerkleTree: Sendable, SubtreeSource {
    private var frontier: TreeFrontier
    /// The hashes of the full subtrees, by level and index.
    private var levels: [[TreeHash]] = []

    /// The tree without leaves.
    public init(_ hasher: TreeHasher) { frontier = TreeFrontier(hasher) }

    public var hasher: TreeHasher { frontier.hasher }
    /// Leaves so far.
    public var size: Int64 { frontier.size }
    /// The root over all leaves.
    public var root: TreeHash { frontier.root }
    /// What can be stored to let the tree grow on elsewhere.
    public var state: TreeFrontier { frontier }

    /// Appends a leaf by its hash.
    /// - Complexity: O(1) amortised.
    public mutating func append(_ leaf: TreeHash) {
        // A local, because the closure may not touch `self` while its frontier changes.
        var levels = self.levels
        self.levels = []
        frontier.append(leaf) { subtree, hash in
            if subtree.level == levels.count { levels.append([]) }
            levels[subtree.level].append(hash)
        }
        self.levels = levels
    }

    public func hashes(of subtrees: [Subtree]) throws -> [TreeHash] {
        try subtrees.map { subtree in
            guard levels.indices.contains(subtree.level), subtree.index >= 0,
                subtree.index < levels[subtree.level].count
            else { throw LedgerError(.outsideTree, detail: "\(subtree.level), \(subtree.index)") }
            return levels[subtree.level][Int(subtree.index)]
        }
    }
}
