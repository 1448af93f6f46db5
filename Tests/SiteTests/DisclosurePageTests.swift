import Accounts
import Casework
import Foundation
import Hummingbird
import Law
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier
@testable import Site

/// What the public is told of decisions, and the desk of legal review.
struct DisclosurePageTests {
    private static let token = ("token", SiteFixture.token.text)

    /// A matter brought in from elsewhere, with a citizen as its party and a charge that names him.
    private static func decided(_ bureau: TestBureau) async throws -> MatterID {
        let day = try #require(CivilDate("2026-11-16"))
        let id = try await MatterDesk(bureau.book).open("PEN-GENERAL", title: "移入的案件", by: SiteFixture.actor) {
            opening in
            opening.origin = .imported
            opening.state = "已决定"
            opening.past = [PastStep(day: day, action: "作出处罚决定", words: "作出处罚决定")]
            opening.facts["罚款数额"] = .money(30_000_000)
        }
        let desk = CaseFileDesk(bureau.book)
        var party = Party(kind: .citizen, name: "王小明", address: "某路一号院", telephone: "13800000000")
        party.id = desk.mintedID()
        try await desk.state(party, of: id, after: nil, by: SiteFixture.actor)
        let charge = Charge(
            id: desk.mintedID(), violation: "WAT-02",
            conduct: try .init(
                start: try #require(CivilDate("2026-08-20")), end: try #require(CivilDate("2026-08-21"))),
            facts: "王小明在某路一号院私设暗管")
        try await desk.state(charge, of: id, after: nil, by: SiteFixture.actor)
        return id
    }

    @Test func `a decision is previewed, disclosed, seen by everybody without facts about people, and taken back`()
        async throws
    {
        let (bureau, _) = try await CaseFilePageTests.bureau()
        let matter = try await Self.decided(bureau)
        let path = "/matters/\(matter.rawValue)/disclosure"
        try await SiteFixture.test(bureau) { site in
            let before = try await site.get(path)
            for words in ["行政处罚决定书", "未公开", "公开文字：", "王某某"] { #expect(before.text.contains(words), "\(words)") }
            let fields = [
                Self.token, ("document", "行政处罚决定书"), ("act", "publication"), ("day", "2026-11-20"),
                ("number", "某环罚〔2026〕1号"), ("address", "https://example.invalid/1"),
            ]
            let picture = Array("%PDF-1.4\n".utf8)
            let nowhere = try await site.upload(path, fields, file: picture, name: "截图.pdf")
            #expect(nowhere.status == 422 && nowhere.text.contains("公开的网站或者平台"))
            let done = try await site.upload(path, fields + [("place", "局网站")], file: picture, name: "截图.pdf")
            #expect(done.status == 303)
            let told = try await site.get("/public/penalties")
            for words in ["某环罚〔2026〕1号", "王某某", "罚款30万元", "在***私设暗管"] {
                #expect(told.text.contains(words), "\(words)")
            }
            for fact in ["王小明", "13800000000", "某路一号院"] { #expect(!told.text.contains(fact), "\(fact)") }
            #expect(told.bytes.count < 500_000)
            let sheet = try await site.get("/matters/publicity.xlsx?from=2026-11-01&to=2026-11-30")
            #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4B]))
            #expect(try await site.get("/matters/publicity.xlsx?from=2026-12-01&to=2026-11-30").status == 400)
            let fieldSheet = try await site.get("/matters/\(matter.rawValue)/fields.xlsx")
            #expect(fieldSheet.status == 200 && fieldSheet.bytes.starts(with: [0x50, 0x4B]))
            let catalog = bureau.catalog
            let file = try await bureau.book.database.read {
                try CaseFileStore.file(of: matter, catalog: catalog, now: SiteFixture.now, in: $0)
            }
            let line = try #require(file?.disclosures.first)
            let back = [Self.token, ("act", "withdrawal"), ("item", line.id), ("day", "2026-11-21")]
            #expect(try await site.post(path, back).status == 422)
            #expect(try await site.post(path, back + [("reason", "决定被撤销")]).status == 303)
            #expect(try await site.get("/public/penalties").text.contains("没有公开的决定"))
            #expect(try await site.get(path).text.contains("决定被撤销"))
        }
    }

    @Test func `the desk of legal review shows who waits, and takes in opinions of counsel`() async throws {
        let (bureau, _) = try await CaseFilePageTests.bureau()
        _ = try await Self.decided(bureau)
        let waiting = try await MatterDesk(bureau.book).open("PEN-GENERAL", title: "待审的案件", by: SiteFixture.actor) {
            $0.origin = .imported
            $0.state = "法制审核"
        }
        try await SiteFixture.test(bureau) { site in
            let page = try await site.get("/matters/reviews")
            for words in ["待审 1 件", "待审的案件", "0 / 1 件", "没有登记有效的法律职业资格"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let fields = [
                Self.token, ("matter", waiting.rawValue), ("adviser", "公职律师"), ("name", "钱某某"), ("day", "2026-11-21"),
                ("words", "建议补充送达证据"), ("adopted", "yes"),
            ]
            let silent = try await site.post("/matters/reviews", fields)
            #expect(silent.status == 422 && silent.text.contains("建议补充送达证据"))
            #expect(try await site.post("/matters/reviews", fields + [("reason", "缺签收")]).status == 303)
            let after = try await site.get("/matters/reviews")
            #expect(after.text.contains("意见 1 条，采纳 1 条"))
        }
    }
}
