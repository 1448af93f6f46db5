import Standards
import Testing

@testable import Catalog

/// CWQI by the rule file, exact.
struct CityWaterIndexTests {
    private let rule: CityWaterIndexRule
    private let standard: WaterStandard

    init() throws {
        let catalog = try ShippedRules.catalog.get()
        let day = try #require(CivilDate("2026-06-01"))
        rule = try catalog.rule(.waterIndex, on: day)
        standard = try catalog.rule(.waterLimits, on: day)
    }

    /// Item, concentration, CWQI(i).
    static let example: [(WaterItem, String, String)] = [
        (.codmn, "4.2", "0.7"), (.cod, "17", "0.85"), (.bod5, "2.6", "0.65"), (.nh3n, "0.35", "0.35"),
        (.tp, "0.14", "0.7"), (.copper, "0.002", "0.002"), (.zinc, "0.02", "0.02"), (.fluoride, "0.6", "0.6"),
        (.selenium, "0.0002", "0.02"), (.arsenic, "0.002", "0.04"), (.mercury, "0.00002", "0.2"),
        (.cadmium, "0.0001", "0.02"), (.chromium6, "0.002", "0.04"), (.lead, "0.001", "0.02"),
        (.cyanide, "0.002", "0.01"),
        (.volatilePhenol, "0.0002", "0.04"), (.petroleum, "0.01", "0.2"), (.surfactant, "0.025", "0.125"),
        (.sulfide, "0.005", "0.025"), (.dissolvedOxygen, "8.1", "0.6173"), (.ph, "7.9", "0.45"),
    ]

    @Test
    func `the calculated example is reproduced part by part`() throws {
        let index = try rule.index(of: Self.values(), kind: .river, standard: standard)
        for (item, _, part) in Self.example {
            let found = try #require(index.parts[item])
            #expect(try found.rounded(decimals: 4) == #require(ExactDecimal(part)), "\(item)")
        }
        #expect(index.missing.isEmpty)
        #expect(try index.total.rounded(decimals: 6).description == "5.679284")
        #expect(try index.total.rounded(decimals: rule.indexDecimals).description == "5.6793")
    }

    @Test
    func `lakes have their own unit of phosphorus`() throws {
        let index = try rule.index(of: [.tp: Rational(numerator: 1, denominator: 10)], kind: .lake, standard: standard)
        #expect(index.parts == [.tp: 2])
        #expect(index.missing.count == 20)
    }

    @Test(arguments: [
        ("6", "1"), ("6.5", "1/2"), ("7", "0"), ("7.9", "9/20"), ("9", "1"), ("9.5", "5/4"), ("5.5", "3/2"),
    ])
    func `pH counts by its distance from neutral`(value: String, expected: String) throws {
        let values: [WaterItem: Rational] = [.ph: Rational(try #require(ExactDecimal(value)))]
        #expect(try rule.index(of: values, kind: .river, standard: standard).parts[.ph]?.description == expected)
    }

    @Test
    func `missing items add nothing, oxygen of zero is guarded and named`() throws {
        let index = try rule.index(of: [.dissolvedOxygen: 0, .codmn: 6], kind: .river, standard: standard)
        #expect(index.total == 1)
        #expect(index.guarded == [.dissolvedOxygen])
        #expect(index.missing.count == 19)
        #expect(throws: StandardsError(.valueOutOfRange, subject: "codmn", value: "-1")) {
            try rule.index(of: [.codmn: -1], kind: .river, standard: standard)
        }
    }

    @Test
    func `a city is weighted by its sections and points`() throws {
        #expect(CityWaterIndexRule.city(river: (5, 3), lake: (9, 1)) == 6)
        #expect(CityWaterIndexRule.city(river: (5, 3), lake: nil) == 5)
        #expect(CityWaterIndexRule.city(river: nil, lake: (9, 1)) == 9)
        #expect(CityWaterIndexRule.city(river: nil, lake: nil) == nil)
        #expect(try CityWaterIndexRule.change(from: 8, to: 6) == -25)
        #expect(throws: StandardsError.self) { try CityWaterIndexRule.change(from: 0, to: 6) }
    }

    @Test
    func `an index never falls when a concentration rises`() throws {
        for item in rule.items where item != .ph && item != .dissolvedOxygen {
            var values = try Self.values()
            let before = try rule.index(of: values, kind: .river, standard: standard).total
            values[item] = try #require(values[item]) * 2
            #expect(try rule.index(of: values, kind: .river, standard: standard).total > before)
        }
    }

    private static func values() throws -> [WaterItem: Rational] {
        var values: [WaterItem: Rational] = [:]
        for (item, text, _) in example { values[item] = Rational(try #require(ExactDecimal(text))) }
        return values
    }
}
