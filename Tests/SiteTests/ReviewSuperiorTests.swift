import Hummingbird
import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Site

struct ReviewSuperiorTests {
    private static let page = "/review/superior"

    private static func form(_ act: String, station: String = "N1", _ more: [(String, String)]) -> [(String, String)] {
        [
            ("token", SiteFixture.token.text), ("act", act), ("station", station), ("day", "2026-11-21"),
            ("reviewer", "审核员甲"),
        ] + more
    }

    private static let question = [
        ("hours", "7—8"), ("item.pm10", "yes"), ("item.pm25", "yes"), ("addressee", "市生态环境监测中心"),
        ("text", "突跳，请核实"),
    ]

    private static func attached(to station: String, in bureau: TestBureau) async throws -> Int64 {
        let kind = try #require(try SourceKinds(bureau.catalog, on: SiteFixture.day).kind("station"))
        let bytes = Array("%PDF-1.4\n%%EOF\n".utf8)
        return try await bureau.book.record(
            SourceAttachmentActions.attach(
                try bureau.book.archive.attachments.store(bytes), form: .pdf, size: bytes.count, named: "核定通知.pdf",
                note: "", to: station, kind, by: SiteFixture.actor)
        ).sequence
    }

    @Test(arguments: [
        ("7—9、12", [7, 8, 9, 12]), ("3", [3]), ("1至2,24", [1, 2, 24]), ("0", []), ("25", []), ("9—7", []), ("七", []),
        ("", []), ("1-2-3", []),
    ])
    func `hours are read as people write them, or not at all`(text: String, hours: [Int]) {
        #expect(ReviewSuperiorAttempt.hours(text) == hours)
    }

    @Test func `a question, its reply and the notified result stand on the page, and the result counts`() async throws {
        let bureau = try await SiteFixture.bureau()
        let file = try await Self.attached(to: "N1", in: bureau)
        try await SiteFixture.test(bureau) { site in
            let asked = try await site.post(Self.page, Self.form("ask", Self.question))
            #expect(asked.status == 303)
            let location = try #require(asked.headers[.location])
            let sequence = try #require(location.split(separator: "recorded=").last.map(String.init))
            let page = try await site.get(location)
            #expect(page.text.contains("疑问反馈已记入台账第 \(sequence) 条") && page.text.contains("未答复"))
            let reply = [
                ("question", sequence), ("issuer", "市生态环境监测中心"), ("document", ""), ("date", "2026-11-22"),
                ("text", "该时次无效"),
            ]
            #expect(try await site.post(Self.page, Self.form("answer", reply)).status == 303)
            let ruling = [
                ("hours", "7"), ("item.pm25", "yes"), ("decision", "rejected"), ("issuer", "市生态环境监测中心"),
                ("document", "监测函〔2026〕12号"), ("date", "2026-11-22"), ("attachment", "\(file)"),
                ("question", sequence),
            ]
            #expect(try await site.post(Self.page, Self.form("rule", ruling)).status == 303)
            let after = try await site.get("\(Self.page)?day=2026-11-21&station=N1")
            for words in ["该时次无效", "上级核定剔除", "监测函〔2026〕12号"] { #expect(after.text.contains(words), "\(words)") }
            let trace = try await site.get("/evidence/air-day/N1/pm25/2026-11-21")
            #expect(trace.text.contains("上级核定"))
        }
    }

    @Test func `what lacks something is refused with what to do, and kept in its form`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let refusals: [([(String, String)], String)] = [
                (Self.form("ask", station: "A1", Self.question), "由本局审核"),
                (Self.form("ask", Self.question.filter { $0.0 != "hours" }), "没有选择数值"),
                (Self.form("answer", [("question", "1"), ("date", "2026-11-22"), ("text", "是")]), "没有找到对应的疑问反馈"),
                (Self.form("answer", []), "没有填好"),
                (
                    Self.form(
                        "rule",
                        [
                            ("hours", "7"), ("item.pm25", "yes"), ("decision", "rejected"), ("issuer", "市中心"),
                            ("document", "1号"), ("date", "2026-11-22"), ("attachment", ""),
                        ]), "附在站点的一源一档里"
                ),
            ]
            for (form, words) in refusals {
                let answer = try await site.post(Self.page, form)
                #expect(answer.status == 422)
                #expect(answer.text.contains(words), "lacks \(words)")
            }
        }
    }
}
