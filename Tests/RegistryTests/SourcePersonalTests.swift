import Ledger
import Records
import Storage
import TestKit
import Testing

@testable import Registry

/// Facts about people in files of sources: readable beside the ledger, in no record and no table.
struct SourcePersonalTests {
    private let fixture: SourceFixture

    init() async throws { fixture = try await SourceFixture() }

    private func texts(_ id: String) async throws -> [String: String] {
        let file = try #require(try await fixture.file(id))
        return try await fixture.bureau.book.database.read { try SourcePersonal.texts(of: file, in: $0) }
    }

    private func register(_ personal: [String: String]) async throws -> String {
        let id = SourceID.mint()
        try await fixture.bureau.book.record(
            SourceActions.register(
                id, try fixture.kind(), SourceDraft(values: ["name": "甲厂"], personal: personal),
                from: .person(basis: ""), decides: true, by: SourceFixture.actor))
        return id.rawValue
    }

    @Test func `a legal person's name is read in the file and stands in no record and no table`() async throws {
        let id = try await register(["legalPerson": "某某某", "environmentPhone": "022-12345678"])
        #expect(try await texts(id) == ["legalPerson": "某某某", "environmentPhone": "022-12345678"])
        let dump = try await fixture.bureau.dump()
        #expect(!dump.values.joined().contains { $0.contains("某某某") || $0.contains("12345678") })
        let records = try await fixture.bureau.book.database.read { connection in
            try (1...RecordStore.lastSequence(in: connection)).compactMap {
                try RecordStore.record($0, in: connection).map { String(decoding: try $0.bytes(), as: UTF8.self) }
            }
        }
        #expect(!records.contains { $0.contains("某某某") })
    }

    @Test func `an erased name is gone from the file, and what else it says stays`() async throws {
        let id = try await register(["legalPerson": "某某某"])
        let file = try #require(try await fixture.file(id))
        try await fixture.bureau.book.record(
            PersonalActions.erase(
                ["legalPerson"], of: file.sequence, basis: "个人信息保护法第四十七条", by: SourceFixture.actor))
        #expect(try await texts(id).isEmpty)
        #expect(try #require(try await fixture.file(id)).name == "甲厂")
    }

    @Test(arguments: [("张三", "张*"), ("欧阳某某", "欧***"), ("022-12345678", "********5678"), ("1234", "1234"), ("李", "李*")])
    func `who may not change the register sees the first letter of a name and the end of a number`(
        text: String, shown: String
    ) {
        #expect(SourcePersonal.masked(text) == shown)
    }
}
