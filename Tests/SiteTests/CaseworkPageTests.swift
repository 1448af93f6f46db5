import Accounts
import Casework
import Catalog
import Dossier
import Foundation
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// Pages of casework: the nearest deadline stands where one looks first, and what cannot be done says why.
struct CaseworkPageTests {
    private static let title = "示例水务有限公司超标排放案"

    /// A matter kept on paper until now: filed on 1 September 2026, 90 days and 30 more, stopped for a hearing.
    private static func matter(in bureau: TestBureau) async throws -> MatterID {
        let desk = MatterDesk(bureau.book)
        var opening = MatterOpening(procedure: "PEN-GENERAL", version: try #require(CivilDate("2023-07-01" as String)))
        opening.origin = .imported
        opening.state = "已立案"
        var clock = CarriedClock(
            clock: "办案期限", origin: nil, started: try #require(Instant("2026-09-01T09:00:00+08:00" as String)),
            countsFrom: try #require(CivilDate("2026-09-01" as String)))
        clock.pauses = [
            ClockRest(
                ground: "鉴定", from: try #require(Instant("2026-10-10T09:00:00+08:00" as String)),
                to: Instant("2026-10-20T09:00:00+08:00"), person: "")
        ]
        opening.carried = [clock]
        var past = PastStep(day: try #require(CivilDate("2026-09-01" as String)), action: "立案", words: "立案审批表")
        past.papers = ["立案审批表"]
        opening.past = [past]
        var order = MatterOrder(
            .opened(opening), of: desk.mintedID(), at: try #require(Instant("2026-09-01T09:00:00+08:00" as String)),
            after: nil)
        order.title = Self.title
        order.backfill = Backfill(reason: "上线前在办", papers: ["纸质案卷"])
        try await desk.carryOut(order, by: SiteFixture.actor)
        return order.matter
    }

    @Test func `lists and boards show a matter with its nearest deadline, and find it by its title`() async throws {
        let bureau = try await SiteFixture.bureau()
        let id = try await Self.matter(in: bureau)
        try await SiteFixture.test(bureau) { site in
            for path in ["/matters", "/matters?q=%E6%B0%B4%E5%8A%A1", "/matters?view=board&procedure=PEN-GENERAL"] {
                let page = try await site.get(path)
                #expect(page.status == 200, "\(path)")
                for word in [Self.title, "办案期限：还有", "2026-12-10 届满", SiteURL.matter(id).path] {
                    #expect(page.text.contains(word), "\(path) lacks \(word)")
                }
            }
            #expect(!(try await site.get("/matters?q=%25").text.contains(Self.title)))
            #expect(!(try await site.get("/matters?show=ended").text.contains(Self.title)))
        }
    }

    @Test func `the page of a matter tells clocks with their rests, what is next and on which article, and the past`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        let id = try await Self.matter(in: bureau)
        try await SiteFixture.test(bureau) { site in
            let page = try await site.get(SiteURL.matter(id).path)
            #expect(page.status == 200)
            let words = [
                "因鉴定停算：2026-10-10 至 2026-10-20", "行政处罚法第60条", "调查取证", "执法队员、执法大队长办理", "补录：上线前在办（纸质案卷）",
                "2026-09-01 立案：立案审批表", "下一步所需文书", "现场检查（勘察）笔录",
            ]
            for word in words { #expect(page.text.contains(word), "lacks \(word)") }
        }
    }

    @Test func `forms of steps, acts and papers ask for what the rules ask for`() async throws {
        let bureau = try await SiteFixture.bureau()
        let id = try await Self.matter(in: bureau).rawValue
        let pages: [(String, [String])] = [
            ("/matters/\(id)/steps/\("调查取证".addingPercents)", ["已出示证件并告知有权申请回避", "行政处罚法第42、43、55条", "去制作"]),
            ("/matters/\(id)/acts/pause", ["办案期限：听证", "只能因所列法定事由停算"]),
            ("/matters/\(id)/acts/transfer", ["移交承办", "时限不变"]),
            ("/matters/\(id)/papers/new?document=\("现场检查（勘察）笔录".addingPercents)", ["尚缺的要素", "检查开始时间", "来自格式文句"]),
            ("/matters/\(id)/papers", ["案卷目录", "还没有文书"]), ("/matters/\(id)/score", ["案卷评查", "重大问题", "待人判定"]),
            ("/matters/new", ["立办件", "行政处罚普通程序", "补录"]),
            ("/work", ["我的工作", "没有等您办的事"]),
        ]
        try await SiteFixture.test(bureau) { site in
            for (path, words) in pages {
                let page = try await site.get(path)
                #expect(page.status == 200, "\(path)")
                for word in words { #expect(page.text.contains(word), "\(path) lacks \(word)") }
            }
            for path in [
                "/matters/none", "/matters/\(id)/acts/none", "/matters/\(id)/papers/none", "/matters/\(id)/steps/none",
            ] {
                #expect(try await site.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test func `a procedure that there is not is refused on the form, which keeps what was typed`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let fields = [("token", SiteFixture.token.text), ("procedure", "NONE"), ("title", "某案")]
            let answer = try await site.post("/matters/new", fields)
            #expect(answer.status == 422)
            #expect(answer.text.contains("NONE") && answer.text.contains("某案"))
        }
    }
}
