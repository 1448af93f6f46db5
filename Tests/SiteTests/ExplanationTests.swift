import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// Cards of judged values: their pages, their fragments, and the links that open them.
struct ExplanationTests {
    private static let section = "%E6%96%AD%E9%9D%A2%E4%BA%8C"
    /// Every kind of card with its address in the fixture and what must stand on it.
    static let cards: [(path: String, words: [String])] = [
        (
            "/explain/air/stations/A2/hours/2026-11-21/4",
            [
                "小时空气质量指数（AQI）", "PM₂.₅ 1 小时平均", "35—60 μg/m³ → 50—100", "(100−50)÷(60−35)×(52−35)+50", "84",
                "HJ 633-2026 表1", "2026-03-01 起施行", "核对原文", "max(4, 11, 30, 84, 6, 14)", "二级（良）", "数据截至", "未经审核，仅供参考",
            ]
        ),
        (
            "/explain/air/stations/A4/hours/2026-11-21/3",
            ["AQI 不发布（NA）", "PM₂.₅ 缺测，其余项目 IAQI 最大为 62，不大于 100，不发布 AQI", "未监测"]
        ),
        (
            "/explain/air/days/A2/2026-11-21",
            ["日空气质量指数（AQI）", "有效 24/24 小时，平均", "有效 17/17 个滑动 8 小时平均，最大", "首要污染物"]
        ),
        ("/explain/air/days/district/2026-11-21", ["全区 2026年11月21日", "有效 5/5 个站点，平均"]),
        (
            "/explain/water/sections/\(section)/months/2026-10",
            [
                "月水质类别", "20 个样品的平均", "Ⅰ ≤0.15，Ⅱ ≤0.5，Ⅲ ≤1.0，Ⅳ ≤1.5，Ⅴ ≤2.0 mg/L", "1.90≤2.0（Ⅴ类），1.90＞1.5（Ⅳ类）",
                "单因子评价法", "水质目标 Ⅳ类", "超标", "GB 3838-2002 地表水环境质量标准", "环办监测函〔2020〕82号", "暂定", "修约到评价位数",
            ]
        ),
        (
            "/explain/water/sections/\(section)/samples/2026-10-20/8",
            ["实时水质类别", "全数值比较", "7.0≤10（Ⅳ类），7.0＞6（Ⅲ类）", "水温按评价办法不参与类别评价", "氨氮（0.9）"]
        ),
        (
            "/explain/outlets/DA001/2026-11-21/14/nox",
            [
                "氮氧化物折算浓度", "68.13＞50", "(68.13−50)÷50", "1813/5000", "0.36", "超标 0.36 倍", "GB 13271—2014", "限值取自排口登记",
                "线索，未经核实",
            ]
        ),
    ]

    @Test func `every kind of card names inputs, table row, formula, result, standard, dates and confidence`()
        async throws
    {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            for card in Self.cards {
                let page = try await site.get(card.path)
                #expect(page.status == 200, "\(card.path)")
                for word in card.words { #expect(page.text.contains(word), "\(card.path) lacks \(word)") }
                #expect(page.text.contains("溯源"), "\(card.path)")
                #expect(page.text.contains("aria-label=\"当前位置\""), "\(card.path)")
            }
        }
    }

