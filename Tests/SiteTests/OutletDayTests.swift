import Casework
import Dossier
import Foundation
import Hummingbird
import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// Hours of a polluter's monitor: shown with what the enterprise said of them, accepted or doubted, and made a lead.
struct OutletDayTests {
    private static let page = "/outlets/day?day=2026-11-21&channel=DA001%7Cnox"
    private static let form = [
        ("token", SiteFixture.token.text), ("day", "2026-11-21"), ("channel", "DA001|nox"), ("reviewer", "审核员甲"),
    ]

    /// The value of the box of an hour.
    private static func cell(_ hour: Int, _ value: String, standing: Int64 = 0) -> (String, String) {
        let start = Instant(beijing: SiteFixture.day, hour: hour - 1).secondsSince1970
        return ("cell", "\(start)~\(standing)~\(value)|N")
    }

    private static func take(_ text: String, into bureau: TestBureau) async throws {
        _ = try await OutletMarkImport.run(
            Array(text.utf8), fileName: "导出.csv", by: SiteFixture.actor, into: bureau.book)
    }

    @Test func `marks and replacement values stand beside the raw value with who and when`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await Self.take(
            """
            排放口编号,监测项目,标记类型,标记内容,开始时间,结束时间,标记时间,标记人
            DA001,氮氧化物,自动监测异常,,2026-11-21 13:00,2026-11-21 15:00,2026-11-21 18:00,企业张三
            """, into: bureau)
        try await Self.take(
            """
            排放口编号,监测项目,数据时间,替代值,替代方式,填报时间,填报人
            DA001,氮氧化物,2026-11-21 13:00,33.5,最大值,2026-11-21 18:30,企业李四
            """, into: bureau)
        try await SiteFixture.test(bureau) { site in
            let page = try await site.get(Self.page)
            for words in ["68.13", "33.5", "企业张三", "企业李四 11-21 18:30", "自动监测异常", "仅供核算总量"] {
                #expect(page.text.contains(words), "\(words)")
            }
            // The lead says so too; whether an hour is beyond its limit is not for the enterprise to say.
            let lead = try await site.get("/leads/DA001/2026-11-21")
            #expect(lead.text.contains("自动监测异常") && lead.text.contains("68.13"))
        }
    }

    @Test func `doubted hours are listed as a lead and become a matter with the hours as evidence, once`() async throws
    {
        let bureau = try await SiteFixture.bureau()
        _ = try await CaseFilePageTests.matter(in: bureau, roles: ["monitoring-reviewer", "legal"])
        try await SiteFixture.test(bureau) { site in
            let doubt = Self.form + [("act", "doubted"), ("reason", "flat")]
            let done = try await site.post("/outlets/day", doubt + [Self.cell(14, "68.13"), Self.cell(15, "68.14")])
            #expect(done.status == 303)
            let page = try await site.get(Self.page)
            for words in ["存疑：数值长时间不变（审核员甲）", "CY-20261121-DA001", "立为非现场监管线索"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(try await site.get("/leads").text.contains("氮氧化物 14—15时存疑"))
            let opened = try await site.post("/outlets/day", Self.form + [("act", "lead")])
            #expect(opened.status == 303)
            let location = try #require(opened.headers[.location])
            let matter = try await site.get(location)
            #expect(matter.text.contains("数据存疑（CY-20261121-DA001）") && matter.text.contains("预警"))
            let again = try await site.post("/outlets/day", Self.form + [("act", "lead")])
            #expect(again.headers[.location].map { location.hasPrefix($0) } == true, "the same matter")
            #expect(try await site.get("/leads").text.contains("预警"))
        }
        let evidence = try await bureau.book.database.read { connection in
            let row = try DoubtLead.matter("DA001", on: SiteFixture.day, in: connection)
            return try EvidenceStore.items(of: try #require(row).id, in: connection)
        }
        #expect(evidence.map(\.title) == ["存疑小时值 CY-20261121-DA001"])
        guard case .file(let id, _, _)? = evidence.first?.content else {
            Issue.record("no file")
            return
        }
        let sheet = try FormTableProbe.texts(of: try bureau.book.archive.attachments.bytes(of: id))
        #expect(sheet.contains("68.13") && sheet.contains("68.14") && !sheet.contains("68.15"))
        #expect(sheet.contains("数值长时间不变"))
    }

    @Test func `what cannot be recorded is refused with what to do`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let refused: [([(String, String)], String)] = [
                (Self.form + [("act", "doubted"), ("reason", "flat")], "没有选择时段"),
                (Self.form + [("act", "doubted"), Self.cell(14, "68.13")], "存疑须选择理由"),
                (Self.form + [("act", "accepted"), Self.cell(14, "1")], "刚收到新的数值"),
                (Self.form + [("act", "undone"), Self.cell(14, "68.13")], "没有可撤销的决定"),
                (Self.form + [("act", "rejected"), Self.cell(14, "68.13")], "没有记入"),
                (Self.form + [("act", "lead")], "没有存疑的小时"),
            ]
            for (form, words) in refused {
                let answer = try await site.post("/outlets/day", form)
                #expect(answer.status == 422 && answer.text.contains(words), "lacks \(words)")
            }
        }
    }
}
