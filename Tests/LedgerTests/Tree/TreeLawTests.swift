import Ledger
import Testing

/// What holds for trees of every size.
@Suite(.serialized)
struct TreeLawTests {
    private static let largest: Int64 = 130

    private let hasher: TreeHasher
    private var tree: MerkleTree
    private var leaves: [TreeHash] = []
    private var roots: [TreeHash] = []

    init() throws {
        hasher = try TreeHasher(.sha256)
        tree = MerkleTree(hasher)
        roots = [tree.root]
        for number in 0..<Self.largest {
            leaves.append(hasher.leaf(Array("leaf \(number)".utf8)))
            tree.append(leaves[Int(number)])
            roots.append(tree.root)
        }
    }

    /// A path with a bit of one of its hashes turned, with one hash more, and with one less at either end.
    private static func spoilt(_ path: [TreeHash], bit: Int) -> [[TreeHash]] {
        guard let first = path.first else { return [[TreeHash([UInt8](repeating: 7, count: 32))!]] }
        var turned = path
        turned[bit % path.count] = flipped(turned[bit % path.count], bit: bit)
        return [turned, path + [first], Array(path.dropLast()), Array(path.dropFirst())]
    }

    private static func flipped(_ hash: TreeHash, bit: Int) -> TreeHash {
        var bytes = hash.bytes
        bytes[bit / 8 % 32] ^= 1 << UInt8(bit % 8)
        return TreeHash(bytes)!
    }

    @Test func `the root at a past size is the root of that time`() throws {
        for size in 0...Self.largest {
            #expect(try tree.root(at: size, with: hasher) == roots[Int(size)])
        }
    }

