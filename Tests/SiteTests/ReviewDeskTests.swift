import Hummingbird
import Monitoring
import Standards
import TestKit
import Testing

@testable import Site

/// What stands around the review of a day: records of contractors, requests, the roster.
struct ReviewDeskTests {
    private static func service(_ act: String, _ more: [(String, String)]) -> [(String, String)] {
        [("token", SiteFixture.token.text), ("act", act), ("reviewer", "审核员甲")] + more
    }

    private static let record = [
        ("station", "A1"), ("number", "YW-2026-1"), ("work", "repair"), ("time", "2026-11-21 06:10—07:30"),
        ("company", "运维公司"), ("technician", "张工"), ("item.pm10", "yes"), ("checks", "PM10 零点 1.5"), ("note", "更换纸带"),
    ]

    @Test(arguments: [
        ("2026-11-20 09:10—10:40", 5_400), ("2026-11-20 23:30 至 2026-11-21 00:30", 3_600),
        ("2026-11-20 9:00~24:00", 54_000),
        ("2026-11-20 10:00—09:00", nil), ("9:00—10:00", nil), ("2026-11-20 9:00", nil), ("2026-11-20 25:00—26:00", nil),
    ])
    func `a span is read as people write it, or not at all`(text: String, seconds: Int?) {
        let span = ReviewServiceAttempt.span(text)
        #expect(span.map { Int($0.lowerBound.seconds(until: $0.upperBound)) } == seconds)
    }

    @Test func `checks are read line by line, and one that cannot be read is no check`() {
        let checks = ReviewServiceAttempt.checks("O3 跨度 -3.2\n\nPM2.5，零点，1\n")
        #expect(checks?.map(\.item) == ["o3", "pm25"] && checks?.map(\.error.description) == ["-3.2", "1"])
        #expect(ReviewServiceAttempt.checks("O3 跨度") == nil)
        #expect(ReviewServiceAttempt.checks("臭氧 跨度 1") == nil)
    }

    @Test func `a rejection for a fault cites a record that is there and about those hours`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            func reject(_ citation: String, cell: String = "pm10@7@905|N@@A1") -> [(String, String)] {
                [
                    ("token", SiteFixture.token.text), ("day", "2026-11-21"), ("item", "pm10"), ("station", ""),
                    ("at", "pm10@8@A1"), ("decision", "reject"), ("reason", "fault"), ("citation", citation),
                    ("reviewer", "审核员甲"), ("cell", cell),
                ]
            }
            let unknown = try await site.post("/review/matrix", reject("YW-2026-1"))
            #expect(unknown.status == 422 && unknown.text.contains("站点没有编号为 YW-2026-1 的运维/校准记录"))
            let entered = try await site.post("/review/service", Self.service("record", Self.record))
            #expect(entered.status == 303)
            let page = try await site.get("/review/service?month=2026-11")
            #expect(page.text.contains("YW-2026-1") && page.text.contains("PM₁₀ 零点误差 1.5；更换纸带"))
            #expect(try await site.post("/review/matrix", reject("YW-2026-1")).status == 303)
            let again = try await site.post("/review/service", Self.service("record", Self.record))
            #expect(again.status == 422 && again.text.contains("已有编号为 YW-2026-1 的记录"))
            #expect(again.text.contains("更换纸带"), "what was typed is still there")
        }
    }

    @Test func `a contractor's request runs until its answer is noted`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let ask = [
                ("station", "A1"), ("date", "2026-11-21"), ("hours", "7"), ("item.pm10", "yes"), ("addressee", "运维公司"),
                ("due", "24"), ("text", "核查突跳"),
            ]
            let asked = try await site.post("/review/service", Self.service("ask", ask))
            #expect(asked.status == 303)
            let sequence = try #require(asked.headers[.location]?.split(separator: "recorded=").last.map(String.init))
            let open = try await site.get("/review/service?month=2026-11").text
            #expect(open.contains("待答复，余 24 小时") && open.contains("7时 PM₁₀"))
            let answer = [
                ("question", "\(sequence)@A1"), ("issuer", "运维公司"), ("document", "YW-2026-1"), ("date", "2026-11-22"),
                ("text", "已更换纸带"),
            ]
            #expect(try await site.post("/review/service", Self.service("answer", answer)).status == 303)
            let done = try await site.get("/review/service?month=2026-11").text
            #expect(done.contains("按时答复，用时 0 小时") && done.contains("已更换纸带（YW-2026-1）"))
            let month = try await site.get("/review/contractors?month=2026-11").text
            #expect(month.contains("0 小时 0 分"))
        }
    }

    @Test func `a day shows who is on duty, by when it is due, and that it is late`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let roster = [
                ("token", SiteFixture.token.text), ("from", "2026-11-21"), ("to", "2026-11-22"), ("main", "甲"),
                ("substitute", "乙"), ("reviewer", "审核员甲"),
            ]
            #expect(try await site.post("/review/duty", roster).status == 303)
            let page = try await site.get("/review/duty?month=2026-11").text
            // 21 November 2026 is a Saturday: its review is due on Monday, its report on Sunday at noon.
            #expect(page.contains("11-23 12:00（补审）") && page.contains("待办，余 27 小时") && page.contains("待办，余 3 小时"))
            #expect(page.contains("未排班") && page.contains("逾期"))
            let same = roster.map { $0.0 == "substitute" ? ("substitute", "甲") : $0 }
            let refused = try await site.post("/review/duty", same)
            #expect(refused.status == 422 && refused.text.contains("A、B 角不能是同一人"))
        }
    }
}
