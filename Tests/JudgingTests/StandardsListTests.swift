import Catalog
import Documents
import Judging
import Standards
import Testing

/// What `standards list` and `standards show` print.
struct StandardsListTests {
    private func list(_ day: String, _ selection: StandardsList.Selection = .init()) throws -> StandardsList {
        StandardsList(
            catalog: try JudgedText.catalog.get(), day: try #require(CivilDate(day)), selection: selection)
    }

    /// Instruments by which the bureau judges; each must be in the list with its source and confidence.
    static let instruments = [
        "GB 3095-2012", "GB 3095-2026", "HJ 633-2012", "HJ 633-2026", "HJ 663-2013", "HJ 663-2026",
        "城市环境空气质量排名技术规定", "天津市环境空气质量考核补充办法（2016）", "津政办发〔2018〕3号", "北京市水环境区域补偿办法（2015）",
        "GB 3838-2002", "环办〔2011〕22号", "环办监测函〔2020〕82号", "城市地表水环境质量排名技术规定", "城市黑臭水体整治工作指南",
        "GB 3096-2008", "GB 12348-2008", "GB 22337-2008", "GB 12523-2011", "GB 12523-2025", "HJ 640-2012",
        "HJ 75-2017", "HJ 76-2017", "HJ 355-2019", "HJ 356-2019", "公告2022年第21号", "GB 18466-2005", "GB 18485-2014",
    ]

    private func isListed(_ instrument: String) throws -> Bool {
        let wanted = instrument.filter { !$0.isWhitespace }
        return try list("2026-11-26").entries.contains { entry in
            entry.instrument.filter { !$0.isWhitespace }.contains(wanted)
        }
    }

    @Test(arguments: instruments)
    func `every instrument the bureau judges by is listed`(instrument: String) throws {
        #expect(try isListed(instrument))
    }

    @Test
    func `every entry says since when, from where and how sure`() throws {
        let entries = try list("2026-11-26").entries
        #expect(entries.count >= 20)
        for entry in entries {
            let facts = [entry.id, entry.title, entry.kindName, entry.instrument, entry.article, entry.verified]
            #expect(facts.allSatisfy { !$0.isEmpty }, "\(entry.path)")
            #expect(Confidence(rawValue: entry.confidence) != nil)
        }
    }

    @Test(arguments: [
        ("2026-02-28", ["HJ633-2012"]), ("2026-03-01", ["HJ633-2026"]), ("2012-12-31", []),
    ])
    func `only what is in force on the day is listed where a day is asked for`(day: String, ids: [String]) throws {
        let chosen = try list(day, .init(kind: "air_index", onlyInForce: true))
        #expect(chosen.entries.map(\.id) == ids)
        #expect(chosen.entries.map(\.isInForce) == ids.map { _ in true })
    }

    @Test
    func `without a day all versions are listed and those in force are marked`() throws {
        let entries = try list("2026-02-28", .init(kind: "air_index")).entries
        #expect(entries.map(\.id) == ["HJ633-2012", "HJ633-2012", "HJ633-2026"])
        #expect(entries.map(\.from) == ["2013-01-01", "2020-01-01", "2026-03-01"])
        #expect(entries.map(\.isInForce) == [false, true, false])
    }

    @Test
    func `only provisional ones are listed where asked for`() throws {
        let entries = try list("2026-11-26", .init(onlyProvisional: true)).entries
        #expect(!entries.isEmpty)
        #expect(entries.allSatisfy { $0.confidence == "provisional" })
    }

    @Test
    func `the columns of the list begin in the same cell of a terminal`() throws {
        let text = try list("2026-02-28", .init(kind: "air_index")).text(dayName: "日期")
        #expect(
            text == """
                日期 2026-02-28：列出 3 项，● 施行中 1 项；可信程度：暂定（未核对原文）1 项
                   编号        施行                      可信程度  类别                         \
                标题                                                 来源
                ○  HJ633-2012  2013-01-01 至 2019-12-31  数据复现  \
                空气质量指数（AQI）技术规定  HJ 633-2012 环境空气质量指数（AQI）技术规定（试行）  HJ 633-2012，表1、表2、4、5
                ●  HJ633-2012  2020-01-01 至 2026-02-28  暂定      \
                空气质量指数（AQI）技术规定  HJ 633-2012 环境空气质量指数（AQI）技术规定（试行）  HJ 633-2012，表1、表2、4、5
                ○  HJ633-2026  2026-03-01 起             核对原文  \
                空气质量指数（AQI）技术规定  HJ 633-2026 环境空气质量指数（AQI）技术规定          HJ 633-2026，表1、表2、4、5
                """)
        let lines = text.split(separator: "\n").dropFirst()
        let cells = lines.map { line in
            line.firstRange(of: "HJ 633").map { TextWidth.cells(String(line[..<$0.lowerBound])) } ?? 0
        }
        #expect(Set(cells.dropFirst()).count == 1)
    }

