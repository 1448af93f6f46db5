import Catalog
import Law
import Standards
import Testing

/// How a fine follows from the circumstances of a case.
struct DiscretionTests {
    private static let range = Money(yuan: 100_000)...Money(yuan: 1_000_000)

    private func table(_ id: String) throws -> DiscretionTable { try #require(try LawFixture.table(id)) }

    @Test func `every bundled file of the law is sound, and every table computes its worked examples`() throws {
        let catalog = try LawFixture.catalog.get()
        #expect(LawFiles.faults(in: catalog).map(\.description) == [])
        for file in catalog.sourceFiles where file.path.hasPrefix("law/discretion/GD-") {
            #expect(file.text.contains("\nexamples:\n"), "\(file.path)")
        }
    }

    @Test func `a table with a typing error does not compute its example and is named with file and line`() throws {
        let catalog = try LawFixture.catalog(
            changing: "law/discretion/GD-2.8.1.yaml", "{level: 偷排, weight: 20}", to: "{level: 偷排, weight: 2}")
        let faults = LawFiles.faults(in: catalog)
        #expect(faults.count == 1 && faults.first?.file == "law/discretion/GD-2.8.1.yaml")
        let text = faults.first?.description ?? ""
        #expect(text.contains("算例应得 51万元，按表算得 33万元"), "\(text)")
    }

    @Test func `a table for a violation that nobody knows is named`() throws {
        let catalog = try LawFixture.catalog(
            changing: "law/discretion/GD-2.8.1.yaml", "violation: WAT-02", to: "violation: WAT-99")
        #expect(LawFiles.faults(in: catalog).map(\.description).contains { $0.contains("WAT-99") })
    }

    @Test func `the sum is shown as it is computed`() throws {
        let result = try table("GD-1.1").fine(
            DiscretionRequest(
                [
                    .init("应报批环评文件类别", "报告表", evidence: ["证据3"]), .init("建设地点", "一般区域"),
                    .init("建设情况", "设备安装"), .init("持续时间", "3–6个月"), .init("近二年同类违法行为（含本次）", "1次"),
                    .init("配合调查", "配合"),
                ], base: Money(yuan: 20_000_000)),
            within: Money(yuan: 200_000)...Money(yuan: 1_000_000), under: "环境影响评价法(2018修正)")
        #expect(result.amount == Money(yuan: 280_000))
        #expect(result.sum == 28)
        #expect(result.arithmetic == ["(20+0+0+5+3+0+0)%=28%", "28%×建设项目总投资额2000万元×5%=28万元"])
        #expect(result.terms.first?.evidence == ["证据3"])
        #expect(result.remarks == [] && !result.needsDiscussion)
    }

    @Test func `a fine that is a share of something is not computed before that is known`() throws {
        #expect(throws: LawError(.noBase, detail: "建设项目总投资额")) {
            try table("GD-1.1").fine(DiscretionRequest(), within: Self.range, under: "环境影响评价法(2018修正)")
        }
    }

    @Test func `what could not be found out counts as the lightest and is said`() throws {
        let result = try table("GD-3.4.1").fine(
            DiscretionRequest([.init("排污情况", nil)]), within: Self.range, under: "大气污染防治法(2018修正)")
        // 10 + the lightest of each factor: 0 + 3 + 0 + 0 + 2 + 0.
        #expect(result.sum == 15)
        #expect(result.remarks.contains("“排污情况”没有查明，按最轻的“VOCs”计"))
    }

    @Test func `a result below the least that the law allows is raised to it and said`() throws {
        let result = try table("GD-2.7.1").fine(
            DiscretionRequest([.init("超标情况", "仅pH且2<pH<5或10<pH<11")]), within: Self.range, under: "水污染防治法(2017修正)")
        #expect(result.amount == Self.range.lowerBound)
        #expect(result.arithmetic.last == "法定幅度 10万元至100万元：取 10万元")
    }

