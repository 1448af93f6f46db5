import Ledger
import Records
import Storage
import Synchronization
import TestKit
import TestStore
import Testing

/// Facts about people stand beside the ledger: a lawful decision erases them and breaks no proof.
struct PersonalTests {
    private static let permission = Permission(rawValue: "people.write")
    private static let capability = Capability(
        name: "People",
        actions: [
            ActionKind(name: "people.person.noted", word: "记人", effect: .none, permission: permission) { _, _ in }
        ])
    private static let actor = Actor(id: "a", permissions: [permission, PersonalActions.decide])

    private let bureau: TestBureau

    init() async throws { bureau = try await TestBureau([RecordsCapability.capability, Self.capability]) }

    private func note(_ facts: [String: String], body: CanonicalValue = ["kind": "note", "version": 1]) -> Action {
        Action(actor: Self.actor, name: "people.person.noted", subject: "p", body: body, personal: facts)
    }

    private func values(_ record: LedgerRecord) async throws -> [String: PersonalValue] {
        try await bureau.book.database.read { try PersonalState.values(of: record, in: $0) }
    }

    private func findings() async throws -> [String] {
        let found = Mutex<[String]>([])
        for audit in [LedgerAudit(), PersonalAudit()] as [any Audit] {
            _ = try await audit.run(bureau.book) { finding in found.withLock { $0.append(finding.item) } }
        }
        return found.withLock { $0 }
    }

    @Test func `a fact about a person stands in no record, only its commitment does`() async throws {
        let record = try await bureau.book.record(note(["name": "张三", "phone": "022-1"]))
        let text = String(decoding: try record.bytes(), as: UTF8.self)
        #expect(!text.contains("张三"))
        #expect(!text.contains("022-1"))
        #expect(record.body["personal"]?.members?.keys.sorted() == ["name", "phone"])
        #expect(try await values(record) == ["name": .text("张三"), "phone": .text("022-1")])
        #expect(try await findings() == [])
    }

    @Test func `the same fact twice has two commitments, so that nobody finds it by trying`() async throws {
        let first = try await bureau.book.record(note(["name": "张三"]))
        let second = try await bureau.book.record(note(["name": "张三"]))
        #expect(first.body["personal"] != second.body["personal"])
    }

    @Test func `an erased fact is gone, its salt as well, and every proof still holds`() async throws {
        let record = try await bureau.book.record(note(["name": "张三", "phone": "022-1"]))
        let decision = try await bureau.book.record(
            PersonalActions.erase(["phone"], of: record.sequence, basis: "个人信息保护法第四十七条", by: Self.actor))
        #expect(try await values(record) == ["name": .text("张三"), "phone": .erased(by: decision.sequence)])
        let left = try await bureau.book.database.read { connection in
            try connection.rows("SELECT salt, value FROM personal_value WHERE field = 'phone'") {
                (try $0.optionalBytes("salt"), try $0.optionalText("value"))
            }
        }
        #expect(left.allSatisfy { $0.0 == nil && $0.1 == nil })
        #expect(try await findings() == [])
    }

    @Test func `a sealed fact is kept and not shown`() async throws {
        let record = try await bureau.book.record(note(["name": "张三"]))
        let decision = try await bureau.book.record(
            PersonalActions.seal(["name"], of: record.sequence, basis: "信访保密", by: Self.actor))
        #expect(try await values(record) == ["name": .sealed(by: decision.sequence)])
        #expect(try await findings() == [])
    }

    @Test func `no decision without a legal ground, about what is not there, or a second time`() async throws {
        let record = try await bureau.book.record(note(["name": "张三"]))
        await #expect(throws: RecordsError(.invalid, field: "basis", detail: "空")) {
            try await bureau.book.record(
                PersonalActions.erase(["name"], of: record.sequence, basis: "", by: Self.actor))
        }
        await #expect(throws: RecordsError.self) {
            try await bureau.book.record(PersonalActions.erase(["x"], of: record.sequence, basis: "法", by: Self.actor))
        }
        try await bureau.book.record(PersonalActions.erase(["name"], of: record.sequence, basis: "法", by: Self.actor))
        await #expect(throws: RecordsError.self) {
            try await bureau.book.record(
                PersonalActions.erase(["name"], of: record.sequence, basis: "法", by: Self.actor))
        }
    }

    @Test(arguments: [
        "UPDATE personal_value SET value = '李四'", "UPDATE personal_value SET salt = x'00'",
        "DELETE FROM personal_value", "UPDATE personal_value SET value = NULL, salt = NULL, erased_by = 1",
    ])
    func `a fact that was changed or taken away without a decision is named`(tampering: String) async throws {
        let record = try await bureau.book.record(note(["name": "张三"]))
        try await bureau.book.database.write { try $0.execute(SQL(verbatim: Self.spelled(tampering))) }
        #expect(try await findings() == ["personal/\(record.sequence)/name"])
    }

    /// PostgreSQL writes bytes another way.
    private static func spelled(_ statement: String) -> String {
        TestStore.isSQLite ? statement : statement.replacing("x'00'", with: "'\\x00'::bytea")
    }

    @Test func `a body that brings its own commitments is refused`() async throws {
        await #expect(throws: RecordsError(.invalid, field: "personal", detail: "people.person.noted")) {
            try await bureau.book.record(note(["name": "x"], body: ["kind": "note", "version": 1, "personal": [:]]))
        }
    }
}