    @Test(arguments: [
        ("", 0), ("AQI", 3), ("环境", 4), ("（试行）", 8), ("“甲”", 4), ("Ⅲ 类", 4), ("●", 1), ("e\u{301}", 1), ("µg/m³", 5),
        ("𠀀", 2), ("㎡", 2),
    ])
    func `full-width letters take two cells, marks that combine none`(text: String, cells: Int) {
        #expect(TextWidth.cells(text) == cells)
    }

    private func sheet(_ name: String, _ day: String, onlyInForce: Bool = false) throws -> StandardSheet {
        try StandardSheet(
            name, in: JudgedText.catalog.get(), day: CivilDate(day) ?? .first, onlyInForce: onlyInForce)
    }

    @Test
    func `a rule is shown with header, contents and how sure it is`() throws {
        let text = try sheet("TJ-MONEY-2016", "2026-11-26").text(dayName: "今日")
        #expect(
            text == """
                天津市各区环境空气质量名次奖惩金额
                  编号      TJ-MONEY-2016
                  类别      名次奖惩金额（rank_money）
                  施行      2016-01-01 起（今日 2026-11-26 施行中）
                  来源      天津市环境空气质量考核补充办法（2016），名次奖惩
                  核对      依据公开报道，文件全名未核对；2018 年 9 月公布的 16 区金额一致；并列时如何计算未见规定
                  可信程度  暂定（未核对原文）
                  文件      standards/TJ-MONEY-2016.yaml
                  内容
                  rank_money:
                    ten_thousand_yuan: [140, 120, 100, 80, 60, 40, 20, 0, 0, -20, -40, -60, -80, -100, -120, -140]
                    zero_sum: true
                    tied: undecided
                """)
    }

    @Test
    func `all versions are shown, or only that of the day`() throws {
        let all = try sheet("HJ633-2012", "2026-11-26")
        #expect(all.entries.map(\.from) == ["2013-01-01", "2020-01-01"])
        #expect(all.text(dayName: "今日").contains("（今日 2026-11-26 不适用）"))
        let hasTable = all.entries.allSatisfy { $0.contents?.contains("so2_24h:") == true }
        #expect(hasTable)
        let one = try sheet("HJ633-2012", "2021-01-01", onlyInForce: true)
        #expect(one.entries.map(\.from) == ["2020-01-01"])
        let early = #expect(throws: CatalogError.self) { try sheet("HJ633-2012", "2026-03-01", onlyInForce: true) }
        #expect(early?.code == .nothingInForce)
    }

    @Test(arguments: ["HJ 633-2026", "hj633-2026", "HJ633-2026"])
    func `a rule is found by the number of its instrument as well`(name: String) throws {
        #expect(try sheet(name, "2026-11-26").entries.map(\.id) == ["HJ633-2026"])
    }

    @Test
    func `an unknown rule is an error that says where all ids stand`() {
        let error = #expect(throws: CatalogError.self) { try sheet("HJ633", "2026-11-26") }
        #expect(error?.message == "没有编号为“HJ633”的规则。可用 qingheng standards list 查看全部规则编号。")
    }
}
