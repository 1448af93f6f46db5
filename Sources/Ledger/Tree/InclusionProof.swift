/// The proof that one leaf stands at one place of a tree: what an outsider needs beside leaf and root.
public struct InclusionProof: Sendable, Hashable {
    /// Place of the leaf, from 0.
    public let index: Int64
    /// Leaves of the tree.
    public let size: Int64
    /// The siblings on the way from the leaf to the root.
    public let path: [TreeHash]

    public init(index: Int64, size: Int64, path: [TreeHash]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// Checks the proof (RFC 9162 §2.1.3.2).
    ///
    /// - Throws: `LedgerError` with `.outsideTree`, `.wrongProofLength` or `.rootMismatch`.
    /// - Complexity: O(log n).
    public func verify(leaf: TreeHash, root: TreeHash, with hasher: TreeHasher) throws(LedgerError) {
        guard index >= 0, index < size else { throw LedgerError(.outsideTree, detail: "\(index), \(size)") }
        var place = index
        var last = size - 1
        var hash = leaf
        for sibling in path {
            guard last != 0 else { throw LedgerError(.wrongProofLength, detail: String(path.count)) }
            if place & 1 == 1 || place == last {
                hash = hasher.node(sibling, hash)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = hasher.node(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw LedgerError(.wrongProofLength, detail: String(path.count)) }
        guard hash == root else { throw LedgerError(.rootMismatch, detail: hash.base64) }
    }
}
