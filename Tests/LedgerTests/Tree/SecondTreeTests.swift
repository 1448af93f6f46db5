import Ledger
import Second
import Testing

/// The tree against a second implementation, which follows the recursive definitions of RFC 9162.
@Suite(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
struct SecondTreeTests {
    @Test(arguments: HashSuite.allCases)
    func `all roots and proofs of random trees are the same`(suite: HashSuite) async throws {
        let leaves = (0..<Int.random(in: 33...70)).map { _ in
            (0..<Int.random(in: 0..<90)).map { _ in UInt8.random(in: 0...255) }
        }
        let answer = try await SecondLedger.ask([
            "do": "tree", "suite": .string(suite.rawValue), "leaves": .array(leaves.map { .string(hex($0)) }),
        ])
        let hasher = try TreeHasher(suite)
        var tree = MerkleTree(hasher)
        for leaf in leaves { tree.append(hasher.leaf(leaf)) }
        for size in 0...Int64(leaves.count) {
            let root = try tree.root(at: size, with: hasher)
            #expect(answer["roots"]?.elements?[Int(size)].text == root.base64)
            for index in 0..<size {
                let path = try tree.inclusion(of: index, in: size, with: hasher).path
                #expect(answer["inclusion"]?.elements?[Int(size)].elements?[Int(index)] == Self.texts(path))
                guard index > 0 else { continue }
                let between = try tree.consistency(from: index, to: size, with: hasher).path
                #expect(answer["consistency"]?.elements?[Int(size)].elements?[Int(index) - 1] == Self.texts(between))
            }
        }
    }

    private static func texts(_ path: [TreeHash]) -> CanonicalValue { .array(path.map { .string($0.base64) }) }
}
