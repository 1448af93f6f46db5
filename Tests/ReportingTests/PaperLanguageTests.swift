import Standards
import Testing

@testable import Reporting

/// Numbers in prose and in templates: each has a home, and round words stay true.
struct PaperLanguageTests {
    @Test(arguments: [
        ("开展培训12场次。", 1), ("覆盖企业200余家，排查隐患35处。", 2), ("完成率达95.5%", 1), ("用了3年时间", 1), ("１２件", 1),
    ])
    func `a count in prose needs a home`(text: String, count: Int) {
        #expect(LooseNumber.all(in: text).count == count, "\(LooseNumber.all(in: text))")
    }

    @Test(arguments: [
        "2025年，全局认真落实。", "12月4日宪法宣传周", "衡环发〔2025〕12号", "《2025年攻坚计划》", "PM2.5 和 PM10 双下降", "执行 GB 3095-2026",
        "第3次党组会", "附件2", "1. 普法方式单一", "两项制度、三条主线", "开展{=培训}场次、{{ledger.year.trainings}}场次",
    ])
    func `dates, orders, names and marked numbers have one`(text: String) {
        #expect(LooseNumber.all(in: text) == [], "\(LooseNumber.all(in: text))")
    }

    @Test(arguments: [
        ("余", 10, 213, "210余"), ("余", 10, 210, "210"), ("余", 10, 7, "7"), ("余", 100, 1_250, "1200余"),
        ("以上", 100, 213, "200家以上"), ("以上", 100, 200, "200家以上"), ("以上", 100, 99, "99家"),
    ])
    func `a round number is true of the exact one`(word: String, step: Int, exact: Int, printed: String) throws {
        let rounding = PaperRounding(word: try #require(PaperRounding.Word(rawValue: word)), step: step)
        #expect(rounding.text(Rational(exact), printed: String(exact), unit: "家") == printed)
    }

    @Test func `a value that is missing is not rounded`() {
        let rounding = PaperRounding(word: .over, step: 10)
        #expect(rounding.text(nil, printed: "—", unit: "家") == "—")
    }

    @Test func `a body with blocks inside blocks is read, and what is torn is named`() {
        let body = """
            # 标题
            ::: if {{a.b}} > 0
            一段{{a.c 余=10}}。
            ::: slot id=one title=填写
            提示
            :::
            :::
            """
        let read = PaperPart.parse(body)
        #expect(read.problems.isEmpty)
        #expect(read.parts.count == 2)
        #expect(read.parts.flatMap(\.figureIDs) == ["a.b", "a.c"])
        #expect(read.parts.flatMap(\.slots).map(\.hint) == ["提示"])
        for torn in [
            "::: if {{a.b}} > 0\n一段", "::: unknown\n:::", ":::", "::: slot id=X title=y\n:::", "::: if {{a}} ~ 3\n:::",
            "{{a.b 余=零}}", "没有右括号{{a.b", "::: slot id=a title=x\n:::\n::: slot id=a title=y\n:::",
        ] { #expect(!PaperPart.parse(torn).problems.isEmpty, "\(torn)") }
    }

    @Test(arguments: [
        (">", 1, true), (">", 0, false), ("=", 0, true), ("!=", 0, false), ("<=", 0, true), (">=", 1, true),
    ])
    func `a condition compares the exact value`(sign: String, value: Int, holds: Bool) throws {
        let relation = try #require(PaperCondition.Relation(rawValue: sign))
        let condition = PaperCondition(figure: "a", arguments: [:], relation: relation, value: 0)
        #expect(condition.holds(for: Rational(value)) == holds)
        #expect(!condition.holds(for: nil))
    }
}
