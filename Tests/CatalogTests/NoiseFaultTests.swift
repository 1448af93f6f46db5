import Standards
import Testing

@testable import Catalog

/// Faults of noise files, each named with its line and mend, and what a bureau may lay over the bundled ones.
struct NoiseFaultTests {
    private func check(_ text: String) throws -> [String] {
        try OverlayFolder(["standards/test.yaml": header(id: "TEST", from: "2030-01-01") + text]).faults()
            .map(\.description)
    }

    @Test(arguments: [
        ("noise_periods: {night_from: 24}\n", "standards/test.yaml:6: “night_from”的值 24 超出 0…23；改为 0…23 之间的数"),
        ("noise_periods: {night_form: 22}\n", "standards/test.yaml:6: 缺少“night_from”；补上“night_from: …”"),
        (
            "noise_emission: {limits: {day: 50, night: 60}}\n",
            "standards/test.yaml:6: 表“limits”无法使用（不递增、缺项或超出范围）；对照标准原文核对该表"
        ),
        (
            "noise_emission:\n  zones:\n    - {zone: 1, day: 55, night: 45}\n    - {zone: 1, day: 60, night: 50}\n",
            "standards/test.yaml:9: 同一处重复的键：1；每个键只保留一处"
        ),
        (
            "noise_emission:\n  limits: {day: 70, night: 55}\n  background: [{from: 3, to: 3, subtract: 3}, {from: 5, to: 9, subtract: 1}]\n",
            "standards/test.yaml:7: 表“background”无法使用（不递增、缺项或超出范围）；对照标准原文核对该表"
        ),
        (
            "noise_emission:\n  zones:\n    - {zone: 4c, day: 55, night: 45}\n",
            "standards/test.yaml:8: “zone”的值“4c”不在允许的范围内；是否应为“4”？"
        ),
    ])
    func `a fault is named with its line`(text: String, expected: String) throws {
        let faults = try check(text)
        #expect(faults.contains(expected), "\(faults)")
    }

    @Test
    func `a city has a night of its own beside the usual one`() throws {
        let folder = try OverlayFolder([
            "standards/night.yaml": header(id: "NOISE-PERIODS-X", from: "2026-07-01")
                + "noise_periods: {night_from: 23}\n"
        ])
        let catalog = try folder.load()
        let day = try #require(CivilDate("2026-07-01"))
        #expect(try catalog.rule(.noisePeriods, id: "NOISE-PERIODS-X", on: day).nightFrom == 23)
        #expect(try catalog.rule(.noisePeriods, id: "NOISE-PERIODS", on: day).nightFrom == 22)
        #expect(throws: CatalogError.self) {
            try catalog.rule(.noisePeriods, id: "NOISE-PERIODS-X", on: day.adding(days: -1))
        }
    }

    @Test
    func `a bureau that knows the least number of hours writes it over the bundled rule`() throws {
        let folder = try OverlayFolder([
            "standards/HBJC2024-33.yaml": header(id: "HBJC2024-33", from: "2025-01-01")
                + "noise_statistics: {level_decimals: 1, rate_decimals: 1, minimum: {day_hours: 13, night_hours: 6}}\n"
        ])
        let rule = try folder.load().rule(.noiseStatistics, on: #require(CivilDate("2026-03-01")))
        #expect(rule.minimum == NoiseStatisticsRule.Minimum(dayHours: 13, nightHours: 6))
    }
}
