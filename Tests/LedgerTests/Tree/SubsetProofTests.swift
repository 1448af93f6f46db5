import Ledger
import Testing

/// Several leaves proved at once: what a bundle shows of a day's packets, of a file's lines, of the ledger.
struct SubsetProofTests {
    private let hasher: TreeHasher

    init() throws { hasher = try TreeHasher(.sha256) }

    private func tree(_ size: Int64) -> MerkleTree {
        var tree = MerkleTree(hasher)
        for leaf in 0..<size { tree.append(hasher.leaf(Array("leaf \(leaf)".utf8))) }
        return tree
    }

    private func leaves(_ indices: [Int64]) -> [TreeHash] {
        indices.map { hasher.leaf(Array("leaf \($0)".utf8)) }
    }

    @Test func `every set of leaves of every tree of up to nine is proved, and by nothing else`() throws {
        for size in Int64(0)...9 {
            let tree = tree(size)
            for set in 0..<(1 << size) {
                let indices = (0..<size).filter { set >> $0 & 1 == 1 }
                let proof = try tree.subset(of: indices, in: size, with: hasher)
                try proof.verify(leaves: leaves(indices), root: tree.root, with: hasher)
                // A hash more, a hash less.
                for hashes in [proof.hashes + [hasher.empty], Array(proof.hashes.dropLast())]
                where hashes != proof.hashes {
                    let wrong = SubsetProof(size: size, indices: indices, hashes: hashes)
                    #expect(throws: LedgerError.self) {
                        try wrong.verify(leaves: leaves(indices), root: tree.root, with: hasher)
                    }
                }
                // Another leaf in the place of one.
                for place in indices.indices {
                    var others = leaves(indices)
                    others[place] = hasher.leaf([])
                    #expect(throws: LedgerError.self) {
                        try proof.verify(leaves: others, root: tree.root, with: hasher)
                    }
                }
                // The same leaves in another order, or at other places.
                if indices.count > 1 {
                    #expect(throws: LedgerError.self) {
                        try proof.verify(leaves: leaves(indices.reversed()), root: tree.root, with: hasher)
                    }
                }
            }
        }
    }

    @Test func `a subset of one leaf has the hashes of its inclusion proof`() throws {
        let tree = tree(37)
        for index in Int64(0)..<37 {
            let one = try tree.subset(of: [index], in: 37, with: hasher)
            let inclusion = try tree.inclusion(of: index, in: 37, with: hasher)
            #expect(Set(one.hashes) == Set(inclusion.path))
            #expect(one.hashes.count == inclusion.path.count)
        }
    }

    @Test func `neighbours share their way: 24 of a day's 1,440 need fewer hashes than two lone ones`() throws {
        let tree = tree(1_440)
        let neighbours = try tree.subset(of: Array(700..<724), in: 1_440, with: hasher)
        let lone = try tree.inclusion(of: 700, in: 1_440, with: hasher)
        #expect(neighbours.hashes.count < 2 * lone.path.count)
    }

    @Test func `places outside the tree, twice, or falling are refused`() throws {
        let tree = tree(5)
        for indices: [Int64] in [[5], [-1], [2, 2], [3, 1]] {
            #expect(throws: LedgerError.self) { try tree.subset(of: indices, in: 5, with: hasher) }
            let proof = SubsetProof(size: 5, indices: indices, hashes: [])
            #expect(throws: LedgerError.self) {
                try proof.verify(leaves: leaves(indices), root: tree.root, with: hasher)
            }
        }
    }
}
