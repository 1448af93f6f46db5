import Foundation
import Ledger
import Records
import Storage
import TestKit
import Testing

@testable import Registry

/// Files of sources as records make them: registered, changed, merged, ended, and always made again alike.
struct SourceRecordsTests {
    private static let code = "91640000321673484F"
    private let fixture: SourceFixture

    init() async throws { fixture = try await SourceFixture() }

    private func refusal(_ work: () async throws -> Void) async -> RecordsError? {
        do {
            try await work()
            return nil
        } catch { return error as? RecordsError }
    }

    @Test func `a source that was registered has a file in which every field knows its record`() async throws {
        let id = try await fixture.register(["name": "甲污水处理厂", "creditCode": Self.code, "permitClass": "重点管理"])
        let file = try #require(try await fixture.file(id))
        #expect(file.name == "甲污水处理厂" && file.state == .active && file.sequence == 1)
        #expect(file.fields["creditCode"]?.current.sequence == 1)
        #expect(file.fields["creditCode"]?.current.origin.name == SourceOrigin.personName)
        #expect(file.fields["creditCode"]?.current.actor == "tester")
        try await fixture.expectRebuildsAlike()
    }

    @Test func `a change names what it changes, keeps the rest, and the past stays readable`() async throws {
        let id = try await fixture.register(["name": "甲厂", "operation": "在产", "city": "某市"])
        try await fixture.change(id, ["operation": "停产", "city": ""])
        let file = try #require(try await fixture.file(id))
        #expect(file.value("operation") == "停产" && file.value("city") == nil && file.name == "甲厂")
        #expect(file.fields["name"]?.current.sequence == 1 && file.fields["operation"]?.current.sequence == 2)
        #expect(file.history(of: "operation").map(\.value) == ["在产", "停产"])
        #expect(try await fixture.file(id, asOf: 1)?.value("city") == "某市")
        #expect(try await fixture.find("甲厂") == ["甲厂"])
        try await fixture.change(id, ["name": "乙工厂"])
        #expect(try await fixture.find("甲厂").isEmpty)
        #expect(try await fixture.find("乙工") == ["乙工厂"])
        try await fixture.expectRebuildsAlike()
    }

    @Test func `the second of two people who change one file is told`() async throws {
        let id = try await fixture.register(["name": "甲厂"])
        try await fixture.change(id, ["operation": "停产"], after: 1)
        let late = await refusal { try await fixture.change(id, ["operation": "关闭"], after: 1) }
        #expect(late == RecordsError(.superseded, field: "follows", detail: "2"))
        #expect(try await fixture.file(id)?.value("operation") == "停产")
    }

    @Test(arguments: [
        (["operation": "在产"], "name"), (["name": "甲", "operation": "半停"], "operation"),
        (["name": "甲", "creditCode": "91640000321673484E"], "creditCode"),
        (["name": "甲", "permitTo": "2026/1/1"], "permitTo"),
        (["name": "甲", "stranger": "1"], "stranger"), (["name": "甲", "legalPerson": "某人"], "legalPerson"),
        (["name": "甲", "town": "没有的镇"], "town"),
    ])
    func `what the kind does not allow is refused by its field`(_ values: [String: String], _ field: String) async {
        let error = await refusal { try await fixture.register(values) }
        #expect(error?.field == field)
    }

    @Test func `nobody registers a second file of one code or, without codes, of one name`() async throws {
        let id = try await fixture.register(["name": "甲厂", "creditCode": Self.code])
        let sameCode = await refusal { try await fixture.register(["name": "乙厂", "creditCode": Self.code]) }
        #expect(sameCode == RecordsError(.superseded, field: "identity", detail: id))
        let sameName = await refusal { try await fixture.register(["name": "甲厂"]) }
        #expect(sameName?.detail == id)
        try await fixture.register(["name": "甲厂", "creditCode": "916400002276950035"])
    }

    @Test func `a reference points to a file of its kind`() async throws {
        let town = try await fixture.register(["name": "某镇", "code": "120111101"], "town")
        let id = try await fixture.register(["name": "甲厂", "town": town])
        let pointing = try await fixture.bureau.book.database.read {
            try SourceStore.sources(of: "enterprise", pointingBy: "town", to: [town], within: nil, limit: 9, in: $0)
                .map(\.id)
        }
        #expect(pointing == [id])
        let wrong = await refusal { try await fixture.register(["name": "乙厂", "town": id]) }
        #expect(wrong?.field == "town")
    }

    @Test func `a merger ends one file, keeps both histories, and shows where the two differ`() async throws {
        let kept = try await fixture.register(["name": "甲厂", "operation": "在产"])
        let other = try await fixture.register(["name": "甲厂（旧）", "operation": "停产", "city": "某市"])
        try await fixture.bureau.book.record(
            SourceActions.merge((other, 2), into: (kept, 1), reason: "同一企业", by: SourceFixture.actor))
        let file = try #require(try await fixture.file(kept))
        #expect(file.value("city") == "某市" && file.value("operation") == "在产")
        #expect(file.contestedFields == ["name", "operation"] && file.absorbed == [other])
        let ended = try #require(try await fixture.file(other))
        #expect(ended.state == .merged && ended.mergedInto == kept && ended.value("operation") == "停产")
        #expect(await refusal { try await fixture.change(other, ["city": "乙市"]) }?.field == "state")
        try await fixture.expectRebuildsAlike()
    }

