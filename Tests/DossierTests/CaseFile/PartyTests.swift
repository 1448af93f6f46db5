import Casework
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier

/// Whom a case is about: of people the ledger holds commitments only.
struct PartyTests {
    private static let identity = "110101199003074514"

    private func stored(_ fixture: CaseFileFixture) async throws -> String {
        try await fixture.bureau.book.database.read { connection in
            let rows = try connection.rows("SELECT content FROM case_entry") { try $0.text("content") }
            return rows.joined()
        }
    }

    @Test("Of a citizen neither name nor number, address or telephone stands in a record or a table")
    func citizen() async throws {
        let fixture = try await CaseFileFixture()
        var party = Party(
            kind: .citizen, name: "王某某", code: Self.identity, address: "某路一号", telephone: "13800000000")
        party.id = fixture.desk.mintedID()
        let record = try await fixture.desk.state(party, of: fixture.matter, after: nil, by: CaseFileFixture.officer)
        #expect(try await fixture.file().parties.map(\.name) == ["王某某"])
        let text = String(decoding: try record.body.bytes(), as: UTF8.self) + (try await stored(fixture))
        for fact in ["王某某", Self.identity, "某路一号", "13800000000"] { #expect(!text.contains(fact)) }
        // What is erased by a lawful decision is gone, the rest stays.
        let lawyer = Actor(id: "legal", permissions: [PersonalActions.decide])
        try await fixture.bureau.book.record(
            PersonalActions.erase(["telephone"], of: record.sequence, basis: "个人信息保护法第四十七条", by: lawyer))
        let after = try #require(try await fixture.file().parties.first)
        #expect(after.telephone.isEmpty && after.code == Self.identity)
        try await fixture.expectRebuildsAlike()
    }

    @Test("A body that shows a fact about a person is refused, whoever made it")
    func open() async throws {
        let fixture = try await CaseFileFixture()
        let id = fixture.desk.mintedID()
        let body: CanonicalValue = [
            "kind": "case-party", "version": 1, "item": .string(id), "follows": .null, "is": "公民",
            "open": [["name": "name", "value": "王某某"]], "source": .null, "reason": "", "removed": false,
        ]
        let refused = try await fixture.refusal {
            try await fixture.bureau.book.record(
                Action(
                    actor: CaseFileFixture.officer, name: CaseFileActions.partyStated,
                    subject: fixture.matter.rawValue, body: body))
        }
        #expect((refused as? RecordsError)?.field == "personal")
    }

    @Test("A change says why, follows what was on screen, and leaves the earlier state to be seen")
    func changed() async throws {
        let fixture = try await CaseFileFixture()
        var party = Party(kind: .entity, name: "甲化工厂", address: "某路二号", representative: "李某")
        party.id = fixture.desk.mintedID()
        let first = try await fixture.desk.state(party, of: fixture.matter, after: nil, by: CaseFileFixture.officer)
        party.name = "甲化工有限公司"
        #expect(
            try await fixture.code {
                try await fixture.desk.state(
                    party, of: fixture.matter, after: first.sequence, by: CaseFileFixture.officer)
            } == .missing)
        let second = try await fixture.desk.state(
            party, of: fixture.matter, after: first.sequence, reason: "更名", by: CaseFileFixture.officer)
        let late = try await fixture.refusal {
            try await fixture.desk.state(
                party, of: fixture.matter, after: first.sequence, reason: "更名", by: CaseFileFixture.actor("second"))
        }
        #expect(late as? CaseFileRefusal == CaseFileRefusal(.changed, "\(second.sequence)"))
        #expect(try await fixture.file().parties.map(\.name) == ["甲化工有限公司"])
        #expect(try await fixture.file(asOf: first.sequence).parties.map(\.name) == ["甲化工厂"])
        #expect(try await fixture.file().parties.map(\.representative) == ["李某"])
    }

    @Test("A credit code whose check digit is wrong is refused")
    func code() async throws {
        let fixture = try await CaseFileFixture()
        var party = Party(kind: .entity, name: "甲化工厂", code: "91110000100000000X")
        party.id = fixture.desk.mintedID()
        #expect(
            try await fixture.code {
                try await fixture.desk.state(party, of: fixture.matter, after: nil, by: CaseFileFixture.officer)
            } == .wrong)
    }
}
