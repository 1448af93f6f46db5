import Foundation
import Ledger
import Second
import Testing

/// Our trees in the eyes of an implementation by others: pymerkle, which script/bootstrap installs.
struct PeerTreeTests {
    private static let python = SecondOpinion.root.appendingPathComponent(".venv-peer/bin/python").path

    private static let isAvailable: Bool = {
        let isFound = FileManager.default.isExecutableFile(atPath: python)
        if !isFound { print("需要 .venv-peer（script/bootstrap），未找到，已跳过与 pymerkle 的核对") }
        return isFound
    }()

    @Test(.enabled(if: isAvailable, "script/bootstrap installs pymerkle"))
    func `pymerkle has the same roots, accepts our proofs and no spoilt one`() async throws {
        let hasher = try TreeHasher(.sha256)
        var tree = MerkleTree(hasher)
        var leaves: [CanonicalValue] = []
        var roots: [CanonicalValue] = [.string(tree.root.base64)]
        var proofs: [CanonicalValue] = []
        for size in 1...Int64(70) {
            let leaf = (0..<Int.random(in: 1..<50)).map { _ in UInt8.random(in: 0...255) }
            tree.append(hasher.leaf(leaf))
            leaves.append(.string(hex(leaf)))
            roots.append(.string(tree.root.base64))
            for index in 0..<size { proofs.append(try tree.inclusion(of: index, in: size, with: hasher).canonical) }
        }
        let request: CanonicalValue = ["leaves": .array(leaves), "roots": .array(roots), "proofs": .array(proofs)]
        let output = try await SecondOpinion.output(
            python: Self.python, script: "Tests/Peer/merkle.py", input: request.bytes())
        #expect(output.status == 0)
        #expect(String(decoding: output.bytes, as: UTF8.self) == "[70,\(proofs.count),0]")
    }
}
