import Casework
import Law
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier

/// A decision is told the public in words that nobody wrote, and taken back when it falls.
struct DisclosureTests {
    private static let document = "行政处罚决定书"
    private static let clerk = CaseFileFixture.actor("legal")

    /// A decided matter about a citizen whose facts name everything that must be hidden.
    private func decided() async throws -> (CaseFileFixture, MatterID) {
        let fixture = try await CaseFileFixture()
        let matter = try await fixture.brought()
        var party = Party(
            kind: .citizen, name: "王小明", code: "110101199003074514", address: "某路一号院", telephone: "13800000000")
        party.id = fixture.desk.mintedID()
        try await fixture.desk.state(party, of: matter, after: nil, by: CaseFileFixture.officer)
        let charge = Charge(
            id: fixture.desk.mintedID(), violation: "WAT-02",
            conduct: try CaseFileFixture.conduct("2026-08-20", "2026-08-21"),
            facts: "王小明（110101199003074514，电话13800000000）在某路一号院私设暗管，邻居赵七举报")
        try await fixture.desk.state(charge, of: matter, after: nil, by: CaseFileFixture.officer)
        return (fixture, matter)
    }

    private func publish(
        _ fixture: CaseFileFixture, _ matter: MatterID, day: String = "2026-09-01", place: String = "局网站"
    ) async throws -> LedgerRecord {
        try await fixture.desk.disclose(
            Self.document, of: matter, id: fixture.desk.mintedID(),
            .published(place: place, address: "https://example.invalid/1", picture: nil),
            day: try CaseFileFixture.day(day), number: "某环罚〔2026〕1号", hiding: "赵七", by: Self.clerk)
    }

    @Test("What is disclosed holds no fact about a person, in its record neither")
    func redacted() async throws {
        let (fixture, matter) = try await decided()
        let record = try await publish(fixture, matter)
        let text = String(decoding: try record.body.bytes(), as: UTF8.self)
        for fact in ["王小明", "110101199003074514", "13800000000", "某路一号院", "赵七"] { #expect(!text.contains(fact)) }
        let line = try #require(try await fixture.file(of: matter).disclosures.first)
        #expect(line.text["当事人"] == "王某某" && line.text["处罚内容"] == "罚款30万元")
        #expect(line.text["违法事实"] == "王某某（***，电话***）在***私设暗管，邻居***举报")
        #expect(line.text["依据"]?.contains("生态环境法典第1108条") == true && line.text["决定日期"] == "2026-08-28")
        try await fixture.expectRebuildsAlike()
    }

    @Test("A text that somebody wrote is refused: it is derived again inside the transaction")
    func written() async throws {
        let (fixture, matter) = try await decided()
        let text = DisclosureText(lines: [
            DisclosureText.Line(name: "文号", value: "某环罚〔2026〕1号"), DisclosureText.Line(name: "当事人", value: "王小明"),
        ])
        let day = try CaseFileFixture.day("2026-09-01")
        let body = Disclosure.body(
            fixture.desk.mintedID(), Self.document, day, .published(place: "局网站", address: "", picture: nil), text)
        let refused = try await fixture.refusal {
            try await fixture.bureau.book.record(
                Action(
                    actor: Self.clerk, name: CaseFileActions.disclosed, subject: matter.rawValue, body: body))
        }
        #expect((refused as? RecordsError)?.field == "text")
    }

    @Test("Nothing is disclosed before its decision, twice, or on a ground that the rules do not know")
    func refused() async throws {
        let (fixture, matter) = try await decided()
        let early = try CaseFileFixture.day("2026-09-01")
        #expect(
            try await fixture.code {
                try await fixture.desk.disclose(
                    Self.document, of: fixture.matter, id: fixture.desk.mintedID(),
                    .withheld(ground: "当事人为未成年人", reason: "已核对"), day: early, by: Self.clerk)
            } == .wrong)
        #expect(try await fixture.code { _ = try await publish(fixture, matter, day: "2026-08-27") } == .wrong)
        #expect(try await fixture.code { _ = try await publish(fixture, matter, place: "") } == .missing)
        let day = try CaseFileFixture.day("2026-09-01")
        let foreign = try await fixture.refusal {
            try await fixture.desk.disclose(
                Self.document, of: matter, id: fixture.desk.mintedID(), .withheld(ground: "不想公开", reason: "无"),
                day: day, by: Self.clerk)
        }
        #expect((foreign as? RecordsError)?.field == "ground")
        _ = try await publish(fixture, matter)
        #expect(try await fixture.code { _ = try await publish(fixture, matter) } == .changed)
    }

