import Hummingbird
import Monitoring
import Standards
import Testing

@testable import Site

struct ReviewFlowTests {
    private static let hour = "/air/stations/A1/hours/2026-11-21/7"
    private static let day = "/air/stations/A1"

    private static func form(_ changes: [String: String?] = [:]) -> [(String, String)] {
        let fields = [
            ("token", SiteFixture.token.text), ("date", "2026-11-21"), ("hour", "2026-11-21T07"), ("item", "pm10"),
            ("item", "pm25"), ("reason", "jump"), ("note", "邻站无变化"), ("reviewer", "审核员甲"), ("decision", "doubt"),
        ]
        return fields.compactMap { name, value in
            guard let change = changes[name] else { return (name, value) }
            return change.map { (name, $0) }
        }
    }

    @Test func `存疑 is a record, shown beside the raw value and on the printable log`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.post(Self.hour, Self.form())
            #expect(answer.status == 303)
            let location = try #require(answer.headers[.location])
            let page = try await site.get(location)
            #expect(page.text.contains("存疑已记入台账第"))
            #expect(page.text.contains("存疑：数值突变，邻站无同步变化；邻站无变化（审核员甲）"))
            #expect(page.text.contains("905"), "the raw value stays")
            let log = try await site.get("/air/reviews?from=2026-11-21&to=2026-11-21")
            #expect(log.text.contains("PM₁₀ 905 μg/m³、PM₂.₅ 420 μg/m³"))
            #expect(log.text.contains("审核员甲") && log.text.contains("共 1 条：认可 0 条，存疑 1 条"))
            let morning = try await site.get("/")
            #expect(morning.text.contains("doubted\"><a href=\"\(Self.hour)\""))
        }
    }

    @Test func `several hours of a day are accepted at once and need no reason`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            var fields = Self.form(["decision": "accept", "reason": nil, "note": nil])
            fields.append(("hour", "2026-11-21T08"))
            let answer = try await site.post(Self.day, fields)
            #expect(answer.status == 303)
            #expect(answer.headers[.location]?.hasPrefix("/air/stations/A1?date=2026-11-21&recorded=") == true)
            let log = try await site.get("/air/reviews?from=2026-11-21&to=2026-11-21&station=A1")
            #expect(log.text.contains("共 1 条：认可 1 条，存疑 0 条") && log.text.contains("7时起 2 个时段"))
        }
    }

    /// What is wrong, and a word of the message that says how to mend it.
    private static let refusals: [(changes: [String: String?], words: String)] = [
        (["reason": nil], "存疑须选择理由"), (["reason": "nonsense"], "存疑须选择理由"),
        (["reason": "other", "note": nil], "须写明说明"), (["reviewer": nil], "没有填写审核人"),
        (["reviewer": "　 "], "没有填写审核人"), (["decision": nil], "没有选择认可或存疑"), (["item": nil], "没有选择项目"),
        (["hour": nil], "没有选择时段"), (["hour": "2026-11-20T07"], "没有选择时段"),
        (["token": "forged"], "页面已过期"), (["token": nil], "页面已过期"),
        (["note": String(repeating: "长", count: 600)], "说明超过 500 字"),
    ]

    @Test(arguments: refusals.indices)
    func `a review that lacks something is refused on the same page and kept in the form`(index: Int) async throws {
        let refusal = Self.refusals[index]
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            for path in [Self.hour, Self.day] {
                let answer = try await site.post(path, Self.form(refusal.changes))
                #expect(answer.status == 422, "\(path)")
                #expect(answer.text.contains(refusal.words), "\(path) lacks \(refusal.words)")
                #expect(answer.text.contains("role=\"alert\""))
            }
            let log = try await site.get("/air/reviews?from=2026-11-21&to=2026-11-21")
            #expect(log.text.contains("共 0 条"), "nothing was recorded")
        }
    }

    @Test func `an hour without data has nothing to review`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let page = try await site.get("/air/stations/A3/hours/2026-11-21/12")
            #expect(page.status == 200 && !page.text.contains("<form class=\"review\""))
            let answer = try await site.post(
                "/air/stations/A3/hours/2026-11-21/12", Self.form(["hour": "2026-11-21T12"]))
            #expect(answer.status == 422)
            #expect(answer.text.contains("没有收到数据"))
        }
    }

    @Test func `a national station is reviewed by its owner, not here`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let page = try await site.get("/air/stations/N1?date=2026-11-21")
            #expect(page.text.contains("由上级审核") && page.text.contains("上级发布"))
            #expect(!page.text.contains("<form class=\"review\""))
            let answer = try await site.post("/air/stations/N1/hours/2026-11-21/7", Self.form())
            #expect(answer.status == 422)
        }
    }

    @Test func `what was typed comes back after a refusal, escaped`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.post(Self.hour, Self.form(["reason": nil, "note": "\"><b>注"]))
            #expect(answer.text.contains("value=\"&quot;&gt;&lt;b&gt;注\""))
            #expect(answer.text.contains("value=\"审核员甲\""))
        }
    }

    @Test func `the notice is told from the record, not from the address`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let page = try await site.get("\(Self.hour)?recorded=1")
            #expect(!page.text.contains("class=\"notice\""), "record 1 is no review")
        }
    }
}
