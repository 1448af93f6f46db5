import Foundation
import Ledger
import Records
import Storage
import TestKit
import Testing

/// Notes, each of which has one effect, and stamps that put stretches of the packet log on record.
private struct DiaryProjection: Projection {
    let name = "diary"
    let version = 1
    let definitions = [
        Definition.table("diary", "(seq INTEGER NOT NULL PRIMARY KEY, words TEXT NOT NULL) STRICT"),
        Definition.table("diary_packet", "(address INTEGER NOT NULL PRIMARY KEY, seq INTEGER NOT NULL) STRICT"),
        Definition.table("diary_rules", "(id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL) STRICT"),
    ]

    func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        try connection.execute(
            "INSERT INTO diary (seq, words) VALUES (\(record.sequence), \(record.body["words"]?.text ?? ""))")
    }

    func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws {
        for packet in packets {
            try connection.execute(
                "INSERT INTO diary_packet (address, seq) VALUES (\(packet.address.rawValue), 0)")
        }
    }
}

struct PastStatesTests {
    private static let permission = Permission(rawValue: "diary.write")

    private static func range(_ record: LedgerRecord, _ action: String) -> SegmentRange? {
        record.action == action ? SegmentRange(name: record.subject) : nil
    }

    private static let capability = Capability(
        name: "Diary",
        actions: [
            ("diary.late", ActionEffect.data), ("diary.judged", .review), ("diary.moved", .scope),
            ("diary.chat", .none),
            ("diary.stamped", .data), ("diary.removed", .none),
        ].map { name, effect in
            ActionKind(name: name, word: "记事", effect: effect, permission: permission) { _, _ in }
        },
        projections: [DiaryProjection()],
        packets: PacketAdmission(
            admitted: { range($0, "diary.stamped") }, removed: { range($0, "diary.removed") }))

    private let bureau: TestBureau
    private let states: PastStates

    init() async throws {
        bureau = try await TestBureau([Self.capability])
        states = PastStates(book: bureau.book, directory: bureau.directory + "/cache", capacity: 2) { _ in
            [Self.capability]
        }
    }

    @discardableResult
    private func record(_ action: String, _ subject: String = "s") async throws -> Int64 {
        try await bureau.book.record(
            Action(
                actor: Actor(id: "a", permissions: [Self.permission]), name: action, subject: subject,
                body: ["kind": "note", "version": 1, "words": .string(action)])
        ).sequence
    }

    private func sequences(_ state: PastState) async throws -> [Int64] {
        try await state.read { try $0.rows("SELECT seq FROM diary ORDER BY seq") { try $0.integer("seq") } }
    }

    private func packets(_ state: PastState) async throws -> Int64 {
        try await state.read { try $0.first("SELECT count(*) AS n FROM diary_packet") { try $0.integer("n") } ?? 0 }
    }

    private func folders() -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: bureau.directory + "/cache"))?.count ?? 0
    }

    @Test func `a state holds the records up to its own and no later one, and questions about records see the same`()
        async throws
    {
        for action in ["diary.late", "diary.moved", "diary.chat", "diary.late"] { try await record(action) }
        let state = try await states.state(at: 3)
        #expect(try await sequences(state) == [1, 2, 3])
        #expect(try await state.read { try RecordStore.lastSequence(in: $0) } == 3)
        #expect(try await state.read { try RecordStore.record(2, in: $0) }?.action == "diary.moved")
        #expect(state.timeMilliseconds == bureau.clock.milliseconds)
        #expect(state.rulesRecord == nil)
    }

    @Test func `a selection takes what comes later only with the effects that it names`() async throws {
        for action in ["diary.late", "diary.moved", "diary.late", "diary.judged", "diary.chat", "diary.late"] {
            try await record(action)
        }
        let late = try await states.state(of: .all(to: 1, and: [.data], to: 5))
        #expect(try await sequences(late) == [1, 3])
        let both = try await states.state(of: .all(to: 1, and: [.data, .review], to: 6))
        #expect(try await sequences(both) == [1, 3, 4, 6])
    }

    @Test func `what was never recorded cannot be asked for`() async throws {
        try await record("diary.late")
        await #expect(throws: RecordsError(.beyondLedger, field: "1", detail: "2")) { try await states.state(at: 2) }
        await #expect(throws: RecordsError(.beyondLedger, field: "1", detail: "0")) { try await states.state(at: 0) }
        #expect(folders() == 0)
    }

    @Test func `only packets on record by then belong to a state`() async throws {
        let log = bureau.book.archive.packets
        var stamps: [Int64] = []
        for number in 0..<3 {
            let entries = (0...number).map { _ in
                PacketEntry(receivedMilliseconds: 1, peer: "p", verdict: 1, raw: [1, 2, 3])
            }
            try await log.append(entries)
            try await log.endSegment(ifReceivedBefore: .max)
            let range = try #require(log.endedSegments.last ?? log.closedSegments.last)
            stamps.append(try await record("diary.stamped", range.name))
        }
        try await log.append([PacketEntry(receivedMilliseconds: 1, peer: "p", verdict: 1, raw: [9])])
        try await bureau.projectAllPackets()
        // From the later to the earlier, and back again going on from what is there.
        for (stamp, count) in zip(stamps, [1, 3, 6]).reversed() + Array(zip(stamps, [1, 3, 6])) {
            #expect(try await packets(try await states.state(at: stamp)) == count)
        }
    }

    @Test func `packets that were removed since make a state that had them impossible, and say so`() async throws {
        let log = bureau.book.archive.packets
        try await log.append([PacketEntry(receivedMilliseconds: 1, peer: "p", verdict: 1, raw: [1])])
        try await log.endSegment(ifReceivedBefore: .max)
        let range = try #require(log.endedSegments.first)
        try await log.closeSegment(range, key: PacketKey(version: 1) { _ in "" })
        let stamp = try await record("diary.stamped", range.name)
        let removal = try await record("diary.removed", range.name)
        try log.removeSegment(range, note: "")
        await #expect(throws: RecordsError(.removedPackets, field: String(stamp), detail: range.name)) {
            try await states.state(at: stamp)
        }
        #expect(try await packets(try await states.state(at: removal)) == 0)
    }

    @Test func `states make room for each other, and what an earlier process left is removed`() async throws {
        for _ in 0..<5 { try await record("diary.late") }
        for sequence in 1...5 { _ = try await states.state(at: Int64(sequence)) }
        #expect(folders() == 2)
        _ = PastStates(book: bureau.book, directory: bureau.directory + "/cache") { _ in [] }
        #expect(folders() == 0)
    }

    @Test func `asked for by many at once a state is made once`() async throws {
        for _ in 0..<3 { try await record("diary.late") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try await states.state(at: 3) } }
            try await group.waitForAll()
        }
        #expect(folders() == 1)
    }
}
