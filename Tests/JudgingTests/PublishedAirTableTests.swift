import Documents
import Judging
import Testing

/// Hours published by the national and a provincial platform, recast to the table of `air hourly`.
///
/// Traps of the sources: the ozone of the hour stands in `o3` in 2026, in `O3_24h` in 2017–2019; PM2.5 published as
/// exactly 3 stands for a value below the detection limit, from which the published AQI was not computed.
@Suite(.enabled(if: PublishedFile.has("air"), "\(PublishedFile.note)"))
struct PublishedAirTableTests {
    /// One published file and what its columns are called.
    struct Source: Sendable, CustomTestStringConvertible {
        let path: String
        let time: String
        /// Station, the six items in the order of the table, AQI, primary pollutant.
        let columns: [String]
        let leastRows: Int
        var testDescription: String { path }
    }

    private static let columns2026 = [
        "stationcode", "so2", "no2", "pm10", "pm2_5", "co", "o3", "aqi", "primarypollutant",
    ]

    private static func national(_ part: String, leastRows: Int) -> Source {
        Source(path: "air/cnemc2026_\(part)_A.csv.gz", time: "timepoint", columns: columns2026, leastRows: leastRows)
    }

    static let sources: [Source] = [
        national("switch_national", leastRows: 25_000),
        national("tianjin", leastRows: 20_000),
        national("series", leastRows: 60_000),
        national("edgecases", leastRows: 3_000),
        Source(
            path: "air/cnemc_2017_2019_HJ633-2012_A.csv.gz", time: "TimePoint",
            columns: ["StationCode", "SO2", "NO2", "PM10", "PM2_5", "CO", "O3_24h", "AQI", "PrimaryPollutant"],
            leastRows: 4_000),
        Source(
            path: "air/zjemc_2026-06_A.csv.gz", time: "time",
            columns: ["sitecode", "SO2", "NO2", "PM10", "PM25", "CO", "O3", "AQI", "SYWRW"], leastRows: 15_000),
    ]

    @Test(arguments: sources)
    func `every published hour with six values is reproduced`(source: Source) throws {
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(AirHourlyTable.columns)
        var published: [(aqi: Int, primary: Set<String>)] = []
        var file = try PublishedFile(source.path)
        while let row = try file.next() {
            let values = source.columns[1...6].map { Self.value(row($0)) }
            let aqi = row(source.columns[7]).split(separator: ".").first.flatMap { Int($0) }
            guard let aqi, !values.contains(""), values[3] != "3" else { continue }
            writer.row([Self.time(row(source.time)), row(source.columns[0])] + values)
            published.append((aqi, Self.names(row(source.columns[8]))))
        }
        let result = try JudgedText.air(writer.take())
        #expect(result.counts == JudgedCounts(rows: published.count, refused: 0))
        var wrongIndex: [[String]] = []
        var wrongPrimary: [[String]] = []
        for (row, expected) in zip(try result.rows, published) {
            if row[8] != "\(expected.aqi)" { wrongIndex.append(row + ["\(expected.aqi)"]) }
            let primary = Set(row[10].split(separator: ",").map(String.init))
            if primary != expected.primary { wrongPrimary.append(row + expected.primary.sorted()) }
        }
        print("\(source.path): \(published.count - wrongIndex.count) of \(published.count) AQI as published")
        #expect(published.count > source.leastRows)
        #expect(wrongIndex.isEmpty, "\(wrongIndex.prefix(3))")
        #expect(wrongPrimary.isEmpty, "\(wrongPrimary.prefix(3))")
    }

    /// From 1 March 2026 the platform follows 5.3.1 wherever one gas alone is missing.
    @Test
    func `hours with one gas missing are published only above 100`() throws {
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(AirHourlyTable.columns)
        var published: [String] = []
        for source in Self.sources.prefix(4) {
            var file = try PublishedFile(source.path)
            while let row = try file.next() {
                let values = source.columns[1...6].map { Self.value(row($0)) }
                let isOneGas = values.count { $0.isEmpty } == 1 && !values[2].isEmpty && !values[3].isEmpty
                guard isOneGas, values[3] != "3", row(source.time) > "2026-03-01T0000" else { continue }
                writer.row([Self.time(row(source.time)), row(source.columns[0])] + values)
                published.append(Self.value(row("aqi")))
            }
        }
        let rows = try JudgedText.air(writer.take()).rows
        let right = zip(rows, published).count { row, aqi in row[8] == (aqi.isEmpty ? "NA" : aqi) }
        print("one gas missing: \(right) of \(rows.count) as published")
        #expect(rows.count > 500)
        #expect(Double(right) >= 0.99 * Double(rows.count))
        #expect(rows.allSatisfy { $0[12].contains("缺测") })
    }

    private static func value(_ text: String) -> String { ["NA", "—", "--"].contains(text) ? "" : text }

    /// `2026-03-01T0100`, `2017-07-07T16:00:00`, `2026-06-01 01:00:00` or `2026-06-01`, all Beijing time.
    private static func time(_ text: String) -> String {
        let digits = text.filter(\.isNumber).prefix(10)
        let hour = digits.count == 10 ? digits.suffix(2) : "00"
        return "\(text.prefix(10))T\(hour):00:00+08:00"
    }

    /// Published names as those of the table: `细颗粒物(PM2.5)`, `PM₂.₅`, `臭氧1小时(O3_1h)`, `--` for none.
    private static func names(_ text: String) -> Set<String> {
        let known = [
            "二氧化硫": "SO2", "二氧化氮": "NO2", "一氧化碳": "CO", "臭氧1小时": "O3", "O₃": "O3", "PM₁₀": "PM10",
            "PM₂.₅": "PM2.5",
        ]
        return Set(
            text.split(separator: ",").compactMap { part in
                let name = part.split(separator: "(").first.map(String.init) ?? ""
                if part.hasSuffix("(PM10)") { return "PM10" }
                if part.hasSuffix("(PM2.5)") { return "PM2.5" }
                return known[name] ?? (["--", "NA"].contains(name) ? nil : name)
            })
    }
}
