import Ledger
import Storage
import TestKit
import Testing

@testable import Records

/// What the check of the ledger names, and what it names first.
@Suite(.timeLimit(.minutes(15)))
struct LedgerAuditTests {
    private static let capabilities = [RecordsCapability.capability, NoteRoom.capability]
    private static let origin = "qingheng.example/test"

    private let bureau: TestBureau
    private let key: SigningKey

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        key = try SigningKey(name: try KeyName(Self.origin), type: .ed25519, secret: Array(repeating: 7, count: 32))
    }

    private var actor: Actor { TestBureau.actor(Self.capabilities) }

    /// Adopts the key, writes records and signs after each.
    private func fill(_ count: Int) async throws {
        try await bureau.book.adopt(key.verifier, by: actor)
        for number in 0..<count {
            try await bureau.book.record(
                Action(
                    actor: actor, name: "notes.note.written", subject: "s",
                    body: ["kind": "note", "version": 1, "words": .string("words \(number)")]))
            try await bureau.book.signCheckpoint(with: key)
        }
    }

    private func items() async throws -> [String] {
        let found = Findings()
        _ = try await LedgerAudit().run(bureau.book) { found.add($0) }
        return found.all.map(\.item)
    }

    private func change(_ sql: SQL) async throws {
        try await bureau.book.database.write { try $0.execute(sql) }
    }

    private func bytes(_ sql: SQL, _ column: String) async throws -> [UInt8] {
        try await bureau.book.database.read { try $0.first(sql) { try $0.bytes(column) } } ?? []
    }

    @Test func `a changed record of the signing key is named before any checkpoint that it signed`() async throws {
        try await fill(4)
        let record = try await bytes("SELECT bytes FROM record WHERE seq = 1", "bytes")
        for index in stride(from: 0, to: record.count, by: 3) {
            var changed = record
            changed[index] ^= 1
            try await change("UPDATE record SET bytes = \(changed) WHERE seq = 1")
            #expect(try await items().first == "record/1", "byte \(index)")
        }
    }

    @Test(arguments: [5, 8]) func `every byte of the stored head of the tree is covered`(count: Int) async throws {
        try await fill(count)
        let state = try await bytes("SELECT frontier FROM ledger_state", "frontier")
        for index in state.indices {
            for other in [UInt8(1), 3, 0x80] {
                var changed = state
                changed[index] ^= other
                try await change("UPDATE ledger_state SET frontier = \(changed)")
                #expect(try await items() == ["state"], "byte \(index)")
            }
        }
    }

    @Test func `a record that is gone from the end is named, not the head that knows it`() async throws {
        try await fill(6)
        try await change("DELETE FROM record WHERE seq = 7")
        #expect(try await items().first == "record/7")
    }

    @Test func `a changed line of a witness is found, and a line that nobody can check is not taken in`() async throws {
        try await fill(2)
        let witness = try SigningKey(
            name: try KeyName("witness.example/w"), type: .cosignature, secret: Array(repeating: 9, count: 32))
        let stranger = try SigningKey(
            name: try KeyName("stranger.example/w"), type: .cosignature, secret: Array(repeating: 8, count: 32))
        try await bureau.book.record(LedgerActions.name("市局", way: .host, key: witness.verifier, by: actor))
        var cosigned = try await bureau.book.signCheckpoint(with: key)
        try cosigned.sign(with: stranger, timeSeconds: 1)
        try cosigned.sign(with: witness, timeSeconds: 1)
        #expect(try await bureau.book.takeIn(cosigned).map(\.name) == ["市局"])
        #expect(try await items() == [])
        let note = try await bytes("SELECT note FROM checkpoint WHERE size = 4", "note")
        #expect(try SignedCheckpoint(note).note.signatures.map(\.name) == [key.verifier.name, witness.verifier.name])
        for index in note.indices {
            var changed = note
            changed[index] ^= 1
            try await change("UPDATE checkpoint SET note = \(changed) WHERE size = 4")
            #expect(try await items() == ["checkpoint/4"], "byte \(index)")
        }
        try await change("UPDATE checkpoint SET note = \(note) WHERE size = 4")
        // A witness that serves no longer has signed what it has signed.
        try await bureau.book.record(
            LedgerActions.name("市局", way: .host, key: witness.verifier, isFormer: true, by: actor))
        #expect(try await items() == [])
    }
}
