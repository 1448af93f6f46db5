import Records
import Reporting
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// The pages of drafts, as somebody without an account and as nobody's guess sees them.
struct DraftPageTests {
    @Test func `the page of a draft shows slots, sections with who is late, relations and the text`() async throws {
        let house = try await DraftBureau()
        try await house.enter("training", ["day": "2025-05-06", "topic": "行政处罚法", "people": "213"])
        let id = try await house.drafted()
        house.bureau.clock.advance(seconds: 5 * 86_400)
        try await SiteFixture.test(house.bureau) { client in
            let page = try await client.get("/drafts/\(id)")
            #expect(page.status == 200)
            for word in [
                "法治政府建设年度报告（2025年）", "没有以本局人员的账户登录，只能查看", "数据确认截止 2026-11-25", "逾期未确认（截止 2026-11-25）：姓dadui",
                "报送：2026-03-01 前", "已逾期", "数据之间的关系", "按种类的处罚决定数合计等于处罚决定数", "参训", "210余", "督察信访科",
            ] { #expect(page.text.contains(word), "lacks \(word)") }
            #expect(!page.text.contains("待补：引言"))
            let list = try await client.get("/drafts")
            #expect(list.text.contains("/drafts/\(id)"))
            #expect(try await client.get("/drafts/\(id)/confirmation.docx").status == 200)
            #expect(try await client.get("/reports/rule-of-law-yearly/2025").text.contains("在“拟稿”页面办理"))
            #expect(try await client.get("/drafts/none").status == 404)
            let refused = try await client.post(
                "/drafts/\(id)", [("token", SiteFixture.token.text), ("deed", "送核"), ("seen", "1")])
            #expect([422, 403].contains(refused.status))
        }
    }

    @Test func `a document that waits for a capability is listed as not enabled and cannot be drafted`() async throws {
        let house = try await DraftBureau()
        try await SiteFixture.test(house.bureau) { client in
            let page = try await client.get("/drafts")
            #expect(page.text.contains("未启用：等待"))
        }
        let legal = house.actor("fagui")
        let day = try #require(CivilDate("2026-10-01"))
        #expect(
            try await house.refusal {
                _ = try await house.desk.open("noise-quarterly", on: day, confirmBy: day, by: legal)
            } == .waiting)
        #expect(
            try await house.refusal {
                _ = try await house.desk.open("air-daily", on: day, confirmBy: day, by: legal)
            } == .noWay)
        let thisYear = try #require(CivilDate("2026-12-31"))
        #expect(
            try await house.refusal {
                _ = try await house.desk.open(DraftBureau.document, on: thisYear, confirmBy: thisYear, by: legal)
            } == .periodOpen)
    }
}