    @Test func `a merger is taken back whole, and both files are as they were and remember it`() async throws {
        let kept = try await fixture.register(["name": "甲厂", "operation": "在产"])
        let other = try await fixture.register(["name": "甲厂（旧）", "operation": "停产", "city": "某市"])
        let actor = SourceFixture.actor
        try await fixture.bureau.book.record(
            SourceActions.merge((other, 2), into: (kept, 1), reason: "同一企业", by: actor))
        #expect(
            await refusal {
                try await fixture.bureau.book.record(SourceActions.separate((kept, 3), reason: "并错", by: actor))
            }?.field == "merger")
        try await fixture.bureau.book.record(SourceActions.separate((other, 3), reason: "并错", by: actor))
        let file = try #require(try await fixture.file(kept))
        #expect(file.value("city") == nil && file.contestedFields.isEmpty && file.absorbed.isEmpty)
        #expect(file.events.map(\.undoneBy) == [nil, 4])
        let back = try #require(try await fixture.file(other))
        #expect(back.state == .active && back.value("city") == "某市" && back.mergedInto == nil)
        #expect(try await fixture.file(kept, asOf: 3)?.value("city") == "某市")
        #expect(try await fixture.find("甲厂").count == 2)
        try await fixture.expectRebuildsAlike()
    }

    @Test func `a merger into a file that went on into a third one is taken back from the end`() async throws {
        var ids: [String] = []
        for name in ["甲厂", "乙厂", "丙厂"] { ids.append(try await fixture.register(["name": name])) }
        let (book, actor, all) = (fixture.bureau.book, SourceFixture.actor, ids)
        try await book.record(SourceActions.merge((all[0], 1), into: (all[1], 2), reason: "并", by: actor))
        try await book.record(SourceActions.merge((all[1], 4), into: (all[2], 3), reason: "并", by: actor))
        let first = SourceActions.separate((all[0], 4), reason: "并错", by: actor)
        #expect(await refusal { try await book.record(first) }?.field == "merger")
        try await book.record(SourceActions.separate((all[1], 5), reason: "并错", by: actor))
        try await book.record(first)
        for id in all { #expect(try await fixture.file(id)?.state == .active) }
        try await fixture.expectRebuildsAlike()
    }

    @Test func `a source that is no longer watched leaves the list and keeps its file`() async throws {
        let id = try await fixture.register(["name": "甲厂"])
        let action = SourceActions.withdraw(id, reason: "", after: 1, by: SourceFixture.actor)
        #expect(await refusal { try await fixture.bureau.book.record(action) }?.field == "reason")
        try await fixture.bureau.book.record(
            SourceActions.withdraw(id, reason: "拆除", after: 1, by: SourceFixture.actor))
        #expect(try await fixture.find("甲厂").isEmpty)
        #expect(try await fixture.file(id)?.state == .withdrawn)
        #expect(try await fixture.file(id, asOf: 1)?.state == .active)
        try await fixture.expectRebuildsAlike()
    }

    @Test func `an object that devices watch is listed among the sources, and changed where it was registered`()
        async throws
    {
        try await fixture.bureau.book.record(TestStation.registration("S1", name: "甲站", by: SourceFixture.actor))
        try await fixture.bureau.book.record(TestStation.registration("S1", name: "甲新站", by: SourceFixture.actor))
        let file = try #require(try await fixture.file("S1"))
        #expect(file.kind == "station" && file.isObject && file.name == "甲新站")
        #expect(file.value("managementLevel") == "街镇" && file.value("isEvaluated") == "是")
        #expect(file.value("location") == "117,39 未说明")
        #expect(try await fixture.find("新站", kind: "station") == ["甲新站"])
        #expect(await refusal { try await fixture.change("S1", ["name": "乙站"]) }?.field == "object")
        try await fixture.expectRebuildsAlike()
    }

    @Test func `whoever may not change a kind changes nothing`() async throws {
        let action = SourceActions.register(
            .mint(), try fixture.kind(), SourceDraft(values: ["name": "甲"]), from: .person(basis: ""), decides: true,
            by: Actor(id: "guest", permissions: []))
        #expect(await refusal { try await fixture.bureau.book.record(action) }?.code == .notPermitted)
    }

    @Test func `ids are of the form of RFC 9562, and no two are alike`() {
        #expect(SourceID(high: .max, low: .max).rawValue == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(SourceID(high: 0, low: 0).rawValue == "00000000-0000-4000-8000-000000000000")
        #expect(Set((0..<1_000).map { _ in SourceID.mint() }).count == 1_000)
    }
}
