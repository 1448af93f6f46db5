import Ledger
import Storage
import TestKit
import Testing

@testable import Records

/// The ledger as a tree: what every record adds to it, and what is signed of it.
@Suite(.timeLimit(.minutes(15)))
struct LedgerTreeTests {
    private static let capabilities = [RecordsCapability.capability, NoteRoom.capability]
    private static let origin = "qingheng.example/test"

    private let bureau: TestBureau

    init() async throws { bureau = try await TestBureau(Self.capabilities) }

    private var actor: Actor { TestBureau.actor(Self.capabilities) }

    private func key(_ byte: UInt8 = 7, type: SignatureType = .ed25519, name: String = Self.origin) throws -> SigningKey
    {
        try SigningKey(name: try KeyName(name), type: type, secret: Array(repeating: byte, count: 32))
    }

    private func write(_ count: Int) async throws {
        for number in 0..<count {
            try await bureau.book.record(
                Action(
                    actor: actor, name: "notes.note.written", subject: "s",
                    body: ["kind": "note", "version": 1, "words": .string("words \(number)")]))
        }
    }

    private func ask<Value: Sendable>(_ body: @escaping @Sendable (ReadConnection) throws -> Value) async throws
        -> Value
    {
        try await bureau.book.database.read(body)
    }

    private func findings() async throws -> [AuditFinding] {
        let found = Findings()
        _ = try await LedgerAudit().run(bureau.book) { found.add($0) }
        return found.all
    }

    private func change(_ sql: SQL) async throws {
        try await bureau.book.database.write { try $0.execute(sql) }
    }

    // MARK: - Growth

    @Test func `the root is that of RFC 9162 over the records' bytes, after each of them`() async throws {
        let hasher = try TreeHasher(.sha256)
        var tree = MerkleTree(hasher)
        for size in 1...20 {
            try await write(1)
            let (head, bytes) = try await ask { connection in
                (
                    try LedgerStore.head(in: connection),
                    try RecordStore.record(Int64(size), in: connection)?.bytes() ?? []
                )
            }
            tree.append(hasher.leaf(bytes))
            #expect(head.size == Int64(size))
            #expect(head.root == tree.root)
        }
    }

    @Test func `every record is proved in every later ledger, and every ledger grew from every earlier one`()
        async throws
    {
        try await write(33)
        let hasher = try TreeHasher(.sha256)
        try await bureau.book.database.read { connection in
            for size in Int64(1)...33 {
                let root = try LedgerStore.root(at: size, in: connection)
                for sequence in 1...size {
                    let bytes = try RecordStore.record(sequence, in: connection)?.bytes() ?? []
                    try LedgerStore.inclusion(of: sequence, in: size, connection)
                        .verify(leaf: hasher.leaf(bytes), root: root, with: hasher)
                    try LedgerStore.consistency(from: sequence, to: size, in: connection).verify(
                        earlierRoot: try LedgerStore.root(at: sequence, in: connection), root: root, with: hasher)
                }
            }
        }
    }

    @Test func `a store from before the tree is caught up with the next record`() async throws {
        try await write(9)
        let before = try await ask { try LedgerStore.head(in: $0).bytes }
        for table in ["ledger_node", "ledger_state"] { try await change(SQL(verbatim: "DELETE FROM \(table)")) }
        try await write(1)
        let (root, nodes) = try await ask { connection in
            (
                try LedgerStore.root(at: 9, in: connection),
                try connection.first("SELECT count(*) AS n FROM ledger_node") { try $0.integer("n") }
            )
        }
        #expect(try TreeFrontier(stored: before).root == root)
        #expect(nodes == Int64(2 * 10 - 2))
        #expect(try await findings() == [])
    }

