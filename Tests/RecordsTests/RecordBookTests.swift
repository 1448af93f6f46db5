import Ledger
import Records
import Storage
import TestKit
import Testing

/// A capability of nothing but notes, to test the door itself.
private struct NoteProjection: Projection {
    let name = "notes"
    var version = 1
    var definitions: [Definition] {
        [.table("note", "(seq INTEGER NOT NULL PRIMARY KEY, words TEXT NOT NULL CHECK (words <> 'spoil')) STRICT")]
    }

    func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        try connection.execute(
            "INSERT INTO note (seq, words) VALUES (\(record.sequence), \(record.body["words"]?.text ?? ""))")
    }
}

struct RecordBookTests {
    private static let permission = Permission(rawValue: "notes.write")
    private static let capability = Capability(
        name: "Notes",
        actions: [
            ActionKind(name: "notes.note.written", word: "记事", effect: .none, permission: permission) { action, _ in
                guard action.body["words"]?.text?.isEmpty == false else {
                    throw RecordsError(.invalid, field: "words", detail: "")
                }
            }
        ],
        projections: [NoteProjection()])

    private let bureau: TestBureau

    init() async throws { bureau = try await TestBureau([Self.capability]) }

    private func note(_ words: String, by permissions: Set<Permission> = [permission]) -> Action {
        Action(
            actor: Actor(id: "a", permissions: permissions), name: "notes.note.written", subject: "s",
            body: ["kind": "note", "version": 1, "words": .string(words)])
    }

    private var count: Int64 {
        get async throws {
            try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
        }
    }

    @Test func `a subject with a NUL is refused: its column would not say what the record says`() async throws {
        let action = Action(
            actor: Actor(id: "a", permissions: [Self.permission]), name: "notes.note.written", subject: "s\0",
            body: ["kind": "note", "version": 1, "words": "x"])
        await #expect(throws: RecordsError(.invalid, field: "subject", detail: "NUL")) {
            try await bureau.book.record(action)
        }
    }

    @Test func `records are numbered from one without gaps and kept in canonical form`() async throws {
        for number in 1...3 {
            let record = try await bureau.book.record(note("words \(number)"))
            #expect(record.sequence == Int64(number))
        }
        let stored = try await bureau.book.database.read { try RecordStore.record(2, in: $0) }
        #expect(stored?.body["words"]?.text == "words 2")
        #expect(stored?.timeMilliseconds == bureau.clock.milliseconds)
    }

    @Test func `who has no permission leaves no trace`() async throws {
        await #expect(throws: RecordsError(.notPermitted, detail: "notes.write")) {
            try await bureau.book.record(note("words", by: []))
        }
        #expect(try await count == 0)
    }

    @Test func `an action that no capability offers is refused`() async throws {
        await #expect(throws: RecordsError(.unknownAction, detail: "notes.note.burnt")) {
            try await bureau.book.record(
                Action(
                    actor: Actor(id: "a", permissions: [Self.permission]), name: "notes.note.burnt", subject: "s",
                    body: ["kind": "note", "version": 1]))
        }
    }

    @Test func `several actions are recorded all or none, also when a projection fails`() async throws {
        await #expect(throws: (any Error).self) { try await bureau.book.record([note("good"), note("")]) }
        await #expect(throws: (any Error).self) { try await bureau.book.record([note("good"), note("spoil")]) }
        #expect(try await count == 0)
        #expect(try await bureau.dump() == ["note": []])
    }

    @Test func `projections made again from the records are equal to the last byte`() async throws {
        for number in 0..<1_234 { try await bureau.book.record(note("words \(number)")) }
        let before = try await bureau.dump()
        try await bureau.book.database.write { try $0.execute("UPDATE note SET words = 'forged' WHERE seq = 7") }
        #expect(try await bureau.dump() != before)
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test func `tables made by another version are refused until they are rebuilt`() async throws {
        try await bureau.book.record(note("words"))
        var newer = NoteProjection()
        newer.version = 2
        let capability = Capability(name: "Notes", actions: Self.capability.actions, projections: [newer])
        let clock = bureau.clock
        await #expect(throws: RecordsError(.staleProjection, detail: "")) {
            _ = try await RecordBook(
                database: bureau.book.database, archive: bureau.book.archive, capabilities: [capability],
                clock: { clock.milliseconds })
        }
    }
}
