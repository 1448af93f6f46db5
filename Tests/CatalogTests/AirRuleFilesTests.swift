import Standards
import Testing

@testable import Catalog

/// The rule files of air statistics against the standards, written a second time by hand.
struct AirRuleFilesTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try ShippedRules.catalog.get()
    }

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test(arguments: ["2025-12-31", "2026-03-01"])
    func `the annual evaluation uses the percentiles of HJ 663`(date: String) throws {
        let rule = try catalog.rule(.airStatistics, on: day(date))
        #expect(rule.evaluation.percentiles == [.so2: 98, .no2: 98, .pm10: 95, .pm25: 95, .co: 95, .o3: 90])
        #expect(rule.evaluation.comparedDecimals == [.so2: 0, .no2: 0, .pm10: 0, .pm25: 0, .co: 1, .o3: 0])
        #expect(rule.evaluation.multipleDecimals == 2)
        #expect(rule.evaluation.rateDecimals == 1)
        #expect(rule.evaluation.goodUpTo == 100)
        #expect(rule.evaluation.countsExcludedDays)
        #expect(rule.evaluation.areaOzone == .meanOfPoints)
        #expect(rule.evaluation.movingYears == (date < "2026" ? nil : 3))
        #expect(try catalog.header(.airStatistics, on: day(date)).confidence == .provisional)
    }

    @Test(arguments: [
        ("2018-08-31", "273.15", false, Confidence.provisional), ("2018-09-01", "298.15", true, .provisional),
        ("2026-02-28", "298.15", true, .provisional), ("2026-03-01", "298.15", true, .official),
    ])
    func `gases are stated at 273 K up to August 2018 and at 298 K since`(
        date: String, kelvin: String, isActual: Bool, confidence: Confidence
    ) throws {
        let state = try catalog.rule(.airReference, on: day(date))
        #expect(state.gases.temperature.description == kelvin)
        #expect(state.gases.pressure.description == "1013.25")
        #expect((state.particles == nil) == isActual)
        #expect(try catalog.header(.airReference, on: day(date)).confidence == confidence)
    }

    @Test(arguments: [
        ("GB3095-2012-T2", "2020-01-01", "50", "100"), ("GB3095-2026-T2", "2026-03-01", "50", "100"),
        ("GB3095-2026-T2", "2030-12-31", "50", "100"), ("GB3095-2026-T2", "2031-01-01", "40", "70"),
    ])
    func `nitrogen oxides keep their limits until the end of 2030`(
        id: String, date: String, year: String, dayLimit: String
    ) throws {
        let table = try catalog.rule(.airOtherLimits, id: id, on: day(date))
        #expect(table.limit("nox", .year, class: .two)?.description == year)
        #expect(table.limit("nox", .day, class: .one)?.description == dayLimit)
        #expect(table.limit("nox", .hour, class: .two) == 250)
        #expect(table.limit("tsp", .year, class: .one) == 80)
        #expect(table.limit("tsp", .year, class: .two) == 200)
        #expect(table.limit("tsp", .day, class: .one) == 120)
        #expect(table.limit("tsp", .day, class: .two) == 300)
        #expect(table.limit("pb", .year, class: .two)?.description == "0.5")
        #expect(table.limit("pb", .quarter, class: .two)?.description == "1.0")
        #expect(table.limit("bap", .year, class: .two)?.description == "0.001")
        #expect(table.limit("bap", .day, class: .two)?.description == "0.0025")
        #expect(table.limit("pb", .day, class: .two) == nil)
    }

    @Test
    func `appendix A has four metals and fluoride`() throws {
        let table = try catalog.rule(.airOtherLimits, id: "GB3095-2026-A", on: day("2026-03-01"))
        #expect(
            ["cd", "hg", "as", "cr6"].map { table.limit($0, .year, class: .two)?.description }
                == ["0.005", "0.05", "0.006", "0.000025"])
        #expect(table.limit("fluoride", .hour, class: .two, land: "城市") == 20)
        #expect(table.limit("fluoride", .day, class: .two, land: "城市") == 7)
        #expect(table.rows.filter { $0.averaging == .month }.map(\.classTwo.description) == ["1.8", "3.0"])
        #expect(table.rows.filter { $0.averaging == .growingSeason }.map(\.classTwo.description) == ["1.2", "2.0"])
    }

    @Test
    func `comparisons have one decimal and the words of bulletins`() throws {
        let rule = try catalog.rule(.comparison, on: day("2026-11-26"))
        #expect(rule.percentDecimals == 1)
        #expect(rule.words == [.rising: "上升", .falling: "下降", .equal: "持平"])
    }
}