    @Test func `a refused action leaves the tree as it was`() async throws {
        try await write(3)
        let before = try await ask { try LedgerStore.head(in: $0).bytes }
        await #expect(throws: (any Error).self) {
            try await bureau.book.record(
                Action(actor: Actor(id: "x", permissions: []), name: "notes.note.written", subject: "s", body: [:]))
        }
        #expect(try await ask { try LedgerStore.head(in: $0).bytes } == before)
    }

    @Test func `the hash function is chosen before the first record and not after it`() async throws {
        try await bureau.book.beginLedger(with: .sm3)
        try await write(5)
        #expect(try await ask { try LedgerStore.head(in: $0).hasher.suite } == .sm3)
        #expect(try await findings() == [])
        await #expect(throws: RecordsError(.superseded, detail: "5")) {
            try await bureau.book.beginLedger(with: .sha256)
        }
    }

    // MARK: - Checkpoints

    @Test func `a checkpoint says the ledger's size and root under the adopted key`() async throws {
        let key = try key()
        await #expect(throws: RecordsError(.invalid, field: "key", detail: key.verifier.text)) {
            try await bureau.book.signCheckpoint(with: key)
        }
        try await bureau.book.adopt(key.verifier, by: actor)
        try await write(4)
        let signed = try await bureau.book.signCheckpoint(with: key)
        try signed.verify(origin: Self.origin, log: key.verifier)
        #expect(signed.checkpoint.size == 5)
        #expect(signed.checkpoint.root == (try await ask { try LedgerStore.head(in: $0).root }))
        // Nothing was recorded since: nothing is signed anew.
        bureau.clock.advance(seconds: 3_600)
        #expect(try await bureau.book.signCheckpoint(with: key) == signed)
        #expect(try await ask { try LedgerStore.checkpoints(in: $0).count } == 1)
    }

    @Test func `a new key continues the ledger under its old name only`() async throws {
        try await bureau.book.adopt(try key().verifier, by: actor)
        try await bureau.book.adopt(try key().verifier, by: actor)
        #expect(try await ask { try LedgerStore.keys(in: $0).count } == 1)
        await #expect(throws: RecordsError.self) {
            try await bureau.book.adopt(try key(8, name: "elsewhere.example/ledger").verifier, by: actor)
        }
        let first = try await bureau.book.signCheckpoint(with: try key())
        try await bureau.book.adopt(try key(8).verifier, by: actor)
        await #expect(throws: RecordsError.self) { try await bureau.book.signCheckpoint(with: try key()) }
        try await bureau.book.signCheckpoint(with: try key(8))
        // What the former key has signed is still held against the ledger.
        let growth = try await ask { try LedgerGrowth(since: first, in: $0) }
        #expect(growth.proof.earlier == 1)
        #expect(growth.proof.size == 2)
        #expect(try await findings() == [])
    }

    @Test func `a kept checkpoint unmasks a ledger that was rewritten behind it`() async throws {
        let key = try key()
        try await bureau.book.adopt(key.verifier, by: actor)
        try await write(6)
        let kept = try await bureau.book.signCheckpoint(with: key)
        // The whole ledger is made again with another record 3, tree and all, and signed anew.
        let forged = try LedgerRecord(
            sequence: 3, timeMilliseconds: 1, actor: "tester", action: "notes.note.written", subject: "s",
            body: ["kind": "note", "version": 1, "words": "forged"], rules: []
        ).bytes()
        try await change("UPDATE record SET bytes = \(forged), time = 1 WHERE seq = 3")
        for table in ["ledger_node", "ledger_state", "checkpoint"] {
            try await change(SQL(verbatim: "DELETE FROM \(table)"))
        }
        try await write(1)
        try await bureau.book.signCheckpoint(with: key)
        #expect(try await findings() == [])
        await #expect(throws: LedgerError.self) { _ = try await ask { try LedgerGrowth(since: kept, in: $0) } }
        // The checkpoint itself, still in the store, unmasks it too.
        try await bureau.book.database.write { try LedgerTable.store(kept, at: 0, in: $0) }
        #expect(try await findings().map(\.item) == ["checkpoint/7"])
    }

    @Test func `a witness is one that has signed, or was handed, a checkpoint of this ledger`() async throws {
        let (key, witness) = (try key(), try key(9, type: .cosignature, name: "witness.example/w"))
        try await bureau.book.adopt(key.verifier, by: actor)
        try await bureau.book.record(LedgerActions.name("市局", way: .host, key: witness.verifier, by: actor))
        try await bureau.book.record(LedgerActions.name("档案馆", way: .printed, key: nil, by: actor))
        let signed = try await bureau.book.signCheckpoint(with: key)
        var cosigned = signed
        try cosigned.sign(with: witness, timeSeconds: 1_795_000_000)
        #expect(try await bureau.book.takeIn(cosigned).map(\.name) == ["市局"])
        try await bureau.book.record(
            LedgerActions.deposit(signed.checkpoint, with: "档案馆", remark: "2026 年第 1 卷", by: actor))
        let sizes = try await ask { try WitnessedSizes(in: $0) }
        #expect(sizes["市局"] == 3)
        #expect(sizes["档案馆"] == 3)
        #expect(sizes.sight(of: "市局") == WitnessedSizes.Sight(size: 3, secondsSince1970: 1_795_000_000))
        #expect(sizes["省厅"] == nil)
        let other = try Checkpoint(origin: Self.origin, size: 2, root: signed.checkpoint.root)
        await #expect(throws: RecordsError(.invalid, field: "size", detail: "2")) {
            try await bureau.book.record(LedgerActions.deposit(other, with: "档案馆", remark: "", by: actor))
        }
        await #expect(throws: RecordsError(.unknownSubject, detail: "省厅")) {
            try await bureau.book.record(LedgerActions.deposit(signed.checkpoint, with: "省厅", remark: "", by: actor))
        }
    }

    // MARK: - Faults

    @Test func `any byte of any record that is changed names the record`() async throws {
        try await write(13)
        var generator = SeededGenerator(seed: 5)
        for sequence in 1...13 {
            let bytes = try await ask { try RecordStore.record(Int64(sequence), in: $0)?.bytes() ?? [] }
            var changed = bytes
            changed[Int.random(in: bytes.indices, using: &generator)] ^= UInt8(
                1 << Int.random(in: 0..<8, using: &generator))
            try await change("UPDATE record SET bytes = \(changed) WHERE seq = \(sequence)")
            #expect(try await findings().map(\.item) == ["record/\(sequence)"], "record \(sequence)")
            try await change("UPDATE record SET bytes = \(bytes) WHERE seq = \(sequence)")
        }
        #expect(try await findings() == [])
    }

    @Test func `a changed hash of the tree is named as such and accuses no record`() async throws {
        try await write(13)
        let nodes = try await ask { connection in
            try connection.rows("SELECT level, position, hash FROM ledger_node") {
                (try $0.integer("level"), try $0.integer("position"), try $0.bytes("hash"))
            }
        }
        #expect(nodes.count == 2 * 13 - 3)
        for (level, position, hash) in nodes {
            var changed = hash
            changed[Int(position) % 32] ^= 1
            try await change(
                "UPDATE ledger_node SET hash = \(changed) WHERE level = \(level) AND position = \(position)")
            #expect(try await findings().map(\.item) == ["node/\(level)/\(position)"])
            try await change("UPDATE ledger_node SET hash = \(hash) WHERE level = \(level) AND position = \(position)")
        }
    }

    @Test func `a record that is gone, turned into another, or out of place is named`() async throws {
        try await write(6)
        let third = try await ask { try RecordStore.record(3, in: $0)?.bytes() ?? [] }
        try await change("DELETE FROM record WHERE seq = 3")
        #expect(try await findings().map(\.item) == ["record/3"])
        let fourth = try await ask { try RecordStore.record(4, in: $0)?.bytes() ?? [] }
        try await change(
            """
            INSERT INTO record (seq, time, actor, action, subject, bytes) SELECT 3, time, actor, action, subject,
            \(fourth) FROM record WHERE seq = 4
            """)
        #expect(try await findings().map(\.item).first == "record/3")
        try await change("UPDATE record SET bytes = \(third), actor = 'somebody' WHERE seq = 3")
        #expect(try await findings() == [.record(3, "检索列与记录内容不同")])
    }

    @Test func `a false signature, a torn state and a ledger cut short are found`() async throws {
        let key = try key()
        try await bureau.book.adopt(key.verifier, by: actor)
        try await write(6)
        let signed = try await bureau.book.signCheckpoint(with: key)
        let state = try await ask { try LedgerStore.head(in: $0).bytes }
        var note = signed.bytes
        note[note.count - 9] ^= 1
        try await change("UPDATE checkpoint SET note = \(note)")
        #expect(try await findings().map(\.item) == ["checkpoint/7"])
        try await change("UPDATE checkpoint SET note = \(signed.bytes)")
        var torn = state
        torn[20] ^= 1
        try await change("UPDATE ledger_state SET frontier = \(torn)")
        #expect(try await findings().map(\.item) == ["state"])
        try await change("UPDATE ledger_state SET frontier = \(state)")
        try await change("DELETE FROM record WHERE seq > 5")
        #expect(try await findings().map(\.item).contains("checkpoint/7"))
    }
}
