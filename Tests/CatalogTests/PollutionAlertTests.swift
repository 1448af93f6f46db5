import Standards
import Testing

@testable import Catalog

/// Which forecast calls for which alert.
struct PollutionAlertTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try ShippedRules.catalog.get()
    }

    private func rule(_ day: String) throws -> PollutionAlertRule {
        try catalog.rule(.pollutionAlert, on: #require(CivilDate(day)))
    }

    @Test(
        arguments: [
            ([160, 160], PollutionAlertLevel.yellow), ([160], nil), ([210], .yellow), ([160, 160, 160], .orange),
            ([210, 205], .orange), ([210, 205, 310], .red), ([210, 205, 205], .orange), ([310, 205], .orange),
            ([151], nil),
            ([150, 160, 160], .yellow), ([201], .yellow), ([200], nil), ([151, 151], .yellow), ([150, 151], nil),
            ([201, 201, 301], .red), ([201, 201, 300], .orange), ([], nil), ([310, 100, 210, 205], .orange),
        ] as [([Int], PollutionAlertLevel?)])
    func `since 2024 one day above 200 is yellow and three with one above 300 are red`(
        days: [Int], level: PollutionAlertLevel?
    ) throws {
        #expect(try rule("2026-11-26").level(of: days) == level)
    }

    @Test(
        arguments: [
            ([210], nil), ([210, 201], PollutionAlertLevel.yellow), ([201, 201, 201], .orange),
            ([310, 310, 201, 201], .red),
            ([310, 201, 310, 201], .orange), ([301, 301, 201], .orange), ([500], .red), ([499], nil),
            ([200, 201], nil),
        ] as [([Int], PollutionAlertLevel?)])
    func `before 2024 levels needed a day more and red two days above 300`(
        days: [Int], level: PollutionAlertLevel?
    ) throws {
        #expect(try rule("2023-12-31").level(of: days) == level)
    }

    @Test
    func `a day without a forecast ends a process, and one more bad day never lowers the level`() throws {
        let rule = try rule("2026-11-26")
        #expect(rule.level(of: [160, nil, 160]) == nil)
        for first in stride(from: 140, through: 320, by: 10) {
            for second in stride(from: 140, through: 320, by: 10) {
                let two = rule.level(of: [first, second])
                let three = rule.level(of: [first, second, 310])
                #expect(three.map { three in two.map { three >= $0 } ?? true } ?? (two == nil))
            }
        }
    }
}