    @Test(
        "What was taken back stands no more before the public and may be disclosed anew; what is withheld never stood there"
    )
    func withdrawn() async throws {
        let (fixture, matter) = try await decided()
        func published() async throws -> Int {
            try await fixture.bureau.book.database.read { try DisclosureStore.published(limit: 10, in: $0).count }
        }
        _ = try await publish(fixture, matter)
        #expect(try await published() == 1)
        let line = try #require(try await fixture.file(of: matter).disclosures.first)
        let day = try CaseFileFixture.day("2026-09-01")
        #expect(
            try await fixture.code {
                try await fixture.desk.withdraw(line.id, in: matter, day: day, reason: "", by: Self.clerk)
            } == .missing)
        try await fixture.desk.withdraw(line.id, in: matter, day: day, reason: "决定被撤销", by: Self.clerk)
        #expect(try await published() == 0)
        #expect(
            try await fixture.code {
                try await fixture.desk.withdraw(line.id, in: matter, day: day, reason: "再次", by: Self.clerk)
            } == .changed)
        try await fixture.desk.disclose(
            Self.document, of: matter, id: fixture.desk.mintedID(),
            .withheld(ground: "当事人为未成年人", reason: "出生日期已核对"), day: day, by: Self.clerk)
        #expect(try await published() == 0)
        #expect(try await fixture.file(of: matter).disclosures.map(\.withdrawn?.reason) == ["决定被撤销", nil])
        try await fixture.expectRebuildsAlike()
    }

    @Test("The sheet of 双公示 holds what was disclosed, with the fine exactly in 万元")
    func sheet() async throws {
        let (fixture, matter) = try await decided()
        _ = try await publish(fixture, matter)
        let (catalog, now) = (fixture.bureau.catalog, fixture.matters.now)
        func sheet(_ from: String, _ to: String) async throws -> PublicitySheet {
            let period = try CaseFileFixture.day(from)...CaseFileFixture.day(to)
            return try await fixture.bureau.book.database.read {
                try PublicitySheet(disclosedIn: period, catalog: catalog, now: now, connection: $0)
            }
        }
        let row = try #require(try await sheet("2026-09-01", "2026-09-30").rows.first)
        #expect(row["行政相对人名称"] == "王某某" && row["行政相对人类别"] == "自然人" && row["罚款金额（万元）"] == "30")
        #expect(row["行政处罚决定书文号"] == "某环罚〔2026〕1号" && row["公示截止期"] == nil)
        #expect(try await sheet("2026-08-01", "2026-08-31").rows.isEmpty)
        let bytes = try await sheet("2026-09-01", "2026-09-30").workbook()
        #expect(bytes.starts(with: [0x50, 0x4B]))
        #expect(PublicitySheet.tenThousands(.init(fen: 11_500_000)) == "11.5")
        #expect(PublicitySheet.tenThousands(.init(fen: 1)) == "0.000001")
    }

    @Test("The field sheet says of every value where it comes from, and shows of people what its reader may see")
    func fields() async throws {
        let (fixture, matter) = try await decided()
        let file = try await fixture.file(of: matter)
        let full = FieldSheet(file) { $0 }
        #expect(full.fields.allSatisfy { !$0.origin.isEmpty && !$0.value.isEmpty })
        #expect(full.fields.contains { $0.name == "违法行为代码" && $0.value == "WAT-02" })
        #expect(full.fields.contains { $0.value == "王小明" })
        let masked = FieldSheet(file) { _ in "*" }
        #expect(!masked.fields.contains { $0.value == "王小明" })
        #expect(try full.workbook().starts(with: [0x50, 0x4B]))
    }
}
