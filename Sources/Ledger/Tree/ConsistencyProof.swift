/// The proof that a tree only grew: that an earlier tree is its beginning.
public struct ConsistencyProof: Sendable, Hashable {
    /// Leaves of the earlier tree.
    public let earlier: Int64
    /// Leaves of the later tree.
    public let size: Int64
    /// The nodes from which both roots follow.
    public let path: [TreeHash]

    public init(earlier: Int64, size: Int64, path: [TreeHash]) {
        self.earlier = earlier
        self.size = size
        self.path = path
    }

    /// Checks the proof (RFC 9162 §2.1.4.2), which leaves two cases to us: between equal sizes the path is empty and the
    /// roots are equal, and every tree begins with the one without leaves.
    ///
    /// - Throws: `LedgerError` with `.outsideTree`, `.wrongProofLength` or `.rootMismatch`.
    /// - Complexity: O(log n).
    public func verify(earlierRoot: TreeHash, root: TreeHash, with hasher: TreeHasher) throws(LedgerError) {
        guard earlier >= 0, earlier <= size else {
            throw LedgerError(.outsideTree, detail: "\(earlier), \(size)")
        }
        if earlier == 0 || earlier == size {
            guard path.isEmpty else { throw LedgerError(.wrongProofLength, detail: String(path.count)) }
            guard earlierRoot == (earlier == 0 ? hasher.empty : root), size > 0 || root == hasher.empty else {
                throw LedgerError(.rootMismatch, detail: earlierRoot.base64)
            }
            return
        }
        try verifyGrowth(earlierRoot: earlierRoot, root: root, with: hasher)
    }

    private func verifyGrowth(earlierRoot: TreeHash, root: TreeHash, with hasher: TreeHasher) throws(LedgerError) {
        // A full earlier tree is itself the first node.
        let nodes = earlier.nonzeroBitCount == 1 ? [earlierRoot] + path : path
        guard let first = nodes.first else { throw LedgerError(.wrongProofLength, detail: "0") }
        var place = earlier - 1
        var last = size - 1
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var old = first
        var new = first
        for node in nodes.dropFirst() {
            guard last != 0 else { throw LedgerError(.wrongProofLength, detail: String(path.count)) }
            if place & 1 == 1 || place == last {
                old = hasher.node(node, old)
                new = hasher.node(node, new)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                new = hasher.node(new, node)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw LedgerError(.wrongProofLength, detail: String(path.count)) }
        guard old == earlierRoot else { throw LedgerError(.rootMismatch, detail: old.base64) }
        guard new == root else { throw LedgerError(.rootMismatch, detail: new.base64) }
    }
}
