import Foundation
import Standards
import Testing

@testable import Catalog

/// Published results of function zones, reproduced (sources in the data's own README: 宿州, 达州, 湖南, 攀枝花).
@Suite(.enabled(if: OpenData.has("noise"), "\(OpenData.note)"))
struct NoiseOpenDataTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try ShippedRules.catalog.get()
    }

    @Test
    func `the verdicts of seven points by day and night are those published`() throws {
        var points = 0
        try OpenData.table("noise/suzhou_2020Q3_points.csv").forEach { row in
            let day = try #require(CivilDate("2020-09-30"))
            let standard = try catalog.rule(.noiseZones, on: day)
            let decimals = try catalog.rule(.noiseStatistics, on: day).levelDecimals
            let zone = try #require(NoiseZone(rawValue: row["功能区类别"].replacingOccurrences(of: "类", with: "")))
            func isMet(_ column: String, _ period: NoisePeriod) throws -> Bool {
                let level = try #require(ExactDecimal(row[column]))
                #expect(level.scale == decimals)
                return try standard.isMet(level, zone: zone, period: period)
            }
            let verdict =
                switch (try isMet("昼间Leq_dB(A)", .day), try isMet("夜间Leq_dB(A)", .night)) {
                case (true, true): "满足"
                case (false, false): "不满足"
                case (true, false): "昼间满足、夜间不满足"
                case (false, true): "昼间不满足、夜间满足"
                }
            #expect(verdict == row["公布结论"], "\(row["测点"])")
            points += 1
        }
        #expect(points == 7)
        print("noise: verdicts of \(points) of 7 published points reproduced")
    }

    @Test
    func `thirty-four published rates are met by total with one decimal`() throws {
        var rows = 0
        var zones: [String: NoiseAttainment] = [:]
        var totals: [String: NoiseAttainment] = [:]
        try OpenData.table("noise/function_zone_rates.csv").forEach { row in
            let day = try #require(CivilDate(row["期间"].prefix(4) + "-06-30"))
            let decimals = try catalog.rule(.noiseStatistics, on: day).rateDecimals
            let attainment = NoiseAttainment(
                met: try #require(Int(row["达标点次"])), total: try #require(Int(row["监测点次"])))
            let published = try #require(ExactDecimal(row["公布达标率(%)"]))
            #expect(try attainment.rate(decimals: decimals) == published, "\(row["地区"]) \(row["期间"]) \(row["类别"])")
            rows += 1
            let group = [row["地区"], row["期间"], row["时段"]].joined(separator: " ")
            if row["类别"] == "合计" {
                totals[group] = attainment
            } else {
                zones[group] = zones[group].map { $0 + attainment } ?? attainment
            }
        }
        #expect(rows == 34)
        // Where zones and their total are both published, the total is their sum.
        let both = totals.filter { zones[$0.key] != nil }
        #expect(both.count == 4)
        for (group, total) in both { #expect(zones[group] == total, "\(group)") }
        print("noise: \(rows) of 34 published rates reproduced")
    }
}