    @Test func `every inclusion proof verifies and no spoilt one does`() throws {
        for size in 1...Self.largest {
            let root = roots[Int(size)]
            for index in 0..<size {
                let leaf = leaves[Int(index)]
                let proof = try tree.inclusion(of: index, in: size, with: hasher)
                try proof.verify(leaf: leaf, root: root, with: hasher)
                let bit = Int(size &* 31 &+ index &* 7) % 256
                for path in Self.spoilt(proof.path, bit: bit) {
                    #expect(throws: LedgerError.self) {
                        try InclusionProof(index: index, size: size, path: path)
                            .verify(leaf: leaf, root: root, with: hasher)
                    }
                }
                let other = InclusionProof(index: index ^ 1, size: size, path: proof.path)
                #expect(throws: LedgerError.self) { try other.verify(leaf: leaf, root: root, with: hasher) }
                #expect(throws: LedgerError.self) {
                    try proof.verify(leaf: Self.flipped(leaf, bit: bit), root: root, with: hasher)
                }
            }
        }
    }

    @Test func `every consistency proof verifies and no spoilt one does`() throws {
        for size in 0...Self.largest {
            let root = roots[Int(size)]
            for earlier in 0...size {
                let old = roots[Int(earlier)]
                let proof = try tree.consistency(from: earlier, to: size, with: hasher)
                try proof.verify(earlierRoot: old, root: root, with: hasher)
                let bit = Int(size &* 31 &+ earlier &* 7) % 256
                for path in Self.spoilt(proof.path, bit: bit) {
                    #expect(throws: LedgerError.self) {
                        try ConsistencyProof(earlier: earlier, size: size, path: path)
                            .verify(earlierRoot: old, root: root, with: hasher)
                    }
                }
                #expect(throws: LedgerError.self) {
                    try proof.verify(earlierRoot: Self.flipped(old, bit: bit), root: root, with: hasher)
                }
                // Any tree begins with the one without leaves, so there nothing binds the later root.
                if earlier > 0 || size == 0 {
                    #expect(throws: LedgerError.self) {
                        try proof.verify(earlierRoot: old, root: Self.flipped(root, bit: bit), with: hasher)
                    }
                }
            }
        }
    }

    @Test func `every bit of a proof counts`() throws {
        for (index, size) in [(Int64(0), Int64(7)), (6, 7), (77, 100)] {
            let inclusion = try tree.inclusion(of: index, in: size, with: hasher)
            let consistency = try tree.consistency(from: index + 1, to: size, with: hasher)
            for place in inclusion.path.indices {
                for bit in 0..<256 {
                    var path = inclusion.path
                    path[place] = Self.flipped(path[place], bit: bit)
                    #expect(throws: LedgerError.self) {
                        try InclusionProof(index: index, size: size, path: path)
                            .verify(leaf: leaves[Int(index)], root: roots[Int(size)], with: hasher)
                    }
                }
            }
            for place in consistency.path.indices {
                for bit in 0..<256 {
                    var path = consistency.path
                    path[place] = Self.flipped(path[place], bit: bit)
                    #expect(throws: LedgerError.self) {
                        try ConsistencyProof(earlier: index + 1, size: size, path: path)
                            .verify(earlierRoot: roots[Int(index) + 1], root: roots[Int(size)], with: hasher)
                    }
                }
            }
        }
    }

    @Test(arguments: HashSuite.allCases)
    func `a stored state grows on as the tree itself does`(suite: HashSuite) throws {
        let hasher = try TreeHasher(suite)
        var grown = TreeFrontier(hasher)
        for number in 0..<Self.largest {
            var restored = try TreeFrontier(stored: grown.bytes)
            #expect(restored.bytes == grown.bytes)
            var ours: [Subtree: TreeHash] = [:]
            var theirs: [Subtree: TreeHash] = [:]
            let leaf = hasher.leaf(Array("leaf \(number)".utf8))
            grown.append(leaf) { ours[$0] = $1 }
            restored.append(leaf) { theirs[$0] = $1 }
            #expect(restored.root == grown.root)
            #expect(restored.size == number + 1)
            #expect(ours == theirs)
            #expect(ours.count == (number + 1).trailingZeroBitCount + 1)
        }
    }

    @Test func `a state that does not fit is refused`() throws {
        let good = tree.state.bytes
        func refused(_ bytes: [UInt8], _ detail: String) {
            #expect(throws: LedgerError(.malformedFrontier, detail: detail)) { try TreeFrontier(stored: bytes) }
        }
        refused([], "version")
        refused([2] + good.dropFirst(), "version")
        refused([1, 9] + good.dropFirst(2), "suite")
        refused([1, 1] + [UInt8](repeating: 0xFF, count: 8), "size")
        refused(good.dropLast(), "hashes")
        refused(good + [0], "hashes")
    }

    @Test func `what the tree does not have is refused`() throws {
        #expect(throws: LedgerError(.outsideTree, detail: "5, 5")) { try tree.inclusion(of: 5, in: 5, with: hasher) }
        #expect(throws: LedgerError(.outsideTree, detail: "-1, 5")) { try tree.inclusion(of: -1, in: 5, with: hasher) }
        #expect(throws: LedgerError(.outsideTree, detail: "6, 5")) {
            try tree.consistency(from: 6, to: 5, with: hasher)
        }
        #expect(throws: LedgerError.self) { try tree.root(at: Self.largest + 1, with: hasher) }
        #expect(throws: LedgerError.self) { try tree.root(at: -1, with: hasher) }
        struct Short: SubtreeSource { func hashes(of subtrees: [Subtree]) -> [TreeHash] { [] } }
        #expect(throws: LedgerError(.missingSubtree, detail: "0, 2")) { try Short().root(at: 3, with: hasher) }
    }

    @Test func `a proof asks its source once and for few hashes`() throws {
        final class Counting: SubtreeSource {
            var calls: [Int] = []
            let hash: TreeHash
            init(_ hash: TreeHash) { self.hash = hash }
            func hashes(of subtrees: [Subtree]) -> [TreeHash] {
                calls.append(subtrees.count)
                return subtrees.map { _ in hash }
            }
        }
        let source = Counting(leaves[0])
        let size = Int64.max
        _ = try source.inclusion(of: 0, in: size, with: hasher)
        _ = try source.consistency(from: size / 3, to: size, with: hasher)
        _ = try source.root(at: size, with: hasher)
        #expect(source.calls.count == 3)
        #expect(source.calls.allSatisfy { $0 <= 128 })
    }
}
