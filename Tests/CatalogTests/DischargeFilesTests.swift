import Standards
import Testing

@testable import Catalog

/// The rule files of discharges.
struct DischargeFilesTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try ShippedRules.catalog.get()
    }

    @Test(arguments: [
        ("N", DischargeValidity.valid), ("F", .plantStopped), ("M", .invalidDevice), ("S", .manual),
        ("D", .invalidDevice), ("C", .invalidDevice), ("T", .invalidDevice), ("B", .invalidDevice), ("", .valid),
        ("St", nil), ("n", nil),
    ])
    func `flags of 2017 and 2025 fall into four classes`(flag: String, validity: DischargeValidity?) throws {
        #expect(try catalog.rule(.dischargeFlags, id: "HJ212-2017-flags").validity(of: flag) == validity)
        #expect(try catalog.rule(.dischargeFlags, id: "HJ212-2025-flags").validity(of: flag) == validity)
    }

    @Test
    func `only over range hints at an exceedance, and devices of 2005 have hardly any flags`() throws {
        let flags = try catalog.rule(.dischargeFlags, id: "HJ212-2017-flags").flags.values
        #expect(flags.filter(\.hintsAtExceedance).map(\.letter) == ["T"])
        let old = try catalog.rule(.dischargeFlags, id: "HJT212-2005-flags")
        #expect(old.validity(of: "") == .valid)
        #expect(old.validity(of: "D") == nil)
        #expect(throws: CatalogError.self) {
            try catalog.rule(.dischargeFlags, id: "HJ212-2025-flags", on: date("2025-12-31"))
        }
    }

    @Test(arguments: [
        ("boiler", "cold_start", 4), ("boiler", "hot_start", 2), ("boiler", "stop", 1), ("thermal_power", "start", 4),
        ("thermal_power", "start_named_case", 8), ("thermal_power", "stop", 1), ("cement", "cold_start", 36),
        ("cement", "hot_start", 8),
    ])
    func `events have the hours of the announcement`(industry: String, event: String, hours: Int) throws {
        let rule = try catalog.rule(.dischargeMarking, id: "MEE2022-21", on: date("2023-01-01"))
        #expect(rule.id == "MEE2022-21")
        #expect(rule.deadlineHour == 12)
        #expect(rule.event(event, industry: industry)?.maximumHours == hours)
        #expect(rule.event(event, industry: "paper") == nil)
    }

    @Test
    func `the marks of waste incineration stand beside the general rule, which holds where both have one`() throws {
        let pm = DischargeItem(rawValue: "pm")
        let old = try catalog.markingRule(on: date("2022-12-31"))
        #expect(old.id == "MEE2019-50")
        #expect(old.event("start", industry: "waste_incineration")?.ceilings[pm] == nil)
        #expect(old.event("cold_start", industry: "boiler") == nil)
        let new = try catalog.markingRule(on: date("2023-01-01"))
        #expect(new.id == "MEE2022-21")
        #expect(new.event("start", industry: "waste_incineration")?.ceilings[pm] == 150)
        #expect(new.event("bake", industry: "waste_incineration")?.name == "烘炉")
        #expect(new.event("shutdown", industry: "waste_incineration")?.isStandstill == true)
        #expect(new.event("bake", industry: "boiler") == nil)
        #expect(throws: CatalogError.self) { try catalog.markingRule(on: date("2019-12-31")) }
    }

    @Test(arguments: [
        ("a34013", 30, 20), ("a21002", 300, 250), ("a21026", 100, 80), ("a21024", 60, 50), ("a21005", 100, 80),
    ])
    func `incinerators have limits of hour and day`(code: String, hour: Int, day: Int) throws {
        let rule = try catalog.rule(.dischargeLimits, id: "GB18485-2014")
        let limits = try #require(rule.category("incinerator"))
        #expect(limits.row(code, .hour)?.bound == .atMost(ExactDecimal(hour)))
        #expect(limits.row(code, .day)?.bound == .atMost(ExactDecimal(day)))
    }

    @Test
    func `residual chlorine of hospitals has two windows`() throws {
        let rule = try catalog.rule(.dischargeLimits, id: "GB18466-2005")
        func bound(_ category: String, _ place: String?) throws -> DischargeBound? {
            try #require(rule.category(category)).row("chlorine", .hour, place: place)?.bound
        }
        let half = try #require(ExactDecimal("0.5"))
        #expect(try bound("infectious", "contact_tank") == .within(#require(ExactDecimal("6.5")), 10))
        #expect(try bound("general", "contact_tank") == .within(3, 10))
        #expect(try bound("general_sewer", "contact_tank") == .within(2, 8))
        #expect(try bound("infectious", nil) == .atMost(half))
        #expect(try bound("general", nil) == .atMost(half))
        #expect(try bound("general_sewer", nil) == nil)
    }

    @Test(arguments: [
        ("infectious", [100, 60, 20, 20, 15]), ("general", [500, 60, 20, 20, 15]),
        ("general_sewer", [5_000, 250, 100, 60, nil]),
    ])
    func `hospitals have daily limits by kind`(category: String, limits: [Int?]) throws {
        let rule = try catalog.rule(.dischargeLimits, id: "GB18466-2005")
        let rows = try #require(rule.category(category))
        let found = ["fecal_coliform", "cod", "bod5", "ss", "nh3n"].map { rows.row($0, .day)?.bound }
        #expect(found == limits.map { $0.map { .atMost(ExactDecimal($0)) } })
        #expect(rows.row("w01018", .hour) == nil)
        #expect(rows.row("ph", .hour)?.bound == .within(6, 9))
    }

    @Test
    func `gas has least numbers of minutes, hours and days, water an hour for its check`() throws {
        let gas = try catalog.rule(.dischargePeriods, id: "HJ75-2017")
        #expect([gas.minimumMinutes, gas.minimumHours, gas.monthDays, gas.februaryDays] == [45, 20, 25, 23])
        let water = try catalog.rule(.dischargePeriods, id: "HJ356-2019")
        #expect(water.minimumHours == nil)
        #expect(water.creditedHours(valid: 23, markedForCheck: 1) == 24)
        #expect(try catalog.rule(.transferRate, on: date("2026-06-01")).target.description == "3/4")
    }

    /// The reference value, the largest reading that still passes, the smallest that does not.
    @Test(arguments: [
        ("cod", "29.9", "34.9", "35"), ("cod", "30", "39", "39.01"), ("cod", "59.9", "77.87", "77.88"),
        ("cod", "60", "72", "72.01"), ("cod", "100", "115", "115.1"), ("nh3n", "1.99", "2.29", "2.3"),
        ("nh3n", "2", "2.3", "2.31"), ("tp", "0.39", "0.43", "0.431"), ("tp", "0.4", "0.46", "0.461"),
        ("tn", "1.5", "1.8", "1.81"), ("tn", "10", "11.5", "11.51"), ("ph", "7", "7.5", "7.51"),
        ("temperature", "20", "20.5", "20.6"), ("flow", "100", "110", "110.1"), ("level", "500", "512", "513"),
    ])
    func `comparisons have limits by range`(item: String, reference: String, passes: String, fails: String) throws {
        let rule = try catalog.rule(.deviceChecks, id: "HJ355-2019-checks")
        func outcome(_ text: String) throws -> DeviceCheckRule.Result.Outcome {
            try rule.result(
                "comparison", item: DischargeItem(rawValue: item), reference: #require(ExactDecimal(reference)),
                measured: #require(ExactDecimal(text))
            ).outcome
        }
        #expect(try outcome(passes) == .passed)
        #expect(try outcome(fails) == .failed)
    }

    @Test(arguments: [
        ("zero_drift", "pm", "2", "8"), ("span_drift", "pm", "2", "8"), ("zero_drift", "so2", "2.5", "5"),
        ("span_drift", "nox", "2.5", "10"), ("zero_drift", "velocity", "3", "8"),
    ])
    func `drifts of gas have two limits`(check: String, item: String, normal: String, limit: String) throws {
        let rule = try catalog.rule(.deviceChecks, id: "HJ75-2017-checks")
        let row = try rule.result(
            check, item: DischargeItem(rawValue: item), reference: .zero, measured: .zero, span: 100
        ).row
        #expect(row.normal == ExactDecimal(normal))
        #expect(row.limit == ExactDecimal(limit))
    }

    @Test
    func `replacement is a table for gas, the preceding period for water, neighbours in old statistics`() throws {
        func method(_ id: String, _ day: String) throws -> EmissionReplacementRule.Method {
            try catalog.rule(.emissionReplacement, id: id, on: date(day)).method
        }
        guard case .largest(let steps) = try method("HJ75-2017-replacement", "2026-06-01") else {
            Issue.record("no table")
            return
        }
        #expect(steps.map(\.window) == [180, 720, 2_160])
        #expect(steps.map(\.maximumHours) == [24, nil, nil])
        #expect(steps.map(\.leastRate.description) == ["9/10", "9/10", "3/4"])
        #expect(
            try method("HJ356-2019-replacement", "2026-06-01")
                == .preceding(medianOf: [DischargeItem(rawValue: "ph")]))
        #expect(try method("HJT75-2007-replacement", "2018-02-28") == .neighbours(maximumHours: 24))
        #expect(throws: CatalogError.self) { try method("HJT75-2007-replacement", "2018-03-01") }
    }

    @Test
    func `incinerators are watched by five-minute means of 850 °C and have 60 exempt hours a year`() throws {
        let rule = try catalog.rule(.incineration, on: date("2020-01-01"))
        #expect(rule.minutes == 5)
        #expect(rule.leastTemperature == 850)
        #expect(rule.allowedColdCount == 5)
        #expect(rule.exemptHoursPerYear == 60)
        #expect(throws: CatalogError.self) { try catalog.rule(.incineration, on: date("2019-12-31")) }
    }

    @Test
    func `every file of discharges says how sure it is`() {
        let official = catalog.rules.filter { $0.header.confidence == .official }.map(\.header.id)
        #expect(official.contains("MEE2022-21"))
        for id in ["HJ75-2017-replacement", "HJ356-2019-replacement", "HJ355-2019-checks", "GB18485-2014"] {
            #expect(!official.contains(id), "\(id)")
        }
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
}