    @Test func `a table made for a repealed law is no more than a model, and says so`() throws {
        let result = try table("GD-4.18").fine(
            DiscretionRequest([.init("整改", "逾期")]), within: Money(yuan: 50_000)...Money(yuan: 200_000), under: "生态环境法典")
        #expect(result.remarks.contains { $0.contains("只能作参考") })
        #expect(result.remarks.contains { $0.contains("不能再计分") })
    }

    @Test func `after the last day of the tables only the range of the law is given`() throws {
        let book = try DiscretionBook(try LawFixture.catalog.get())
        #expect(book.tables(for: "WAT-02", on: LawFixture.day("2026-12-31")).map(\.id) == ["GD-2.8.1"])
        #expect(book.tables(for: "WAT-02", on: LawFixture.day("2027-01-01")).isEmpty)
        let result = DiscretionBook.statutoryOnly(Self.range, ended: book.all.filter { $0.violation == "WAT-02" })
        #expect(result.fine == Self.range && result.amount == nil)
        #expect(result.remarks.count == 2 && result.remarks[1].contains("2026-12-31 届满"))
    }

    @Test func `in a band the mean is the rule, and a person chooses above or below it`() throws {
        let table = try table("GD-3.14")
        func fine(_ degree: DiscretionRequest.Degree) throws -> ClosedRange<Money> {
            try table.fine(
                DiscretionRequest(band: "已密闭但未按规定装用；敏感、限批区以外", degree: degree),
                within: Money(yuan: 20_000)...Money(yuan: 200_000), under: "大气污染防治法(2018修正)"
            ).fine
        }
        #expect(try fine(.usual) == Money(yuan: 115_000)...Money(yuan: 115_000))
        #expect(try fine(.heavier) == Money(yuan: 115_000)...Money(yuan: 130_000))
        #expect(try fine(.lighter) == Money(yuan: 100_000)...Money(yuan: 115_000))
    }

    /// 湖南省生态环境保护行政处罚裁量权基准（2021版）: 10–100 万, Σ = 30 % → 37 万; changes by at most 20 % of the most, mitigation
    /// to no less than half of the least.
    private func hunan() throws -> DiscretionTable {
        let text = """
            id: HN
            title: 湖南通用裁量表
            effective: {from: 2021-01-01}
            source: {instrument: 湖南, article: 通用表, verified: 测试}
            confidence: provisional
            violation: WAT-02
            model: interpolated
            made_for: 水污染防治法
            factors:
              - factor: 情节
                levels: [{level: 轻, weight: 0}, {level: 中, weight: 30}, {level: 重, weight: 100}]
            adjustment: {greatest_percent_of_most: 20, least_percent_of_least: 50, basis: 湖南基准}
            examples:
              - {levels: [中], statutory_yuan: [100000, 1000000], yuan: 370000}
            """
        let files = try LawFixture.catalog.get().sourceFiles
        let own = RuleSourceFile(path: "law/discretion/HN.yaml", isOverlay: true, text: text)
        return try #require(try DiscretionBook(try RuleCatalog.load(files + [own])).all.first { $0.id == "HN" })
    }

    @Test func `weights spread between the least and the most begin at the least`() throws {
        let table = try hunan()
        func fine(_ level: String) throws -> Money? {
            try table.fine(DiscretionRequest([.init("情节", level)]), within: Self.range, under: "水污染防治法").amount
        }
        #expect(try fine("轻") == Money(yuan: 100_000))
        #expect(try fine("中") == Money(yuan: 370_000))
        #expect(try fine("重") == Money(yuan: 1_000_000))
    }

