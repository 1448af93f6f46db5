import Testing

@testable import Ledger

struct CheckpointTests {
    private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
    private let log: SigningKey
    private let witness: SigningKey
    private let checkpoint: Checkpoint

    init() throws {
        log = try SigningKey(name: KeyName("example.com/ledger"), type: .ed25519, secret: [UInt8](1...32))
        witness = try SigningKey(name: KeyName("witness.example.com/w1"), type: .cosignature, secret: [UInt8](2...33))
        let root = try #require(TreeHash(base64: Self.root))
        checkpoint = try Checkpoint(origin: "example.com/ledger", size: 20_852_163, root: root)
    }

    /// The example of C2SP `tlog-checkpoint` and `tlog-cosignature`, whose keys are not published.
    @Test func `the example of the specification is read and written again`() throws {
        let text = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

            """
        let signed = try SignedCheckpoint(Array(text.utf8))
        #expect(signed.checkpoint.origin == "example.com/behind-the-sofa")
        #expect(signed.checkpoint.size == 20_852_163)
        #expect(signed.checkpoint.root.base64 == Self.root)
        #expect(
            signed.note.signatures.map(\.name.description) == ["example.com/behind-the-sofa", "witness.example.com/w1"])
        // 1679315147 is the time in the specification's text.
        #expect(signed.note.signatures[1].signature.prefix(8).reduce(0) { $0 << 8 | Int($1) } == 1_679_315_147)
        #expect(signed.bytes == Array(text.utf8))
    }

    @Test func `log and witness are told apart, and the witness says when`() throws {
        var signed = try SignedCheckpoint(checkpoint, by: log, timeSeconds: 0)
        #expect(try signed.verify(origin: "example.com/ledger", log: log.verifier, witnesses: [witness.verifier]) == [])
        try signed.sign(with: witness, timeSeconds: 1_795_000_000)
        try signed.sign(with: witness, timeSeconds: 1_795_000_100)
        let read = try SignedCheckpoint(signed.bytes)
        #expect(read == signed)
        let proofs = try read.verify(origin: "example.com/ledger", log: log.verifier, witnesses: [witness.verifier])
        #expect(proofs == [NoteProof(name: witness.verifier.name, timeSeconds: 1_795_000_100)])
    }

    @Test func `a witness alone does not make a checkpoint of the log`() throws {
        let signed = try SignedCheckpoint(checkpoint, by: witness, timeSeconds: 5)
        #expect(throws: LedgerError(.unsigned, detail: "example.com/ledger")) {
            try signed.verify(origin: "example.com/ledger", log: log.verifier, witnesses: [witness.verifier])
        }
        let other = try SignedCheckpoint(checkpoint, by: log, timeSeconds: 5)
        #expect(throws: LedgerError(.wrongOrigin, detail: "example.com/ledger")) {
            try other.verify(origin: "example.com/other", log: log.verifier)
        }
    }

    @Test func `a public key counts once, and the log is no witness of itself`() throws {
        let again = try SigningKey(name: KeyName("witness.example.com/w2"), type: .cosignature, secret: [UInt8](2...33))
        let own = try SigningKey(name: KeyName("witness.example.com/w3"), type: .cosignature, secret: [UInt8](1...32))
        var signed = try SignedCheckpoint(checkpoint, by: log, timeSeconds: 0)
        for key in [own, again, witness] { try signed.sign(with: key, timeSeconds: 7) }
        let witnesses = [own.verifier, again.verifier, witness.verifier]
        let proofs = try signed.verify(origin: "example.com/ledger", log: log.verifier, witnesses: witnesses)
        #expect(proofs.map(\.name) == [again.verifier.name])
    }

    @Test func `signatures of another copy are taken over, of another checkpoint not`() throws {
        var ours = try SignedCheckpoint(checkpoint, by: log, timeSeconds: 0)
        var theirs = ours
        try theirs.sign(with: witness, timeSeconds: 7)
        try ours.add(signaturesOf: theirs)
        #expect(ours == theirs)
        let next = try Checkpoint(origin: checkpoint.origin, size: checkpoint.size + 1, root: checkpoint.root)
        let stranger = try SignedCheckpoint(next, by: log, timeSeconds: 0)
        #expect(throws: LedgerError(.malformedCheckpoint, detail: checkpoint.origin)) {
            try ours.add(signaturesOf: stranger)
        }
    }

    @Test func `every bit of a signed checkpoint counts`() throws {
        var signed = try SignedCheckpoint(checkpoint, by: log, timeSeconds: 0)
        try signed.sign(with: witness, timeSeconds: 1_795_000_000)
        for bit in 0..<signed.bytes.count * 8 {
            var bytes = signed.bytes
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            let found = Result {
                try SignedCheckpoint(bytes)
                    .verify(origin: checkpoint.origin, log: log.verifier, witnesses: [witness.verifier])
            }
            // A line whose name or id was changed is a line of a stranger: the witness is missing, then, not believed.
            if case .success(let proofs) = found { #expect(proofs.isEmpty, "bit \(bit)") }
        }
    }

    @Test func `extension lines are signed and kept`() throws {
        let extended = try Checkpoint(
            origin: "example.com/ledger", size: 0, root: checkpoint.root, extensions: ["one", "two 二"])
        let signed = try SignedCheckpoint(try SignedCheckpoint(extended, by: log, timeSeconds: 0).bytes)
        #expect(signed.checkpoint == extended)
        try signed.verify(origin: "example.com/ledger", log: log.verifier)
    }

    @Test(arguments: [
        ("", "1"), ("a\n", "2"), ("a\n1\n", "3"), ("a\n1\n\(root)", "3"), ("\n1\n\(root)\n", "1"),
        ("a\n01\n\(root)\n", "2"),
        ("a\n-1\n\(root)\n", "2"), ("a\n+1\n\(root)\n", "2"), ("a\n\n\(root)\n", "2"), ("a\n1 \n\(root)\n", "2"),
        ("a\n9223372036854775808\n\(root)\n", "2"), ("a\n1\nAAAA\n", "3"), ("a\n1\n\(root.dropLast())\n", "3"),
        ("a\n1\n\(root)\nb\n\nc\n", "5"),
    ])
    func `what is no checkpoint is refused by line`(text: String, line: String) {
        #expect(throws: LedgerError(.malformedCheckpoint, detail: line)) { try Checkpoint(text: Array(text.utf8)) }
    }

    @Test func `what would not be a line is not written`() {
        for (origin, extensions, line) in [
            ("", [], "1"), ("a\nb", [], "1"), ("a", [""], "4"), ("a", ["b", "c\u{7}"], "5"),
        ] {
            #expect(throws: LedgerError(.malformedCheckpoint, detail: line)) {
                try Checkpoint(origin: origin, size: 1, root: checkpoint.root, extensions: extensions)
            }
        }
    }
}
