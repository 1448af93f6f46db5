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

/// The page on which a district applies for the deduction of dust and registers what the superior decided.
struct ExceptionPageTests {
    private static let page = "/review/exceptions"
    private static let who = [("token", SiteFixture.token.text), ("reviewer", "审核员甲")]
    private static let extent =
        [("from", "2026-11-21"), ("item.pm10", "yes"), ("item.pm25", "yes")]
        + SiteFixture.stations.map { ("station.\($0)", "yes") }

    @Test func `an application waits, an approval with its paper takes effect, and both values are shown`() async throws
    {
        let bureau = try await SiteFixture.bureau()
        let kind = try #require(try SourceKinds(bureau.catalog, on: SiteFixture.day).kind("station"))
        let bytes = Array("%PDF-1.4\n%%EOF\n".utf8)
        let file = try await bureau.book.record(
            SourceAttachmentActions.attach(
                try bureau.book.archive.attachments.store(bytes), form: .pdf, size: bytes.count, named: "批复.pdf",
                note: "", to: "A1", kind, by: SiteFixture.actor)
        ).sequence
        try await SiteFixture.test(bureau) { site in
            let apply = Self.who + [("act", "apply"), ("kind", "dust"), ("reason", "北方沙尘输送")] + Self.extent
            #expect(try await site.post(Self.page, apply).status == 303)
            #expect(try await site.get(Self.page).text.contains("待批复，不作扣除"))
            let id = try await bureau.book.database.read { connection in
                try AirExceptionStore.exceptions(in: connection).first?.id
            }
            let decide =
                Self.who + [
                    ("act", "decide"), ("exception", try #require(id)), ("verdict", "approved"),
                    ("issuer", "市生态环境局"), ("document", "监测函〔2026〕9号"), ("date", "2026-11-22"),
                ] + Self.extent
            let unproved = try await site.post(Self.page, decide)
            #expect(unproved.status == 422 && unproved.text.contains("没有找到批复文件"))
            let figure = "/figures/air.year.value?date=2026-11-21&place=district&item=pm10"
            let before = try await site.get(figure)
            #expect(!before.text.contains("NA"))
            #expect(try await site.post(Self.page, decide + [("attachment", "A1|\(file)")]).status == 303)
            let page = try await site.get(Self.page)
            for words in ["批准：2026-11-21", "监测函〔2026〕9号", "剔除沙尘", "按实况计"] {
                #expect(page.text.contains(words), "\(words)")
            }
            // The only day of the year is out of the mean, and stays in the measured one.
            let after = try await site.get(figure)
            #expect(after.text.contains("NA"))
            let measured = try await site.get("/figures/air.year.measured?date=2026-11-21&place=district&item=pm10")
            #expect(!measured.text.contains("NA"))
        }
    }

    @Test func `what is not filled in is refused with what to do`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let apply = Self.who + [("act", "apply"), ("kind", "dust"), ("reason", "沙尘")]
            let refused: [([(String, String)], String)] = [
                (apply, "没有填好"),
                (apply + [("from", "2026-11-21")], "没有选择项目"),
                (apply + [("from", "2026-11-21"), ("item.pm10", "yes")], "没有选择站点"),
                (apply + [("from", "2026-11-22"), ("item.pm10", "yes"), ("station.A1", "yes")], "还没有结束"),
                (Self.who + [("act", "decide"), ("verdict", "refused"), ("date", "2026-11-22")], "没有找到对应的申请"),
            ]
            for (form, words) in refused {
                let answer = try await site.post(Self.page, form)
                #expect(answer.status == 422 && answer.text.contains(words), "lacks \(words)")
            }
        }
    }
}
