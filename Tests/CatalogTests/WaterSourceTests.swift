import Standards
import Testing

@testable import Catalog

/// Sources of drinking water, and what crosses a boundary.
struct WaterSourceTests {
    private let rule: WaterSourceRule
    private let standard: WaterStandard
    private let source: WaterSourceLimits

    init() throws {
        let catalog = try ShippedRules.catalog.get()
        let day = try #require(CivilDate("2026-06-01"))
        rule = try catalog.rule(.waterSource, on: day)
        standard = try catalog.rule(.waterLimits, on: day)
        source = try catalog.rule(.waterSourceLimits, on: day)
    }

    private func judge(_ values: [WaterItem: ExactDecimal]) throws -> WaterSourceRule.Result {
        try rule.judge(values, kind: .lake, standard: standard, source: source)
    }

    @Test(arguments: [
        (WaterItem.sulfate, "250", "250.1"), (.chloride, "250", "250.1"), (.nitrate, "10", "10.01"),
        (.iron, "0.3", "0.301"), (.manganese, "0.1", "0.101"), (.codmn, "6", "6.01"), (.tp, "0.05", "0.051"),
        (.nh3n, "1.0", "1.001"), (.fluoride, "1.0", "1.001"), (.ph, "9", "9.01"), (.dissolvedOxygen, "5", "4.99"),
    ])
    func `both tables are met at their limits and missed beyond`(item: WaterItem, met: String, missed: String) throws {
        #expect(try judge([item: #require(ExactDecimal(met))]).isMet == true)
        let result = try judge([item: #require(ExactDecimal(missed))])
        #expect(result.isMet == false)
        #expect(result.exceeding.map(\.item) == [item])
        let hasMultiple = item != .ph && item != .dissolvedOxygen
        #expect((result.exceeding.first?.multiple != nil) == hasMultiple)
    }

    @Test
    func `items the file leaves out say nothing, and gaps are named`() throws {
        let result = try judge([.cod: 99, .tn: 99, .faecalColiform: 99_999, .temperature: 40])
        #expect(result.isMet == nil)
        // 24 − 4 of Table 1 and 5 of Table 2.
        #expect(result.missing.count == 25)
        let multiple = try judge([.sulfate: 375]).exceeding.first?.multiple
        #expect(multiple?.description == "1/2")
    }

    @Test
    func `rates are exact and leave out what was not judged`() {
        #expect(WaterSourceRule.sourceRate([true, false, nil, true])?.description == "2/3")
        #expect(WaterSourceRule.sourceRate([nil]) == nil)
        #expect(WaterSourceRule.volumeRate([(true, 300), (false, 100), (nil, 999)])?.description == "3/4")
        #expect(WaterSourceRule.volumeRate([]) == nil)
    }

    @Test
    func `a load counts what has both numbers and says how much has not`() throws {
        // 2 mg/L · 10 m³/s · 3600 s = 72 kg.
        let load = try BoundaryRule.load([
            .init(concentration: 2, flow: 10, seconds: 3_600), .init(concentration: nil, flow: 10, seconds: 3_600),
            .init(concentration: 2, flow: nil, seconds: 3_600), .init(concentration: 0, flow: 10, seconds: 3_600),
        ])
        #expect(load.kilograms == 72)
        #expect(load.tonnes.description == "9/125")
        #expect(load.counted == 2)
        #expect(load.missing == 2)
        #expect(throws: StandardsError.self) {
            try BoundaryRule.load([.init(concentration: -1, flow: 1, seconds: 1)])
        }
    }

    @Test
    func `the ratio is out over in`() throws {
        #expect(try BoundaryRule.ratio(out: 3, in: 4).rounded(decimals: 2).description == "0.75")
        #expect(throws: StandardsError.self) { try BoundaryRule.ratio(out: 3, in: 0) }
        let catalog = try ShippedRules.catalog.get()
        #expect(try catalog.rule(.waterBoundary, on: #require(CivilDate("2019-02-01"))).ratioDecimals == 2)
    }
}
