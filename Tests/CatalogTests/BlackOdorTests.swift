import Standards
import Testing

@testable import Catalog

/// Black and odorous water by the rule files; every bound from both sides.
struct BlackOdorTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try ShippedRules.catalog.get()
    }

    static let bounds: [(rule: String, indicator: BlackOdorRule.Indicator, grades: [(String, Int)])] = [
        (
            "BLACKODOR-2015", .transparency,
            [("25", 0), ("24.99", 1), ("10", 1), ("9.99", 2), ("0", 2), ("25.01", 0)]
        ),
        ("BLACKODOR-2015", .oxygen, [("2.0", 0), ("1.99", 1), ("0.2", 1), ("0.19", 2), ("2.01", 0)]),
        (
            "BLACKODOR-2015", .potential,
            [("50.1", 0), ("50", 1), ("49.9", 1), ("-200", 1), ("-200.1", 2), ("-199.9", 1)]
        ),
        ("BLACKODOR-2015", .ammonia, [("8.0", 0), ("8.01", 1), ("15", 1), ("15.01", 2), ("7.99", 0)]),
        ("BLACKODOR-URBAN", .transparency, [("25", 0), ("24.99", 1), ("10", 1), ("9.99", 2)]),
        ("BLACKODOR-URBAN", .oxygen, [("2", 0), ("1.99", 1), ("0.2", 1), ("0.19", 2)]),
        ("BLACKODOR-URBAN", .ammonia, [("8", 0), ("8.01", 1), ("15", 1), ("15.01", 2)]),
        ("BLACKODOR-RURAL", .transparency, [("25", 0), ("24.99", 1), ("1", 1)]),
        ("BLACKODOR-RURAL", .oxygen, [("2", 0), ("1.99", 1), ("0", 1)]),
        ("BLACKODOR-RURAL", .ammonia, [("15", 0), ("15.01", 1), ("99", 1)]),
    ]

    @Test(arguments: bounds)
    func `each bound holds from both sides`(
        row: (rule: String, indicator: BlackOdorRule.Indicator, grades: [(String, Int)])
    ) throws {
        let rule = try catalog.rule(.waterBlackOdor, id: row.rule)
        for (text, grade) in row.grades {
            let point = rule.grade([row.indicator: try #require(ExactDecimal(text))])
            #expect(point.grade?.rawValue == grade, "\(row.rule) \(row.indicator) \(text)")
            #expect(point.missing.count == rule.rows.count - 1)
        }
    }

    @Test(arguments: [
        ("BLACKODOR-URBAN", "24.9", "9.96", false, 1), ("BLACKODOR-URBAN", "24.9", "9.95", false, 2),
        ("BLACKODOR-URBAN", "25", "24.9", false, 1), ("BLACKODOR-URBAN", "25", "25", false, 0),
        ("BLACKODOR-URBAN", "20", "20", false, 1), ("BLACKODOR-URBAN", "20", "7", true, 0),
        ("BLACKODOR-URBAN", "25", "7", true, 2), ("BLACKODOR-RURAL", "20", "8", false, 0),
        ("BLACKODOR-RURAL", "20", "7.99", false, 1),
    ])
    func `shallow water is compared with four tenths of its depth`(
        id: String, depth: String, transparency: String, clear: Bool, expected: Int
    ) throws {
        let seen: ExactDecimal = try #require(ExactDecimal(transparency))
        let deep: ExactDecimal = try #require(ExactDecimal(depth))
        let rule = try catalog.rule(.waterBlackOdor, id: id)
        let point = rule.grade([.transparency: seen], depth: deep, isBottomVisible: clear)
        #expect(point.grade?.rawValue == expected)
    }

    @Test
    func `the worst indicator grades a point, and most points a reach`() throws {
        let rule = try catalog.rule(.waterBlackOdor, id: "BLACKODOR-URBAN")
        #expect(rule.grade([.transparency: 30, .oxygen: 5, .ammonia: 16]).grade == .heavy)
        #expect(rule.grade([.transparency: 30, .oxygen: 1, .ammonia: 1]).grade == .mild)
        #expect(rule.grade([:]).grade == nil)
        #expect(rule.grade([.potential: -300]).grade == nil, "potential is no longer used")
        #expect(try rule.reach([.heavy, .heavy, .heavy, .mild, .none]) == .mild, "60 % is not more than 60 %")
        #expect(try rule.reach([.heavy, .heavy, .mild]) == .heavy)
        #expect(try rule.reach([.none, .none]) == .none)
        #expect(try rule.reach([.none, .mild]) == .mild)
        #expect(throws: StandardsError.self) { try rule.reach([]) }
    }
}
