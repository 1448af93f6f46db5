import Casework
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier

/// Who waits for legal review, what was added since, and how many decisions were reviewed.
struct ReviewDeskTests {
    private func desk(_ fixture: CaseFileFixture) async throws -> ReviewDesk {
        let (catalog, now) = (fixture.bureau.catalog, fixture.matters.now)
        let period = try CaseFileFixture.day("2026-01-01")...CaseFileFixture.day("2026-12-31")
        return try await fixture.bureau.book.database.read {
            try ReviewDesk(decidedIn: period, catalog: catalog, now: now, connection: $0)
        }
    }

    @Test("The coverage is reviewed decisions over all decisions of the period, each in its list")
    func coverage() async throws {
        let fixture = try await CaseFileFixture()
        let good = try await fixture.brought(past: [("审核通过", "2026-08-27"), ("作出处罚决定", "2026-08-28")])
        let bad = try await fixture.brought(past: [("作出处罚决定", "2026-08-28")])
        _ = try await fixture.brought(past: [("审核通过", "2025-12-01"), ("作出处罚决定", "2025-12-02")])
        let decided = try await desk(fixture).decided
        #expect(Set(decided.map(\.row.id)) == [good, bad])
        #expect(decided.filter(\.isReviewed).map(\.row.id) == [good])
    }

    @Test("Who stands before review waits; evidence taken in since the last review has to be reviewed too")
    func again() async throws {
        let fixture = try await CaseFileFixture()
        let first = try await fixture.brought(state: "法制审核", fine: nil, past: [])
        let second = try await fixture.brought(state: "法制审核", fine: nil, past: [])
        _ = try await fixture.brought(state: "调查取证", fine: nil, past: [])
        #expect(try await desk(fixture).waiting.map(\.row.id) == [first, second])
        #expect(try await desk(fixture).waiting.allSatisfy { !$0.isAgain && $0.freshEvidence.isEmpty })
    }

    @Test("An opinion says whether it was adopted and why; who gave it stands beside the ledger")
    func opinions() async throws {
        let fixture = try await CaseFileFixture()
        func opinion(_ reason: String) throws -> LegalOpinion {
            LegalOpinion(
                id: fixture.desk.mintedID(), adviser: .official, name: "钱某某",
                day: try CaseFileFixture.day("2026-08-30"),
                words: "建议补充送达证据", isAdopted: true, reason: reason)
        }
        #expect(
            try await fixture.code {
                try await fixture.desk.hear(try opinion(""), in: fixture.matter, by: CaseFileFixture.actor("legal"))
            } == .missing)
        let record = try await fixture.desk.hear(
            try opinion("送达回证缺签收"), in: fixture.matter, by: CaseFileFixture.actor("legal"))
        #expect(!String(decoding: try record.body.bytes(), as: UTF8.self).contains("钱某某"))
        #expect(try await fixture.file().opinions.map(\.name) == ["钱某某"])
        try await fixture.expectRebuildsAlike()
    }

    @Test("What must be recorded without interruption is not complete with a cut recording")
    func recordings() async throws {
        let fixture = try await CaseFileFixture()
        let rules = try RecordingRules(fixture.bureau.catalog, on: fixture.matters.now.beijingDate)
        let seizing = try await fixture.brought(
            "SEIZE", state: "已实施", fine: nil, past: [("紧急当场实施", "2026-08-28")])
        func findings() async throws -> [RecordingFinding] {
            RecordingFinding.findings(try await fixture.file(of: seizing), by: rules)
        }
        #expect(try await findings().map(\.occasion.name) == ["查封、扣押"])
        for (hash, isWhole) in [("d", "否"), ("e", "是")] {
            #expect(try await findings().allSatisfy { !$0.isComplete })
            try await fixture.desk.take(
                try fixture.evidence("查封录像", hash: Character(hash)) { item in
                    item.values[RecordingFinding.occasionKey] = .text("查封、扣押")
                    item.values[RecordingFinding.uninterruptedKey] = .text(isWhole)
                }, into: seizing, by: CaseFileFixture.officer)
        }
        #expect(try await findings().allSatisfy { $0.isComplete && $0.evidence == [1, 2] })
        #expect(RecordingFinding.findings(try await fixture.file(), by: rules).isEmpty)
    }

    @Test("The shipped rules of disclosure and of recordings have no fault")
    func shipped() async throws {
        let fixture = try await CaseFileFixture()
        #expect(DossierFiles.faults(in: fixture.bureau.catalog).isEmpty)
        #expect(try DisclosureRules(fixture.bureau.catalog, on: fixture.matters.now.beijingDate).withheld.count == 4)
    }
}
