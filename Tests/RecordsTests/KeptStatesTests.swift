import Foundation
import Ledger
import Records
import Storage
import TestKit
import Testing

/// States of the past over restarts.
struct KeptStatesTests {
    private static let capabilities = [RecordsCapability.capability, NoteRoom.capability]

    private let bureau: TestBureau
    private var folder: String { bureau.directory + "/cache" }

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        _ = try await bureau.book.adoptRules(by: TestBureau.actor(Self.capabilities))
        for number in 1...5 { try await bureau.book.record(Self.note("n\(number)")) }
    }

    private static func note(_ text: String) -> Action {
        Action(
            actor: TestBureau.actor([NoteRoom.capability]), name: "notes.note.written", subject: "n",
            body: ["kind": "note", "version": 1, "text": .string(text)])
    }

    /// As a process has them that was just started.
    private func states(maker: String = "a build", isOwner: Bool = true, capacity: Int = 3) -> PastStates {
        PastStates(
            book: bureau.book, directory: folder, capacity: capacity,
            kept: KeptStates(directory: folder, maker: maker, isOwner: isOwner)
        ) { _ in Self.capabilities }
    }

    private var folders: [String: Date] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                let file = "\(folder)/\(name)/tables.sqlite"
                let attributes = try? FileManager.default.attributesOfItem(atPath: file)
                return (name, attributes?[.modificationDate] as? Date ?? .distantPast)
            })
    }

    private func last(_ state: PastState) async throws -> Int64 {
        try await state.read { try RecordStore.lastSequence(in: $0) }
    }

    @Test func `a state is taken up again after a restart, and what goes on from it is the same as made afresh`()
        async throws
    {
        let first = try await states().state(at: 3)
        let made = folders
        #expect(made.count == 1)
        let again = try await states().state(at: 3)
        #expect(folders == made)
        #expect(again.rulesRecord == 1 && again.timeMilliseconds == first.timeMilliseconds)
        #expect(try await last(again) == 3)
        let later = try await states().state(at: 5)
        #expect(try await last(later) == 5)
        #expect(folders.count == 2)
        let fresh = try await PastStates(book: bureau.book, directory: bureau.directory + "/fresh") { _ in
            Self.capabilities
        }.state(at: 5)
        let query: SQL = "SELECT seq, bytes FROM record ORDER BY seq"
        func rows(_ state: PastState) async throws -> [String] {
            try await state.read { try $0.rows(query) { "\($0.values)" } }
        }
        #expect(try await rows(later) == rows(fresh))
    }

    @Test func `another build, or another ledger, takes up nothing`() async throws {
        _ = try await states().state(at: 3)
        _ = try await states(maker: "another build").state(at: 3)
        #expect(folders.count == 2)
        let other = try await TestBureau(Self.capabilities)
        _ = try await other.book.adoptRules(by: TestBureau.actor(Self.capabilities))
        for _ in 1...3 { try await other.book.record(Self.note("other")) }
        let state = try await PastStates(
            book: other.book, directory: folder, kept: KeptStates(directory: folder, maker: "a build", isOwner: true)
        ) { _ in Self.capabilities }.state(at: 3)
        #expect(try await state.read { try RecordStore.record(3, in: $0) }?.body["text"]?.text == "other")
        #expect(folders.count == 3)
    }

    @Test func `what is unfinished is removed at the start, and so are all kept states but the youngest`() async throws
    {
        for end: Int64 in 2...4 { _ = try await states().state(at: end) }
        try FileManager.default.createDirectory(atPath: folder + "/\(UUID())", withIntermediateDirectories: true)
        #expect(folders.count == 4)
        _ = states(isOwner: false)
        #expect(folders.count == 4)
        _ = states(capacity: 2)
        #expect(folders.count == 2)
    }

    @Test func `states before any rules on record go with their process`() async throws {
        let bare = try await TestBureau([NoteRoom.capability])
        try await bare.book.record(Self.note("n"))
        let directory = bare.directory + "/cache"
        func asked() async throws -> Int64 {
            let states = PastStates(
                book: bare.book, directory: directory,
                kept: KeptStates(directory: directory, maker: "a build", isOwner: true)
            ) { _ in [NoteRoom.capability] }
            return try await last(try await states.state(at: 1))
        }
        #expect(try await asked() == 1)
        let left = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        #expect(left.isEmpty)
    }
}
