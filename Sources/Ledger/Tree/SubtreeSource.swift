/// Where the hashes of full subtrees can be had: a table, or memory.
public protocol SubtreeSource {
    /// The hashes of full subtrees, in the order asked for. One call asks for all that a proof needs: at
    /// most 128, or 64 for each leaf of a subset.
    func hashes(of subtrees: [Subtree]) throws -> [TreeHash]
}

extension SubtreeSource {
    /// The root of the tree when it had `size` leaves.
    ///
    /// - Throws: what the source throws, and `LedgerError`.
    /// - Complexity: O(log n) hashes, one call of the source.
    public func root(at size: Int64, with hasher: TreeHasher) throws -> TreeHash {
        guard size >= 0 else { throw LedgerError(.outsideTree, detail: String(size)) }
        return size == 0 ? hasher.empty : try hashes(ofNodes: [0..<size], with: hasher)[0]
    }

    /// The proof that the leaf at `index`, from 0, is in the tree of `size` leaves (RFC 9162 §2.1.3.1).
    ///
    /// - Throws: `LedgerError` with `.outsideTree`; what the source throws.
    /// - Complexity: O(log n) hashes, one call of the source.
    public func inclusion(of index: Int64, in size: Int64, with hasher: TreeHasher) throws -> InclusionProof {
        guard index >= 0, index < size else { throw LedgerError(.outsideTree, detail: "\(index), \(size)") }
        var node = 0..<size
        var siblings: [Range<Int64>] = []
        while node.count > 1 {
            let (left, right) = node.halves
            siblings.append(left.contains(index) ? right : left)
            node = left.contains(index) ? left : right
        }
        let path = try hashes(ofNodes: siblings.reversed(), with: hasher)
        return InclusionProof(index: index, size: size, path: path)
    }

    /// The proof that the tree of `size` leaves begins with the tree of `earlier` leaves (RFC 9162 §2.1.4.1).
    ///
    /// Between equal sizes, and from the tree without leaves, the path is empty.
    /// - Throws: `LedgerError` with `.outsideTree`; what the source throws.
    /// - Complexity: O(log n) hashes, one call of the source.
    public func consistency(from earlier: Int64, to size: Int64, with hasher: TreeHasher) throws -> ConsistencyProof {
        guard earlier >= 0, earlier <= size else {
            throw LedgerError(.outsideTree, detail: "\(earlier), \(size)")
        }
        var nodes: [Range<Int64>] = []
        if earlier > 0, earlier < size {
            var node = 0..<size
            // Down to the node that ends where the earlier tree ended.
            while node.upperBound != earlier {
                let (left, right) = node.halves
                let isLeft = earlier <= left.upperBound
                nodes.append(isLeft ? right : left)
                node = isLeft ? left : right
            }
            // The verifier knows it when it is the whole earlier tree.
            if node.lowerBound != 0 { nodes.append(node) }
        }
        let path = try hashes(ofNodes: nodes.reversed(), with: hasher)
        return ConsistencyProof(earlier: earlier, size: size, path: path)
    }

    /// The hashes of nodes by the leaves they cover; one call of the source for all of them.
    func hashes(ofNodes nodes: [Range<Int64>], with hasher: TreeHasher) throws -> [TreeHash] {
        guard !nodes.isEmpty else { return [] }
        let parts = nodes.map(Subtree.covering)
        let wanted = Array(parts.joined())
        let found = try hashes(of: wanted)
        guard found.count == wanted.count else {
            throw LedgerError(.missingSubtree, detail: "\(found.count), \(wanted.count)")
        }
        var next = found.startIndex
        return parts.map { subtrees in
            defer { next += subtrees.count }
            return hasher.root(of: found[next..<next + subtrees.count])
        }
    }
}

extension Range<Int64> {
    /// The two halves of a node: the left one has the largest power of two of leaves below the whole.
    var halves: (left: Range<Int64>, right: Range<Int64>) {
        let count = upperBound - lowerBound
        let middle = lowerBound + 1 << (Int64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
        return (lowerBound..<middle, middle..<upperBound)
    }
}
