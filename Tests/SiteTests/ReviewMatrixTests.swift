import Accounts
import Documents
import Foundation
import Hummingbird
import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Site

struct ReviewMatrixTests {
    private static let matrix = "/review/matrix?day=2026-11-21&item=pm10"
    private static let spike = "pm10@7@905|N@@A1"

    private static func form(
        _ decision: String, cells: [String] = [spike], reason: String = "jump", more: [(String, String)] = []
    ) -> [(String, String)] {
        [
            ("token", SiteFixture.token.text), ("day", "2026-11-21"), ("item", "pm10"), ("station", ""),
            ("at", "pm10@8@A1"), ("decision", decision), ("reason", reason), ("reviewer", "审核员甲"),
        ] + cells.map { ("cell", $0) } + more
    }

    @Test func `a rejected value is out of the day, hatched and said, and can be undone`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let before = try await site.get("/evidence/air-day/A1/pm10/2026-11-21")
            let page = try await site.get(Self.matrix)
            #expect(page.text.contains("value=\"\(Self.spike)\"") && page.text.contains("there query"))
            #expect(page.text.contains("<i aria-hidden=\"true\">?</i>"), "not by colour alone")
            let answer = try await site.post("/review/matrix", Self.form("reject"))
            #expect(answer.status == 303)
            let location = try #require(answer.headers[.location])
            #expect(location.contains("at=pm10%408%40A1"), "the eye goes on to the next hour")
            let after = try await site.get(location)
            #expect(after.text.contains("剔除已记入台账第") && after.text.contains("there rejected"))
            #expect(after.text.contains("<b aria-hidden=\"true\">初</b>"))
            #expect(after.text.contains("剔除：数值突变，邻站无同步变化（审核员甲）"))
            let trace = try await site.get("/evidence/air-day/A1/pm10/2026-11-21")
            #expect(trace.text.contains("审核剔除：数值突变") && trace.text != before.text)
            let hour = try await site.get("/air/stations/A1/hours/2026-11-21/7")
            #expect(hour.text.contains("905"), "the raw value stays")
            let sequence = try #require(location.split(separator: "recorded=").last.map(String.init))
            let undoing = Self.form("undo", cells: ["pm10@7@905|N@\(sequence)@A1"])
            #expect(try await site.post("/review/matrix", undoing).status == 303)
            let again = try await site.get("/evidence/air-day/A1/pm10/2026-11-21")
            #expect(!again.text.contains("审核剔除"))
        }
    }

    @Test func `one reason decides many values, one record a station`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let page = try await site.get(Self.matrix).text
            let cells = page.components(separatedBy: "name=\"cell\" value=\"").dropFirst().map {
                String($0.prefix { $0 != "\"" })
            }
            #expect(cells.count > 50)
            #expect(!cells.contains { $0.hasSuffix("@N1") }, "a national station takes no decision here")
            let answer = try await site.post("/review/matrix", Self.form("accept", cells: Array(cells.prefix(30))))
            #expect(answer.status == 303)
            let log = try await site.get("/air/reviews?from=2026-11-21&to=2026-11-21")
            #expect(log.text.contains("共 2 条：认可 2 条"), "24 hours of the first station, 6 of the second")
        }
    }

    private static let refusals: [(form: [(String, String)], words: String)] = [
        (form("reject", cells: []), "没有选择数值"), (form(""), "没有选择决定"), (form("reject", reason: ""), "须写明理由"),
        (form("reject", reason: "fault"), "运维/校准记录编号"), (form("doubt", reason: "other"), "须写明说明"),
        (form("undo"), "没有可撤销的决定"), (form("accept", cells: ["pm10@7@1|N@@A1"]), "刚收到新的数值"),
        (form("accept", cells: ["pm10@7@905|N@@N1"]), "由上级审核"), (form("accept", cells: ["x"]), "无法识别"),
        (form("enter", more: [("value", "x"), ("note", "报告")]), "手工值须是"),
    ]

    @Test(arguments: refusals.indices)
    func `a decision that lacks something is refused on the same page and kept in the form`(index: Int) async throws {
        let refusal = Self.refusals[index]
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.post("/review/matrix", refusal.form)
            #expect(answer.status == 422)
            #expect(answer.text.contains(refusal.words), "lacks \(refusal.words)")
            #expect(answer.text.contains("role=\"alert\""))
        }
    }

    @Test func `what waits is ordered by what would change in what is published`() async throws {
        let bureau = try await SiteFixture.bureau()
        let catalog = bureau.catalog
        let entries = try await bureau.book.database.read { connection in
            let context = try PageContext(
                SiteFixture.services(bureau), in: connection, assetVersion: "")
            let sheet = try AirDaySheet(SiteFixture.day, in: context)
            return try ReviewQueue.entries(
                sheet.findings, of: sheet.stations, on: SiteFixture.day, catalog: catalog, in: connection)
        }
        #expect(entries.count > 1)
        for (first, second) in zip(entries, entries.dropFirst()) {
            #expect(!first.effect.weight.lexicographicallyPrecedes(second.effect.weight))
        }
        let order = entries.map(\.finding).map { "\($0.station) \($0.first.rule.id)" }
        #expect(order.first == "A3 air.restart", "with one hour less A3 has no day, and the district none")
        let spike = try #require(order.firstIndex(of: "A1 air.spike"))
        let inversion = try #require(order.firstIndex(of: "A2 air.inverted"))
        #expect(spike < inversion, "the spike moves the district, the inversion does not")
    }

    @Test func `a day is reviewed by one, signed by another, locked, and opened again only with a reason`() async throws
    {
        let bureau = try await SiteFixture.bureau()
        func site(_ person: String, _ body: @escaping @Sendable (SiteClient) async throws -> Void) async throws {
            try await SiteFixture.test(try SiteFixture.services(bureau, operator: person), body)
        }
        @Sendable func step(_ step: String, why: String = "") -> [(String, String)] {
            [
                ("token", SiteFixture.token.text), ("day", "2026-11-21"), ("item", "pm10"), ("station", ""),
                ("step", step), ("of", "A1"), ("of", "A2"), ("reviewer", "某人"), ("why", why),
            ]
        }
        try await site("jia") { site in
            #expect(try await site.post("/review/steps", step("reviewed")).status == 303)
            let refused = try await site.post("/review/steps", step("signed"))
            #expect(refused.status == 422 && refused.text.contains("须由没有参加本日初审的第二人办理"))
        }
        try await site("yi") { site in
            #expect(try await site.post("/review/steps", step("signed")).status == 303)
            #expect(try await site.post("/review/steps", step("locked")).status == 303)
            let page = try await site.get(Self.matrix).text
            #expect(page.contains("复审") && page.contains("已审核定稿"))
            let refused = try await site.post("/review/matrix", Self.form("reject"))
            #expect(refused.status == 422 && refused.text.contains("已审核定稿，不再接受决定"))
            let hour = try await site.get("/air/stations/A1/hours/2026-11-21/7")
            #expect(!hour.text.contains("<form class=\"review\""))
            #expect(try await site.post("/review/steps", step("unlocked")).status == 422)
            #expect(try await site.post("/review/steps", step("unlocked", why: "复核发现突变")).status == 303)
            #expect(try await site.post("/review/matrix", Self.form("reject")).status == 303)
        }
    }

    @Test func `the printed sheet holds every decision with what was seen and why`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            _ = try await site.post("/review/matrix", Self.form("reject"))
            let answer = try await site.get("/review/sheet.docx?day=2026-11-21")
            #expect(answer.status == 200)
            let text = "\(try DocxReader().read(answer.bytes))"
            for word in ["空气自动监测数据审核记录表", "905", "剔除", "数值突变，邻站无同步变化", "审核员甲", "审核剔除 1"] {
                #expect(text.contains(word), "\(word)")
            }
        }
    }
}
