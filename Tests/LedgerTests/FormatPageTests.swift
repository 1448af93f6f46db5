import Ledger
import Second
import Testing

/// What Docs/formats says, read out of the pages and checked.
struct FormatPageTests {
    @Test func `every canonical example is read and written as it stands`() throws {
        let lines = try FormatPage("record").lines("canonical")
        #expect(lines.count == 8)
        for line in lines {
            #expect(try CanonicalValue(canonical: Array(line.utf8)).bytes() == Array(line.utf8), "\(line)")
        }
    }

    @Test(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
    func `Python writes every canonical example so, and no refused one`() async throws {
        let page = try FormatPage("record")
        let canonical = try page.lines("canonical")
        let refused = try page.lines("refused")
        let answers = try await SecondLedger.ask(
            (canonical + refused).map { ["do": "canonical", "text": .string($0)] })
        for (line, answer) in zip(canonical, answers) { #expect(answer.text == line) }
        for (line, answer) in zip(refused, answers.dropFirst(canonical.count)) {
            // JSON knows larger numbers and fractions; that they are none of ours is a rule beside the form.
            if ["1.5", "9007199254740992"].contains(line) { continue }
            #expect(answer.text != line, "\(line)")
        }
    }

    @Test func `every refused example is refused`() throws {
        let lines = try FormatPage("record").lines("refused")
        #expect(lines.count == 18)
        // A space at the end of a line, and keys that differ in bytes only, would not survive in the page.
        for line in lines + ["{} ", "{\"e\u{301}\":1,\"\u{e9}\":2}"] {
            #expect(throws: LedgerError.self, "\(line)") { try CanonicalValue(canonical: Array(line.utf8)) }
        }
    }

    @Test func `the record is one, and its leaf hashes as the page says`() throws {
        let page = try FormatPage("record")
        let line = try #require(page.lines("record").first)
        let record = try LedgerRecord(canonical: Array(line.utf8))
        #expect(try record.bytes() == Array(line.utf8))
        let hashes = try page.lines("leaf").map { $0.split(separator: " ").map(String.init) }
        #expect(hashes.map(\.[0]) == HashSuite.allCases.map(\.rawValue))
        for (suite, hash) in zip(HashSuite.allCases, hashes) {
            #expect(hex(try TreeHasher(suite).leaf(record.bytes()).bytes) == hash[1])
        }
    }

    @Test func `the tree of the page has its roots, proofs and state`() throws {
        let page = try FormatPage("tree")
        let hasher = try TreeHasher(.sha256)
        var tree = MerkleTree(hasher)
        var states: [TreeFrontier] = [tree.state]
        let rows = try page.lines("tree").map { $0.split(separator: " ").map(String.init) }
        for row in rows where row[0] == "leaf" {
            tree.append(hasher.leaf(row.count > 1 ? bytes(hex: row[1]) : []))
            states.append(tree.state)
        }
        let roots = rows.filter { $0[0] == "root" }
        #expect(roots.count == 9)
        for row in roots { #expect(hex(try tree.root(at: #require(Int64(row[1])), with: hasher).bytes) == row[2]) }

        let inclusion = try #require(page.lines("inclusion").first)
        let proof = try tree.inclusion(of: 5, in: 7, with: hasher)
        #expect(try proof.canonical.bytes() == Array(inclusion.utf8))
        #expect(try InclusionProof(canonical: proof.canonical) == proof)
        let consistency = try #require(page.lines("consistency").first)
        let growth = try tree.consistency(from: 3, to: 7, with: hasher)
        #expect(try growth.canonical.bytes() == Array(consistency.utf8))
        #expect(try ConsistencyProof(canonical: growth.canonical) == growth)

        let subset = try #require(page.lines("subset").first)
        let part = try tree.subset(of: [1, 2, 5], in: 7, with: hasher)
        #expect(try part.canonical.bytes() == Array(subset.utf8))
        #expect(try SubsetProof(canonical: part.canonical) == part)

        #expect(hex(states[7].bytes) == (try page.lines("state").joined()))
    }

    @Test(arguments: [
        (#"{"index":0,"path":[]}"#, "size"), (#"{"index":-1,"path":[],"size":1}"#, "index"),
        (#"{"index":0,"path":"","size":1}"#, "path"), (#"{"index":0,"path":["AA=="],"size":1}"#, "path"),
        (#"{"index":0,"more":1,"path":[],"size":1}"#, "more"), ("[]", "index"),
    ])
    func `what is no proof is refused by member`(text: String, member: String) throws {
        let value = try CanonicalValue(canonical: Array(text.utf8))
        #expect(throws: LedgerError(.malformedProof, detail: member)) { try InclusionProof(canonical: value) }
        #expect(throws: LedgerError.self) { try ConsistencyProof(canonical: value) }
        #expect(throws: LedgerError.self) { try SubsetProof(canonical: value) }
    }

    @Test func `the checkpoint of the page is signed by its keys`() throws {
        let page = try FormatPage("checkpoint")
        let signed = try SignedCheckpoint(Array(page.block("checkpoint").utf8))
        let keys = try page.lines("keys").map { try VerifierKey($0) }
        #expect(keys.map(\.type) == [.ed25519, .cosignature, .sm2])
        let proofs = try signed.verify(
            origin: "example.com/ledger", log: keys[0], witnesses: Array(keys.dropFirst()))
        #expect(proofs.map(\.timeSeconds) == [1_795_000_000, nil])
        let root = try FormatPage("tree").lines("tree").first { $0.hasPrefix("root 7 ") }
        #expect(root == "root 7 \(hex(signed.checkpoint.root.bytes))")
    }
}
