import Ledger
import Testing

/// The tree that implementations of Certificate Transparency test against: google/certificate-transparency,
/// `merkle_tree_test.cc`, and transparency-dev/merkle, `testonly/constants.go`; every value was computed again with
/// `Tools/second/ledger.py`.
struct ReferenceTreeTests {
    private static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    /// Index and size of a leaf, and the path of its proof.
    private static let inclusion: [(Int64, Int64, [String])] = [
        (
            0, 8,
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        ),
        (
            5, 8,
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        ),
        (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        (
            1, 5,
            [
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]
        ),
    ]
    /// Two sizes, and the path between them.
    private static let consistency: [(Int64, Int64, [String])] = [
        (1, 1, []),
        (
            1, 8,
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        ),
        (
            6, 8,
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        ),
        (
            2, 5,
            [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]
        ),
    ]

    private let hasher: TreeHasher
    private var tree: MerkleTree

    init() throws {
        hasher = try TreeHasher(.sha256)
        tree = MerkleTree(hasher)
        for leaf in Self.leaves { tree.append(hasher.leaf(bytes(hex: leaf))) }
    }

    private func root(_ size: Int64) throws -> TreeHash {
        try #require(TreeHash(bytes(hex: Self.roots[Int(size)])))
    }

    @Test func `roots are the published ones`() throws {
        for size in 0...Int64(Self.leaves.count) {
            #expect(hex(try tree.root(at: size, with: hasher).bytes) == Self.roots[Int(size)])
        }
        #expect(hex(tree.root.bytes) == Self.roots.last)
    }

    @Test(arguments: inclusion)
    func `inclusion proofs are the published ones`(index: Int64, size: Int64, path: [String]) throws {
        let proof = try tree.inclusion(of: index, in: size, with: hasher)
        #expect(proof.path.map { hex($0.bytes) } == path)
        try proof.verify(leaf: hasher.leaf(bytes(hex: Self.leaves[Int(index)])), root: root(size), with: hasher)
    }

    @Test(arguments: consistency)
    func `consistency proofs are the published ones`(earlier: Int64, size: Int64, path: [String]) throws {
        let proof = try tree.consistency(from: earlier, to: size, with: hasher)
        #expect(proof.path.map { hex($0.bytes) } == path)
        try proof.verify(earlierRoot: root(earlier), root: root(size), with: hasher)
    }
}
