import Standards
import Testing

@testable import Catalog

/// What `catalog check` says of a ranking or money table that cannot work.
struct RankingFaultTests {
    private static let ranking = """
        ranking:
          measures:
            - {key: pm25, title: PM2.5, better: low, weight: 1/2}
            - {key: good_rate, title: 优良率, better: high, weight: 1/2}
          combine: ranks
          rank_kind: competition
          tie_break: [pm25]
          shares_rank: score
          missing: last

        """
    private static let money = """
        rank_money:
          ten_thousand_yuan: [140.5, 0, -140.5]
          zero_sum: true
          tied: undecided

        """

    private func check(_ contents: String) throws -> [String] {
        try OverlayFolder(["standards/test.yaml": header() + contents]).faults().map(\.description)
    }

    @Test
    func `a good file has no fault and its amounts are kept in 分`() throws {
        #expect(try check(Self.ranking) == [])
        #expect(try check(Self.money) == [])
        let catalog = try OverlayFolder(["standards/test.yaml": header() + Self.money]).load()
        #expect(try catalog.rule(.rankMoney, id: "TEST").amounts == [140_500_000, 0, -140_500_000])
    }

    static let faulty: [(old: String, new: String, fault: String)] = [
        ("tie_break: [pm25]", "tie_break: [so2_mean]", "12: “tie_break”的值“so2_mean”不在允许的范围内；可用的值：pm25、good_rate"),
        ("tie_break: [pm25]", "tie_break: [pm2.5]", "12: “tie_break”的值“pm2.5”不在允许的范围内；是否应为“pm25”？"),
        ("better: low", "better: lowest", "8: “better”的值“lowest”不在允许的范围内"),
        ("combine: ranks", "combine: value", "7: 表“weight”无法使用"),
        ("weight: 1/2}\n  combine", "weight: 0}\n  combine", "7: 表“weight”无法使用"),
        ("key: good_rate", "key: pm25", "7: 表“measures”无法使用"),
        ("missing: last", "missing: last\n  prize: 3", "15: 不认识的键“prize”"),
        (
            "missing: last", "missing: last\n  exempt: {measure: pm10, above: 0}",
            "7: 表“exempt”无法使用"
        ),
        (
            "missing: last", "missing: last\n  sanctions:\n    - {count: last, times: 3, consequence: 约谈}",
            "16: “count”的值“last”不在允许的范围内"
        ),
    ]

    @Test(arguments: faulty)
    func `a scheme at fault is named with its line`(row: (old: String, new: String, fault: String)) throws {
        let text = Self.ranking.replacing(row.old, with: row.new)
        #expect(text != Self.ranking)
        let faults = try check(text)
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("standards/test.yaml:" + row.fault) == true, "\(faults)")
    }

    @Test(arguments: [
        ("-140.5]", "-140]", "7: 表“zero_sum”无法使用"), ("[140.5, 0", "[0, 140.5", "7: 表“amounts”无法使用"),
        ("[140.5,", "[140.5000001,", "7: “ten_thousand_yuan”应为十进制数"),
    ])
    func `a money table that does not balance, rises or divides a 分 is refused`(
        old: String, new: String, fault: String
    ) throws {
        let faults = try check(Self.money.replacing(old, with: new))
        #expect(faults.first?.hasPrefix("standards/test.yaml:" + fault) == true, "\(faults)")
    }
}
