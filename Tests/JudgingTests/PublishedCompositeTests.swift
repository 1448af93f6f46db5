import Catalog
import Standards
import Testing

/// The composite index with the rule files, against bulletins of Tianjin and two other places.
struct PublishedCompositeTests {
    /// A published row: PM2.5, PM10, SO2, NO2, CO 95th percentile, O3 90th percentile, the published index, and the sums
    /// computed by hand with the limits of 2012, those of 2026, and those of 2026 with weights 3/2/2.
    struct Row: CustomTestStringConvertible, Sendable {
        let place: String
        let values: String
        let published: String
        let sums: [String]
        var testDescription: String { place }
    }

    private static let rows = [
        Row(place: "和平 2018-05", values: "43 81 7 38 1.3 199", published: "5.02", sums: ["5.021", "5.419", "10.479"]),
        Row(place: "河西 2018-05", values: "44 94 8 36 1.4 191", published: "5.17", sums: ["5.177", "5.610", "10.637"]),
        Row(place: "西青 2018-05", values: "54 80 9 41 1.4 150", published: "5.14", sums: ["5.148", "5.596", "11.158"]),
        Row(place: "河东 2018-05", values: "48 90 10 39 1.2 188", published: "5.29", sums: ["5.274", "5.717", "11.067"]),
        Row(place: "南开 2018-05", values: "47 90 7 35 1.2 189", published: "5.11", sums: ["5.101", "5.540", "10.729"]),
        Row(place: "河北 2018-05", values: "41 89 7 41 1.2 206", published: "5.17", sums: ["5.172", "5.579", "10.625"]),
        Row(place: "静海 2018-05", values: "50 87 18 33 1.6 219", published: "5.56", sums: ["5.565", "6.010", "11.537"]),
        Row(place: "红桥 2018-05", values: "47 92 8 39 1.2 203", published: "5.33", sums: ["5.334", "5.777", "11.154"]),
        Row(place: "滨海 2018-05", values: "48 90 9 42 1.4 194", published: "5.42", sums: ["5.420", "5.862", "11.325"]),
        Row(place: "北辰 2018-05", values: "48 94 8 41 1.1 215", published: "5.48", sums: ["5.491", "5.944", "11.512"]),
        Row(place: "津南 2018-05", values: "51 91 9 43 1.6 201", published: "5.65", sums: ["5.638", "6.098", "11.829"]),
        Row(place: "某市 2023", values: "37 74 12 31 1.4 168", published: "4.48", sums: ["4.489", "4.842", "9.133"]),
        Row(place: "婺源 2023-09", values: "16 40 11 16 0.6 139", published: "2.63", sums: ["2.631", "2.802", "5.138"]),
    ]
    private static let order: [AirItem] = [.pm25, .pm10, .so2, .no2, .co, .o3]
    private static let tolerance = Rational(2)

    private let catalog: RuleCatalog

    init() throws {
        catalog = try JudgedText.catalog.get()
    }

    @Test(arguments: rows)
    func `published indices come out within two hundredths`(row: Row) throws {
        let sum = try #require(try composite(row, weights: AirCompositeRule.plainID, on: "2018-05-31"))
        let published = try #require(ExactDecimal(row.published))
        #expect(((sum - Rational(published)) * 100).magnitude <= Self.tolerance)
    }

    @Test(arguments: rows)
    func `sums by both editions of the limits and by both weights agree with those computed by hand`(row: Row) throws {
        let sums = [
            try composite(row, weights: "AIR-COMPOSITE", on: "2018-05-31"),
            try composite(row, weights: "AIR-COMPOSITE", on: "2026-05-31"),
            try composite(row, weights: "AIR-COMPOSITE-WEIGHTED", on: "2026-05-31"),
        ]
        for (sum, text) in zip(sums, row.sums) {
            // 10.6375 and 11.5375 were printed rounded down: at most half a unit of the last digit lies between.
            let difference = try #require(sum) - Rational(try #require(ExactDecimal(text)))
            #expect((difference * 2_000).magnitude <= 1)
        }
    }

    @Test
    func `the weighted scheme is provisional and never the default`() throws {
        let headers = catalog.versions(of: .airComposite).map(\.header)
        let weighted = headers.filter { $0.id == "AIR-COMPOSITE-WEIGHTED" }
        #expect(weighted.map(\.confidence) == [.provisional])
        #expect(headers.filter { $0.id == AirCompositeRule.plainID }.map(\.confidence) == [.reproduced, .provisional])
    }

    @Test(.enabled(if: PublishedFile.has("rankings")))
    func `the districts of Tianjin in May 2018 come out within two hundredths`() throws {
        var file = try PublishedFile("rankings/tianjin_air_2018-05.csv")
        let columns = ["PM2.5", "PM10", "SO2", "NO2", "CO-95per", "O3-8H-90per"]
        var rows = 0
        while let value = try file.next() {
            let row = Row(
                place: value("区名"), values: columns.map(value).joined(separator: " "), published: value("综合指数"),
                sums: [])
            try `published indices come out within two hundredths`(row: row)
            rows += 1
        }
        #expect(rows == 11)
    }

    @Test(.enabled(if: PublishedFile.has("rankings")))
    func `the index of the whole city in July 2023 is the one published`() throws {
        var file = try PublishedFile("rankings/tianjin_city_monthly_text.csv")
        let columns = ["PM2.5", "PM10", "SO2", "NO2", "CO-95per", "O3-8H-90per"]
        while let value = try file.next() {
            guard value("期间") == "2023-07" else { continue }
            let row = Row(
                place: "", values: columns.map(value).joined(separator: " "), published: value("综合指数"), sums: [])
            let sum = try #require(try composite(row, weights: "AIR-COMPOSITE", on: "2023-07-31"))
            #expect(try sum.rounded(decimals: 2).description == "3.50")
            #expect(row.published == "3.50")
            return
        }
        Issue.record("the file has no row of 2023-07")
    }

    private func composite(_ row: Row, weights id: String, on text: String) throws -> Rational? {
        let day = try #require(CivilDate(text))
        let values = try row.values.split(separator: " ").map { try #require(ExactDecimal($0)) }
        let rule = try catalog.rule(.airComposite, id: id, on: day)
        return try rule.index(
            of: Dictionary(uniqueKeysWithValues: zip(Self.order, values)), limits: catalog.rule(.airLimits, on: day)
        ).sum
    }
}
