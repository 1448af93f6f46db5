import Standards
import Testing

@testable import Catalog

/// TLI(Σ) by the rule file, rounded and graded with proof.
struct TrophicIndexTests {
    private let rule: TrophicIndexRule

    init() throws {
        rule = try ShippedRules.catalog.get()
            .rule(.waterTrophic, on: #require(CivilDate("2026-06-01")))
    }

    /// chla in µg/L, TP, TN, SD, CODMn; the five parts, TLI(Σ) and the grade.
    @Test(arguments: [
        ("10 0.05 1.0 1.0 4.0", "50.006 45.709 54.530 51.180 37.979", "48.018", "中营养"),
        ("38 0.117 1.42 0.5 9.74", "64.504 59.516 60.470 64.627 61.661", "62.346", "中度富营养"),
        ("2 0.012 0.5 3 1.7", "32.528 22.533 42.788 29.867 15.210", "28.822", "贫营养"),
    ])
    func `the calculated examples are reproduced`(
        values: String, parts: String, index: String, grade: String
    ) throws {
        let result = try rule.evaluate(Self.values(values))
        #expect(rule.items.map { result.parts[$0.item]?.description ?? "" }.joined(separator: " ") == parts)
        #expect(result.index.description == index)
        #expect(result.grade.name == grade)
    }

    @Test
    func `weights are correlations over their sum and sum to one`() throws {
        let weights = rule.items.compactMap { rule.weight(of: $0.item) }
        #expect(weights.reduce(.zero, +) == 1)
        let printed = try weights.map { try $0.rounded(decimals: 4).description }
        #expect(printed == ["0.2663", "0.1879", "0.1790", "0.1834", "0.1834"])
        #expect(rule.weight(of: .nh3n) == nil)
    }

    @Test(arguments: [
        ("29.999999999", "贫营养"), ("30", "中营养"), ("50", "中营养"), ("50.000000001", "轻度富营养"), ("60", "轻度富营养"),
        ("60.000000001", "中度富营养"), ("70", "中度富营养"), ("70.000000001", "重度富营养"),
    ])
    func `a grade changes at its bound`(index: String, expected: String) throws {
        let constant = LogarithmSum(Rational(try #require(ExactDecimal(index))))
        #expect(try rule.grade(of: constant).grade.name == expected)
    }

    @Test
    func `all ones give the constants alone, exactly`() throws {
        let ones: [WaterItem: Rational] = [
            .chlorophyll: try Rational(numerator: 1, denominator: 1000), .tp: 1, .tn: 1, .transparency: 1, .codmn: 1,
        ]
        let result = try rule.evaluate(ones)
        #expect(result.parts[.tp]?.description == "94.360")
        #expect(result.parts[.chlorophyll]?.description == "25.000")
    }

    @Test
    func `more nutrients never lower the index, a clearer lake never raises it`() throws {
        var latest = LogarithmSum(-1_000)
        for step in 1...40 {
            var values = try Self.values("10 0.05 1.0 1.0 4.0")
            values[.tp] = try Rational(numerator: step, denominator: 100)
            let index = try rule.index(of: values)
            #expect(try index.rounded(decimals: 6) > latest.rounded(decimals: 6))
            latest = index
        }
        var clear = try Self.values("10 0.05 1.0 2.0 4.0")
        let turbid = try rule.index(of: Self.values("10 0.05 1.0 1.0 4.0")).rounded(decimals: 6)
        #expect(try rule.index(of: clear).rounded(decimals: 6) < turbid)
        clear[.tn] = nil
        #expect(throws: StandardsError(.noValues, subject: "tn")) { try rule.evaluate(clear) }
        clear[.tn] = 0
        #expect(throws: StandardsError(.valueOutOfRange, subject: "tn", value: "0")) { try rule.evaluate(clear) }
    }

    private static func values(_ text: String) throws -> [WaterItem: Rational] {
        let numbers = try text.split(separator: " ").map { Rational(try #require(ExactDecimal(String($0)))) }
        let items: [WaterItem] = [.chlorophyll, .tp, .tn, .transparency, .codmn]
        var values = Dictionary(uniqueKeysWithValues: zip(items, numbers))
        // Chlorophyll is stored in mg/L.
        values[.chlorophyll] = try numbers[0] / 1_000
        return values
    }
}