    @Test func `the fragment is the same card without the frame`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            for card in Self.cards {
                let fragment = try await site.get(card.path + "?part=card")
                #expect(fragment.status == 200, "\(card.path)")
                #expect(fragment.text.drop { $0.isNewline }.hasPrefix("<div class=\"explained\">"), "\(card.path)")
                #expect(fragment.text.contains("id=\"explained-head\"") && !fragment.text.contains("<html"))
                for word in card.words { #expect(fragment.text.contains(word), "\(card.path) lacks \(word)") }
            }
        }
    }

    @Test(arguments: [
        ("/", "data-explain=\"/explain/air/stations/A2/hours/2026-11-21/4\""),
        ("/", "data-explain=\"/explain/air/days/district/2026-11-21\""),
        ("/", "href=\"/explain/water/sections/\(section)/months/2026-10\" data-explain"),
        ("/air/stations?date=2026-11-21", "href=\"/explain/air/days/A2/2026-11-21\" data-explain"),
        ("/air/stations/A2?date=2026-11-21", "href=\"/explain/air/stations/A2/hours/2026-11-21/24\" data-explain"),
        ("/air/stations/A2?date=2026-11-21", "href=\"/explain/air/days/A2/2026-11-21\" data-explain"),
        ("/air/stations/A1/hours/2026-11-21/7", "href=\"/explain/air/stations/A1/hours/2026-11-21/7\" data-explain"),
        ("/water", "href=\"/explain/water/sections/\(section)/months/2026-10\" data-explain"),
        ("/water/sections/\(section)", "href=\"/explain/water/sections/\(section)/samples/2026-10-20/8\" data-explain"),
        ("/leads", "href=\"/explain/outlets/DA001/2026-11-21/17/nox\" data-explain"),
        ("/leads/DA001/2026-11-21", "href=\"/explain/outlets/DA001/2026-11-21/14/nox\" data-explain"),
        (
            "/figures/air.day.aqi?date=2026-11-21&place=district",
            "href=\"/explain/air/days/district/2026-11-21\" data-explain"
        ),
        ("/figures/water.month.met?date=2026-10-01", "/explain/water/sections/"),
        ("/evidence/air-aqi/A2/2026-11-21", "href=\"/explain/air/days/A2/2026-11-21\" data-explain"),
    ])
    func `a judged value on a page is a link to its card`(path: String, link: String) async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let text = try await site.get(path).text
            #expect(text.contains(link), "\(path) lacks \(link)")
        }
    }

    @Test func `an hour without a value has no card, and its cell none to open`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let link = "/explain/air/stations/A3/hours/2026-11-21/11\""
            for path in ["/", "/air/stations/A3/hours/2026-11-21/11"] {
                let text = try await site.get(path).text
                #expect(!text.contains(link), "\(path)")
            }
        }
    }

    @Test(arguments: [
        ("/explain/air/days/none/2026-11-21", 404), ("/explain/air/days/A2/2026-11-19", 404),
        ("/explain/air/stations/none/hours/2026-11-21/4", 404), ("/explain/air/stations/A2/hours/2026-11-21/25", 400),
        ("/explain/water/sections/none/months/2026-10", 404),
        ("/explain/water/sections/\(section)/months/2026-09", 404),
        ("/explain/water/sections/\(section)/months/2026-13", 400),
        ("/explain/water/sections/\(section)/samples/2026-10-20/9", 404),
        ("/explain/outlets/DA001/2026-11-21/14/none", 404), ("/explain/outlets/DA001/2026-11-20/14/nox", 404),
    ])
    func `a card that is not there says so, as a fragment as well`(path: String, status: Int) async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            for address in [path, path + "?part=card"] {
                let answer = try await site.get(address)
                #expect(answer.status == status, "\(address)")
                #expect(answer.text.contains("可以这样做"), "\(address)")
            }
        }
    }

    @Test func `the card of a day ends with the AQI that is stored for it`() async throws {
        let bureau = try await SiteFixture.bureau()
        let stored = try await bureau.book.database.read { connection in
            try (SiteFixture.stations.map { AirPlace.station($0) } + [.district]).flatMap { place in
                try AirDayStore.indices(of: place, from: SiteFixture.day, to: SiteFixture.day, in: connection)
            }
        }
        #expect(stored.count == SiteFixture.stations.count + 1)
        try await SiteFixture.test(bureau) { site in
            for index in stored {
                let path = SiteURL.explanation(ofDay: index.date, of: index.place).path
                let words = index.aqi.map { "AQI \($0)，" } ?? "AQI 不发布（NA）"
                let text = try await site.get(path).text
                #expect(text.contains(words), "\(path) lacks \(words)")
            }
        }
    }

    @Test func `the list of rules keeps to what is in force, or to what is provisional`() async throws {
        try await SiteFixture.test(try await SiteFixture.emptyBureau()) { site in
            let inForce = try await site.get("/rules?show=in-force").text
            #expect(inForce.contains(">HJ633-2026<") && !inForce.contains(">HJ633-2012<"))
            #expect(!inForce.contains("历史版本") && !inForce.contains("尚未施行"))
            let provisional = try await site.get("/rules?show=provisional").text
            #expect(provisional.contains(">HJ663-2026<") && !provisional.contains(">HJ633-2026<"))
            #expect(!provisional.contains("核对原文</span>"))
        }
    }
}
