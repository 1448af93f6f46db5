import Hummingbird
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Monitoring
@testable import Site

/// Alerts from finding to statistics, through the pages.
struct AlertFlowTests {
    private static let token = ("token", SiteFixture.token.text)

    @Test func `a day is surveyed, an alert given to a person and closed, and the month counts it`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            #expect(try await site.get("/alerts").text.contains("没有符合条件的预警"))
            let surveyed = try await site.post("/alerts", [Self.token, ("act", "survey"), ("day", "2026-11-21")])
            #expect(surveyed.status == 303 || surveyed.status == 302)
            let list = try await site.get("/alerts").text
            // The outlet's hours over its limit, and A3 without rows from 10时 to 13时.
            #expect(list.contains("氮氧化物 4 小时超过限值 50"))
            #expect(list.contains("A3站 断数（11-21）"))
            let open = try await bureau.book.database.read { try AlertStore.open(in: $0) }
            let alert = try #require(open.first { $0.identity.object == "DA001" })
            let again = try await site.post("/alerts", [Self.token, ("act", "survey"), ("day", "2026-11-21")])
            #expect(again.headers[.location] == "/alerts?recorded=0")
            let refused = try await site.post(
                "/alerts", [Self.token, ("act", "assign"), ("reviewer", "甲"), ("person", "乙")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("没有选择预警"))
            _ = try await site.post(
                "/alerts",
                [Self.token, ("act", "assign"), ("alert", alert.id), ("reviewer", "甲"), ("person", "乙")])
            let page = try await site.get("/alerts/\(alert.id)").text
            #expect(page.contains("处理中") && page.contains(alert.identity.digest) && page.contains("派发"))
            _ = try await site.post(
                "/alerts",
                [
                    Self.token, ("act", "close"), ("alert", alert.id), ("reviewer", "乙"), ("outcome", "real"),
                    ("note", "现场核实超标"),
                ])
            #expect(try await site.get("/alerts/\(alert.id)").text.contains("现场核实超标"))
            #expect(try await site.get("/alerts?show=closed").text.contains("属实"))
            let missed = try await site.post(
                "/alerts",
                [
                    Self.token, ("act", "miss"), ("about", "exceedance"), ("object", "A1"), ("day", "2026-11-21"),
                    ("reviewer", "甲"), ("note", "群众反映异味"),
                ])
            #expect(missed.status == 303 || missed.status == 302)
            let statistics = try await site.get("/alerts/statistics?month=2026-11").text
            // One decided, one real: Wilson gives 20.7 % to 100 %.
            #expect(statistics.contains("100.0% [20.7%, 100.0%]"))
            #expect(statistics.contains("群众反映异味"))
            let csv = try await site.get("/alerts.csv?show=all").text
            #expect(csv.contains(alert.id) && csv.contains("现场核实超标"))
        }
    }

    @Test func `a form from elsewhere, and alerts that are not there, are refused in words`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            #expect(try await site.post("/alerts", [("act", "survey"), ("day", "2026-11-21")]).status >= 400)
            let unknown = try await site.post(
                "/alerts",
                [Self.token, ("act", "assign"), ("alert", "0000"), ("reviewer", "甲"), ("person", "乙")])
            #expect(unknown.text.contains("没有编号为 0000 的预警"))
            #expect(try await site.get("/alerts/0000").status == 404)
            #expect(try await site.get("/alerts?kind=nothing").status == 400)
        }
    }
}
