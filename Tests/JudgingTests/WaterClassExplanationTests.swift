import Catalog
import Judging
import Standards
import Testing

/// Whole cards of a class of surface water, as a reviewer reads them.
struct WaterClassExplanationTests {
    private static func rules() throws -> WaterExplanationRules {
        try WaterExplanationRules(try JudgedText.catalog.get(), on: try #require(CivilDate("2026-10-01")))
    }

    private static func measured(_ text: String) throws -> WaterMeasurement {
        .measured(try #require(ExactDecimal(text)))
    }

    @Test func `a sample is compared unrounded, with half the detection limit below it`() throws {
        let values: [WaterItem: WaterMeasurement] = [
            .ph: try Self.measured("7.42"), .dissolvedOxygen: try Self.measured("5.2"),
            .codmn: try Self.measured("6.03"), .nh3n: .belowLimit(try #require(ExactDecimal("0.025"))),
            .tn: try Self.measured("3.1"), .temperature: try Self.measured("12.1"),
        ]
        let explained = WaterClassExplanation(
            sample: values, missing: [.tp], kind: .river, target: .three, by: try Self.rules())
        #expect(
            explained.explanation.card == """
                实时水质类别
                  水温：12.1 ℃
                  pH：7.42
                  溶解氧：5.2 mg/L
                  高锰酸盐指数：6.03 mg/L
                  氨氮：＜0.025 mg/L（低于检出限），按检出限的 1/2 即 0.0125 参与评价
                  总磷：缺测
                  总氮：3.1 mg/L
                  pH［Ⅰ—Ⅴ类均为 6—9］ 6≤7.42≤9 → Ⅰ类
                  溶解氧［Ⅰ ≥7.5，Ⅱ ≥6，Ⅲ ≥5，Ⅳ ≥3，Ⅴ ≥2 mg/L］ 5.2≥5（Ⅲ类），5.2＜6（Ⅱ类） → Ⅲ类
                * 高锰酸盐指数［Ⅰ ≤2，Ⅱ ≤4，Ⅲ ≤6，Ⅳ ≤10，Ⅴ ≤15 mg/L］ 6.03≤10（Ⅳ类），6.03＞6（Ⅲ类） → Ⅳ类
                  氨氮［Ⅰ ≤0.15，Ⅱ ≤0.5，Ⅲ ≤1.0，Ⅳ ≤1.5，Ⅴ ≤2.0 mg/L］ 0.0125≤0.15（Ⅰ类） → Ⅰ类
                  断面类别 取最差的项目（单因子评价法）：Ⅰ类, Ⅲ类, Ⅳ类, Ⅰ类 → Ⅳ类（轻度污染）
                  主要污染指标［超过Ⅲ类限值的倍数，最多 3 项］ 高锰酸盐指数 (6.03−6)÷6 = 1/200 = 0.005 → 高锰酸盐指数（0.0）
                  达标情况［水质目标 Ⅲ类］ Ⅳ类劣于目标Ⅲ类 → 超标
                Ⅳ类（轻度污染），定类项目：高锰酸盐指数，未达到目标Ⅲ类
                  监测值不修约，直接与限值比较（全数值比较）
                  总磷没有可用的值，未参与评价
                  水温、总氮按评价办法不参与类别评价
                  按河流限值评价
                依据 GB3838-2002（2002-06-01 起施行，GB 3838-2002 表1，核对原文）
                依据 HB2011-22（2011-03-09 起施行，环办〔2011〕22号 二（一）、三（一），暂定（未核对原文））
                依据 HBJCH2020-82（2020-03-01 起施行，环办监测函〔2020〕82号；总站水字〔2020〕90号 统计与修约，暂定（未核对原文））
                """)
    }

    @Test func `a month is compared by its rounded means, a lake by its own limits`() throws {
        let rules = try Self.rules()
        let means = try #require(rules.means)
        let below = WaterMeasurement.belowLimit(try #require(ExactDecimal("0.03")))
        let explained = WaterClassExplanation(
            "月水质类别",
            means: [
                .ph: try means.mean(of: [try Self.measured("7.4"), try Self.measured("7.8")], item: .ph),
                .nh3n: try means.mean(of: [try Self.measured("1.21"), try Self.measured("1.4"), below], item: .nh3n),
                .tp: try means.mean(of: [try Self.measured("0.4"), try Self.measured("0.41")], item: .tp),
            ], missing: [.codmn], kind: .lake, target: .three, by: rules)
        #expect(
            explained.explanation.card == """
                月水质类别
                  pH：2 个样品的平均（按氢离子浓度平均），修约为 8
                  高锰酸盐指数：缺测
                  氨氮：3 个样品（其中 1 个低于检出限，按检出限的 1/2 计）的平均 0.875，修约为 0.88 mg/L
                  总磷：2 个样品的平均 0.405，修约为 0.405 mg/L
                  pH［Ⅰ—Ⅴ类均为 6—9］ 6≤8≤9 → Ⅰ类
                  氨氮［Ⅰ ≤0.15，Ⅱ ≤0.5，Ⅲ ≤1.0，Ⅳ ≤1.5，Ⅴ ≤2.0 mg/L］ 0.88≤1.0（Ⅲ类），0.88＞0.5（Ⅱ类） → Ⅲ类
                * 总磷［Ⅰ ≤0.01，Ⅱ ≤0.025，Ⅲ ≤0.05，Ⅳ ≤0.1，Ⅴ ≤0.2 mg/L］ 0.405＞0.2（Ⅴ类） → 劣Ⅴ类
                  断面类别 取最差的项目（单因子评价法）：Ⅰ类, Ⅲ类, 劣Ⅴ类 → 劣Ⅴ类（重度污染）
                  主要污染指标［超过Ⅲ类限值的倍数，最多 3 项］ 总磷 (0.405−0.05)÷0.05 = 71/10 = 7.1 → 总磷（7.1）
                  达标情况［水质目标 Ⅲ类］ 劣Ⅴ类劣于目标Ⅲ类 → 超标
                劣Ⅴ类（重度污染），定类项目：总磷，未达到目标Ⅲ类
                  均值先按 GB/T 8170 修约到评价位数，再与限值比较（修约后为 0 时保留一位有效数字）
                  高锰酸盐指数没有可用的值，未参与评价
                  按湖库限值评价
                依据 GB3838-2002（2002-06-01 起施行，GB 3838-2002 表1，核对原文）
                依据 HB2011-22（2011-03-09 起施行，环办〔2011〕22号 二（一）、三（一），暂定（未核对原文））
                依据 HBJCH2020-82（2020-03-01 起施行，环办监测函〔2020〕82号；总站水字〔2020〕90号 统计与修约，暂定（未核对原文））
                """)
    }

    @Test(arguments: [("8.5", "8.5≤9", "Ⅰ类"), ("9.3", "9.3＞9", "劣Ⅴ类"), ("5.9", "5.9＜6", "劣Ⅴ类")])
    func `pH has one range for all classes`(value: String, formula: String, result: String) throws {
        let explained = WaterClassExplanation(
            sample: [.ph: try Self.measured(value)], kind: .river, by: try Self.rules())
        let step = try #require(explained.explanation.steps.first)
        #expect(step.formula.hasSuffix(formula))
        #expect(step.result == result)
    }

    @Test(arguments: [("6", "6≤6（Ⅲ类），6＞4（Ⅱ类）"), ("6.0001", "6.0001≤10（Ⅳ类），6.0001＞6（Ⅲ类）"), ("15.1", "15.1＞15（Ⅴ类）")])
    func `the limit met and the stricter one missed are both written`(value: String, formula: String) throws {
        let explained = WaterClassExplanation(
            sample: [.codmn: try Self.measured(value)], kind: .river, by: try Self.rules())
        #expect(explained.explanation.steps.first?.formula == formula)
    }

    @Test func `without an item that takes part there is no class`() throws {
        let explained = WaterClassExplanation(
            sample: [.tn: try Self.measured("3")], missing: [.ph], kind: .river, by: try Self.rules())
        #expect(explained.explanation.steps.isEmpty)
        #expect(explained.explanation.conclusion == "没有可参与评价的项目，不评价类别")
        #expect(explained.explanation.remarks.contains("总氮按评价办法不参与类别评价"))
    }
}
