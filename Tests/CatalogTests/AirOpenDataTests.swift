import Foundation
import Standards
import Testing

@testable import Catalog

/// The whole of the open national data, judged by the bundled rule files.
///
/// 2026: `o3` is the current hour; 2017–2019: `O3_24h` is (columns are misnamed at the source). `timepoint` is the end of the
/// hour. PM2.5 published as exactly 3 stands for "below detection"; such rows were computed from another value.
@Suite(.enabled(if: OpenData.has("air"), "\(OpenData.note)"))
struct AirOpenDataTests {
    private static let columns2026: [AirItem: String] = [
        .so2: "so2", .no2: "no2", .pm10: "pm10", .pm25: "pm2_5", .co: "co", .o3: "o3",
    ]
    private static let columns2017: [AirItem: String] = [
        .so2: "SO2", .no2: "NO2", .pm10: "PM10", .pm25: "PM2_5", .co: "CO", .o3: "O3_24h",
    ]

    @Test(arguments: [
        ("cnemc2026_tianjin", 29_000), ("cnemc2026_switch_national", 33_000), ("cnemc2026_series", 76_000),
        ("cnemc2026_edgecases", 3_500), ("cnemc_2017_2019_HJ633-2012", 5_000),
    ])
    func `hours have the published AQI and primary pollutants`(name: String, minimumRows: Int) throws {
        let tally = try count(name)
        print("air \(name): \(tally)")
        #expect(tally.complete >= minimumRows)
        #expect(tally.wrong.isEmpty, "\(tally.wrong.prefix(5))")
        #expect(tally.primaryRight == tally.complete)
        // A single missing gas: published only above 100 from 2020, always before.
        #expect(tally.gasWrong <= max(1, tally.gasRight / 1_000))
        // Blanks against true outages: 80 to 99 % by file; the selected cases hold as many of either by design.
        if name != "cnemc2026_edgecases" { #expect(tally.blankRight * 4 >= tally.blank * 3) }
    }

    @Test
    func `the province of Zhejiang publishes the same AQI, level, colour and level of each item`() throws {
        let catalog = try ShippedRules.catalog.get()
        let rule = try catalog.rule(.airIndex, on: #require(CivilDate("2026-06-01")))
        var rows = 0
        var right = 0
        var itemLevels = 0
        var wrongLevels: [String] = []
        let columns: [(item: AirItem, column: String)] = [
            (.so2, "SO2"), (.no2, "NO2"), (.pm10, "PM10"), (.pm25, "PM25"), (.co, "CO"), (.o3, "O3"),
        ]
        try OpenData.table("air/zjemc_2026-06_A.csv.gz").forEach { row in
            var values = AirValues(repeating: .missing)
            for (item, column) in columns { values[item] = value(row[column]) }
            let result = rule.hourly(values)
            guard let aqi = Int(row["AQI"]), result.missingItems.isEmpty else { return }
            rows += 1
            let level = rule.level(ofAQI: aqi)
            if result.aqi == aqi, level.name.hasPrefix(row["AQI_level"]), level.hex == row["AQI_color"] { right += 1 }
            for (item, column) in columns {
                let published = row[column + "_level"]
                guard let index = result.iaqi(item), !published.isEmpty else { continue }
                itemLevels += 1
                if !rule.level(ofAQI: index).name.hasPrefix(published) { wrongLevels.append("\(item) \(row[column])") }
            }
        }
        print("air zjemc: \(right) of \(rows), \(itemLevels) levels of items")
        #expect(itemLevels > 110_000)
        #expect(wrongLevels.isEmpty, "\(wrongLevels.prefix(5)) \(wrongLevels.count)")
        #expect(rows > 19_000)
        #expect(right == rows)
    }

    // MARK: Reading

    private struct Tally: CustomStringConvertible {
        var complete = 0
        var primaryRight = 0
        var belowDetection = 0
        var wrong: [String] = []
        var gasRight = 0
        var gasWrong = 0
        var blank = 0
        var blankRight = 0

        var description: String {
            """
            complete \(complete) of \(complete + wrong.count), primary \(primaryRight), PM2.5 = 3 aside \(belowDetection); \
            one gas missing \(gasRight) of \(gasRight + gasWrong); PM10 blank \(blankRight) of \(blank)
            """
        }
    }

    private func count(_ name: String) throws -> Tally {
        var tally = Tally()
        try forEach(name) { rule, values, row in
            let result = rule.hourly(values)
            let aqi = published(row["aqi"] + row["AQI"])
            let gaps = result.missingItems
            if gaps.isEmpty {
                guard let aqi else { return }
                if result.aqi == aqi {
                    tally.complete += 1
                    let primary = primary(row["primarypollutant"] + row["PrimaryPollutant"])
                    if primary == result.primary { tally.primaryRight += 1 }
                } else if values.pm25 == .present(3) {
                    tally.belowDetection += 1
                } else {
                    tally.wrong.append("\(row["timepoint"]) \(row["stationcode"]) \(aqi) \(result.aqi ?? -1)")
                }
            } else if gaps == AirItemSet(.pm10) {
                tally.blank += 1
                if rule.readingNationalFeed().hourly(values).aqi == aqi { tally.blankRight += 1 }
            } else if gaps.count == 1, gaps != AirItemSet(.pm25) {
                if result.aqi == aqi { tally.gasRight += 1 } else { tally.gasWrong += 1 }
            }
        }
        return tally
    }

    private func forEach(
        _ name: String, _ body: (AirIndexRule, AirValues, OpenTable.Row) throws -> Void
    ) throws {
        let catalog = try ShippedRules.catalog.get()
        let isOld = name.contains("2017")
        var rules: [CivilDate: AirIndexRule] = [:]
        try OpenData.table("air/\(name)_A.csv.gz").forEach { row in
            let time = row[isOld ? "TimePoint" : "timepoint"]
            let day = try #require(CivilDate(String(time.prefix(10))))
            let hour = try #require(Int(time.dropFirst(11).prefix(2)))
            let start = Period.hour(endingAt: Instant(beijing: day, hour: hour)).start.beijingDate
            let rule = try rules[start] ?? catalog.rule(.airIndex, on: start)
            rules[start] = rule
            var values = AirValues(repeating: .missing)
            for (item, column) in isOld ? Self.columns2017 : Self.columns2026 { values[item] = value(row[column]) }
            try body(rule, values, row)
        }
    }

    private func value(_ text: String) -> AirValue {
        text == "/" ? .notMonitored : ExactDecimal(text).map { .present($0) } ?? .missing
    }

    private func published(_ text: String) -> Int? {
        guard let value = ExactDecimal(text) else { return nil }
        return try? value.rational.ceiling
    }

    private func primary(_ text: String) -> [AirItem] {
        let names: [(String, AirItem)] = [
            ("二氧化硫", .so2), ("二氧化氮", .no2), ("颗粒物(PM10)", .pm10), ("细颗粒物", .pm25), ("一氧化碳", .co), ("臭氧", .o3),
        ]
        return text.split(separator: ",").compactMap { part in names.first { part.hasPrefix($0.0) }?.1 }
    }
}