    @Test func `a change stays within what the table allows, and below the least of the law it needs discussion`()
        throws
    {
        let table = try hunan()
        func fine(_ change: DiscretionRequest.Change, _ level: String = "中") throws -> DiscretionResult {
            try table.fine(
                DiscretionRequest([.init("情节", level)], change: change), within: Self.range, under: "水污染防治法")
        }
        #expect(try fine(.init(.heavier, by: Money(yuan: 200_000), reason: "x")).amount == Money(yuan: 570_000))
        #expect(throws: LawError.self) { try fine(.init(.heavier, by: Money(yuan: 200_001), reason: "x")) }
        // Lighter never goes below the least …
        #expect(try fine(.init(.lighter, by: Money(yuan: 200_000), reason: "x"), "轻").amount == Money(yuan: 100_000))
        // … mitigation does, to half of it.
        let mitigated = try fine(.init(.mitigated, by: Money(yuan: 50_000), reason: "x"), "轻")
        #expect(mitigated.amount == Money(yuan: 50_000) && mitigated.needsDiscussion)
        #expect(throws: LawError.self) { try fine(.init(.mitigated, by: Money(yuan: 50_001), reason: "x"), "轻") }
    }

    @Test func `grades without a formula give the range of the law and no number of their own`() throws {
        let result = try table("MEE-2019-42-EIA-01").fine(
            DiscretionRequest([.init("建设地点", "5级")]), within: Self.range, under: "环境影响评价法(2018修正)")
        #expect(result.fine == Self.range && result.amount == nil)
        #expect(result.remarks.contains { $0.contains("没有合成公式") })
    }

    @Test func `a graver circumstance never makes a fine smaller, and no fine leaves the law`() throws {
        for table in try DiscretionBook(try LawFixture.catalog.get()).all where table.model == .weights {
            for scale in table.scales {
                let base = DiscretionRequest(scale: scale.name, base: Money(yuan: 7_777_777))
                for factor in table.factors {
                    var last: Money?
                    for level in factor.levels.sorted(by: { $0.weight < $1.weight }) {
                        var request = base
                        request.choices = [.init(factor.name, level.name)]
                        let fine = try #require(
                            try table.fine(request, within: Self.range, under: table.madeFor).amount)
                        #expect(Self.range.contains(fine))
                        if let last { #expect(last <= fine, "\(table.id) \(factor.name) \(level.name)") }
                        last = fine
                    }
                }
            }
        }
    }

    @Test func `a level or factor that the table does not have is refused by name`() throws {
        #expect(throws: LawError(.unknownChoice, detail: "排污情况：丙类")) {
            try table("GD-3.4.1").fine(
                DiscretionRequest([.init("排污情况", "丙类")]), within: Self.range, under: "大气污染防治法")
        }
        #expect(throws: LawError(.unknownChoice, detail: "天气")) {
            try table("GD-3.4.1").fine(DiscretionRequest([.init("天气", "晴")]), within: Self.range, under: "大气污染防治法")
        }
    }

    @Test func `a public apology takes thirty to fifty per cent off and never goes below the least of the law`() throws
    {
        let catalog = try RuleCatalog.load(overlay: nil)
        let table = try #require(try DiscretionBook(catalog).all.first { $0.id == "GD-2.3" })
        let range = Money(yuan: 20_000)...Money(yuan: 200_000)
        func fine(_ levels: [String], by yuan: Int64) throws -> DiscretionResult {
            let choices = zip(table.factors, levels).map { DiscretionRequest.Choice($0.name, $1) }
            return try table.fine(
                DiscretionRequest(choices, change: .init(.apologised, by: Money(yuan: yuan), reason: "已登报道歉")),
                within: range, under: "水污染防治法")
        }
        // The table's own example: half of 200,000.
        let example = ["未安装", "3–6个月", "无", "限期内改正"]
        #expect(try fine(example, by: 30_000).amount == Money(yuan: 70_000))
        #expect(try fine(example, by: 50_000).amount == Money(yuan: 50_000))
        #expect(throws: LawError.self) { try fine(example, by: 29_999) }
        #expect(throws: LawError.self) { try fine(example, by: 50_001) }
        // A tenth of 200,000 is the least already: nothing is left to take off.
        let lightest = try fine(["正常使用未联网", "<1个月", "无", "限期内改正"], by: 8_000)
        #expect(lightest.amount == Money(yuan: 20_000))
        #expect(lightest.remarks.contains { $0.contains("饮用水水源保护区") })
    }
}
