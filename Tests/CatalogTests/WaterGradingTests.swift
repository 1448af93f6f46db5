import Standards
import Testing

@testable import Catalog

/// Rivers and basins after 环办〔2011〕22号, by the rule files.
struct WaterGradingTests {
    private let rule: WaterGradingRule
    private let classRule: WaterClassRule

    init() throws {
        let catalog = try ShippedRules.catalog.get()
        let day = try #require(CivilDate("2026-06-01"))
        rule = try catalog.rule(.waterGrading, on: day)
        classRule = try catalog.waterClassRule(on: day)
    }

    /// Sections in a thousand: Ⅰ to Ⅲ, 劣Ⅴ; the rest is Ⅳ.
    @Test(arguments: [
        (1_000, 0, "优"), (900, 0, "优"), (900, 100, "优"), (899, 0, "良好"), (899, 101, "良好"), (750, 0, "良好"),
        (750, 250, "良好"), (749, 0, "轻度污染"), (749, 199, "轻度污染"), (749, 200, "中度污染"), (600, 399, "中度污染"),
        (600, 400, "重度污染"), (0, 1_000, "重度污染"), (0, 0, "轻度污染"),
    ])
    func `the grade follows the two shares`(good: Int, inferior: Int, expected: String) throws {
        let proportions = try spread(good: good, inferior: inferior)
        #expect(rule.grade(of: proportions).name == expected)
        #expect(rule.rows[rule.rank(of: proportions)].grade.name == expected)
    }

    @Test(arguments: [(1, false), (4, false), (5, true), (6, true)])
    func `from five sections on the shares decide`(count: Int, expected: Bool) {
        #expect(rule.gradesByProportions(count) == expected)
    }

    @Test
    func `shares are exact and sum to one`() throws {
        let proportions = try WaterProportions([.one, .three, .three, .four, .worseThanFive, .two, .five])
        #expect(proportions.total == 7)
        #expect(proportions.goodShare.description == "4/7")
        #expect(proportions.inferiorShare.description == "1/7")
        #expect(WaterClass.allCases.reduce(Rational.zero) { $0 + proportions.share(of: $1) } == 1)
        #expect(throws: StandardsError(.noValues, subject: "sections")) { try WaterProportions([]) }
    }

    /// Change of Ⅰ to Ⅲ and of 劣Ⅴ in sections of a thousand.
    @Test(arguments: [
        (0, 0, WaterChange.none), (100, 0, .none), (50, -50, .none), (101, 0, .better), (0, -101, .better),
        (200, 0, .better), (150, -50, .better), (201, 0, .muchBetter), (0, -201, .muchBetter), (100, 100, .none),
        (-100, 0, .none), (-101, 0, .worse), (0, 101, .worse), (-200, 0, .worse), (-201, 0, .muchWorse),
        (-101, 100, .muchWorse),
    ])
    func `the difference of both changes decides, in percentage points`(
        good: Int, inferior: Int, expected: WaterChange
    ) throws {
        let earlier = try spread(good: 500, inferior: 250)
        let change = rule.change(from: earlier, to: try spread(good: 500 + good, inferior: 250 + inferior))
        #expect(change.change == expected)
        #expect(try change.difference == Rational(numerator: good - inferior, denominator: 10))
    }

    @Test(arguments: [
        (2, 2, WaterChange.none), (2, 1, .better), (2, 0, .muchBetter), (4, 0, .muchBetter), (1, 2, .worse),
        (1, 3, .muchWorse),
    ])
    func `one grade is some change, two are much`(from: Int, to: Int, expected: WaterChange) {
        #expect(WaterGradingRule.change(fromRank: from, toRank: to) == expected)
    }

    @Test
    func `indicators of a river come by the share of sections where they exceed`() throws {
        let sections: [[WaterItem: ExactDecimal]] = [
            [.codmn: 7, .tp: 1, .cod: 21], [.codmn: 8, .nh3n: 3], [.codmn: 1, .tp: 1, .nh3n: 0], [.codmn: 9, .cod: 5],
            [.codmn: 1, .bod5: 9],
        ]
        let results = sections.map { classRule.classify(values: $0, kind: .river) }
        let indicators = classRule.mainIndicators(ofSections: results)
        // 总磷 2/2 and BOD5 1/1 stand before 高锰酸盐指数 3/5; 化学需氧量 and 氨氮 have 1/2.
        #expect(indicators.map(\.item) == [.bod5, .tp, .codmn])
        #expect(indicators.map(\.rate.description) == ["1", "1", "3/5"])
        #expect(classRule.mainIndicators(ofSections: [classRule.classify(values: [.tp: 0], kind: .river)]).isEmpty)
    }

    @Test
    func `sections without data or target are left out of the rate and named`() {
        let attainment = WaterAttainment([
            .init(name: "甲", waterClass: .three, target: .three), .init(name: "乙", waterClass: .four, target: .three),
            .init(name: "丙", waterClass: nil, target: .three), .init(name: "丁", waterClass: .one, target: nil),
            .init(name: "戊", waterClass: .two, target: .three),
        ])
        #expect(attainment.rate?.description == "2/3")
        #expect(attainment.missed == ["乙"])
        #expect(attainment.excluded == ["丙", "丁"])
        #expect(WaterAttainment([]).rate == nil)
    }

    private func spread(good: Int, inferior: Int) throws -> WaterProportions {
        try WaterProportions(
            Array(repeating: .three, count: good) + Array(repeating: .worseThanFive, count: inferior)
                + Array(repeating: .four, count: 1_000 - good - inferior))
    }
}
