import Standards
import Testing

/// Single-item vectors: concentration → IAQI under 2012 and 2026; `-` stands for none.
struct AirIndexVectorTests {
    @Test(arguments: [
        (
            AirItem.pm25,
            """
            0 0 0, 1 2 2, 14 20 20, 21 30 30, 28 40 40, 35 50 50, 36 52 52, 45 63 70, 59 80 98, 60 82 100, 61 83 101,
            70 94 110, 75 100 114, 76 102 115, 100 132 137, 115 150 150, 116 152 152, 150 200 200, 151 201 201,
            250 300 300, 251 301 301, 350 400 400, 351 401 401, 500 500 500, 501 500 500
            """
        ),
        (
            .pm10,
            """
            50 50 50, 51 51 51, 100 75 86, 119 85 100, 120 85 100, 121 86 101, 149 100 112, 150 100 112, 151 101 112,
            200 125 131, 250 150 150, 251 151 151, 350 200 200, 351 202 202, 420 300 300, 421 302 302, 500 400 400,
            501 401 401, 600 500 500
            """
        ),
        (.so2, "150 50 50, 154 51 51, 500 100 100, 501 101 101, 650 150 150, 800 200 200, 801 - 200"),
        (.no2, "100 50 50, 200 100 100, 201 101 101, 700 150 150, 1200 200 200"),
        (.co, "5 50 50, 8.5 85 85, 10 100 100, 10.1 101 101, 35 150 150"),
        (.o3, "160 50 50, 161 52 52, 200 100 100, 201 101 101, 300 150 150, 400 200 200, 800 300 300, 1200 500 500"),
    ])
    func `an hour`(item: AirItem, vectors: String) throws {
        try check(item, vectors) { $0.hourly($1) }
    }

    @Test(arguments: [
        (
            AirItem.so2,
            "50 50 50, 51 51 51, 150 100 100, 151 101 101, 475 150 150, 800 200 200, 1600 300 300, 2620 500 500"
        ),
        (.no2, "40 50 50, 41 52 52, 80 100 100, 81 101 101, 180 150 150, 280 200 200, 565 300 300, 940 500 500"),
        (.co, "2 50 50, 2.1 53 53, 4 100 100, 4.1 101 101, 14 150 150"),
        (
            .o3,
            """
            100 50 50, 101 51 51, 160 100 100, 161 101 101, 215 150 150, 216 151 151, 265 200 200, 266 201 201,
            800 300 300, 801 - 300
            """
        ),
        (.pm25, "35 50 50, 60 82 100, 75 100 114"), (.pm10, "120 85 100, 150 100 112"),
    ])
    func `a day`(item: AirItem, vectors: String) throws {
        try check(item, vectors) { $0.daily($1) }
    }

    @Test(arguments: [
        ("12 45 130 1.2 90 58", 90, "PM10", 104, "PM10"), ("8 52 98 1.1 60 68", 92, "PM2.5", 108, "PM2.5"),
        ("6 20 45 0.5 95 30", 48, "", 48, ""), ("6 41 51 0.5 101 36", 52, "NO2,PM2.5", 52, "NO2,PM2.5"),
        ("20 80 250 2.4 40 170", 220, "PM2.5", 220, "PM2.5"),
    ])
    func `a whole day under both editions`(
        values: String, aqi2012: Int, primary2012: String, aqi2026: Int, primary2026: String
    ) throws {
        let parts = values.split(separator: " ").compactMap { ExactDecimal($0) }
        let day = AirValues(
            so2: parts[0], no2: parts[1], pm10: parts[2], pm25: parts[5], co: parts[3], o3: parts[4])
        let old = try Edition.y2012.rule.daily(day)
        #expect(old.aqi == aqi2012)
        #expect(old.primaryItems.description == primary2012)
        let new = try Edition.y2026.rule.daily(day)
        #expect(new.aqi == aqi2026)
        #expect(new.primaryItems.description == primary2026)
    }

    private func check(
        _ item: AirItem, _ vectors: String, _ judge: (AirIndexRule, AirValues) -> AirIndexResult
    ) throws {
        let old = try Edition.y2012.rule
        let new = try Edition.y2026.rule
        for vector in vectors.replacing("\n", with: " ").split(separator: ",") {
            let parts = vector.split(separator: " ")
            let value = try #require(ExactDecimal(parts[0]))
            #expect(judge(old, .only(item, value)).iaqi(item) == Int(parts[1]), "2012 \(item) \(value)")
            #expect(judge(new, .only(item, value)).iaqi(item) == Int(parts[2]), "2026 \(item) \(value)")
        }
    }
}
