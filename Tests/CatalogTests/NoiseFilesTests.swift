import Standards
import Testing

@testable import Catalog

/// The noise standards of the repository: every number of their tables, and each bound from both sides.
struct NoiseFilesTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try ShippedRules.catalog.get()
    }

    @Test
    func `GB 3096 has its limits for six zones, met when equal and not a tenth above`() throws {
        let standard = try catalog.rule(.noiseZones, on: date("2026-03-01"))
        #expect(standard.id == "GB3096-2008")
        let table: [(NoiseZone, Int, Int)] = [
            (.zero, 50, 40), (.one, 55, 45), (.two, 60, 50), (.three, 65, 55), (.fourA, 70, 55), (.fourB, 70, 60),
        ]
        #expect(standard.limits.count == table.count)
        for (zone, day, night) in table {
            for (period, limit) in [(NoisePeriod.day, day), (.night, night)] {
                let level = ExactDecimal(limit)
                #expect(try standard.limit(zone, period) == level)
                #expect(try standard.isMet(level, zone: zone, period: period))
                #expect(try !standard.isMet(level + decimal("0.1"), zone: zone, period: period))
            }
            #expect(try standard.isSuddenMet(ExactDecimal(night + 15), zone: zone))
            #expect(try !standard.isSuddenMet(decimal("\(night + 15).1"), zone: zone))
        }
        #expect(throws: StandardsError(.unknownItem, subject: "4")) { try standard.limit(.four, .day) }
        #expect(throws: CatalogError.self) { try catalog.rule(.noiseZones, on: date("2008-09-30")) }
    }

    @Test(arguments: [("GB12348-2008", true), ("GB22337-2008", false)])
    func `boundaries of works and of places of business have the same limits`(id: String, hasSudden: Bool) throws {
        let standard = try catalog.rule(.noiseEmission, id: id)
        let table: [(NoiseZone, Int, Int)] = [
            (.zero, 50, 40), (.one, 55, 45), (.two, 60, 50), (.three, 65, 55), (.four, 70, 55), (.fourA, 70, 55),
        ]
        for (zone, day, night) in table {
            #expect(try standard.limit(zone, .day) == ExactDecimal(day))
            #expect(try standard.limit(zone, .night) == ExactDecimal(night))
            #expect(try standard.limit(zone, .night, isMeasuredIndoors: true) == ExactDecimal(night - 10))
            if hasSudden {
                #expect(try standard.suddenLimit(zone, .frequent) == ExactDecimal(night + 10))
                #expect(try standard.suddenLimit(zone, .occasional) == ExactDecimal(night + 15))
            } else {
                #expect(throws: StandardsError(.unknownItem, subject: "frequent")) {
                    try standard.suddenLimit(zone, .frequent)
                }
            }
        }
        let background = try #require(standard.background)
        #expect(try background.correct(60, background: 57) == .corrected(57, subtracted: 3))
        #expect(try background.correct(60, background: 58) == .measureAgain)
        #expect(try background.correct(60, background: 50) == .corrected(59, subtracted: 1))
        #expect(try background.correct(60, background: 49) == .corrected(60, subtracted: 0))
    }

    @Test(arguments: ["GB12348-2008", "GB22337-2008"])
    func `noise through the structure has limits by zone, room and octave band`(id: String) throws {
        let indoor = try #require(try catalog.rule(.noiseEmission, id: id).indoor)
        let bands = [
            "76 59 48 39 34 / 69 51 39 30 24", "79 63 52 44 38 / 72 55 43 35 29", "82 67 56 49 43 / 76 59 48 39 34",
        ]
        let rows: [(NoiseZone, NoiseRoom, String, String)] = [
            (.zero, .sleeping, "40/30", bands[0]), (.zero, .daytime, "40/30", bands[0]),
            (.one, .sleeping, "40/30", bands[0]), (.one, .daytime, "45/35", bands[1]),
            (.two, .sleeping, "45/35", bands[1]), (.three, .sleeping, "45/35", bands[1]),
            (.four, .sleeping, "45/35", bands[1]), (.two, .daytime, "50/40", bands[2]),
            (.three, .daytime, "50/40", bands[2]), (.fourB, .daytime, "50/40", bands[2]),
        ]
        #expect(indoor.centres.map(\.description) == ["31.5", "63", "125", "250", "500"])
        for (zone, room, level, octaves) in rows {
            #expect(try "\(indoor.level(zone, room, .day))/\(indoor.level(zone, room, .night))" == level)
            let text = try NoisePeriod.allCases.map { period in
                try indoor.bands(zone, room, period).map(\.description).joined(separator: " ")
            }
            #expect(text.joined(separator: " / ") == octaves, "\(zone) \(room)")
        }
        let measured = ["79", "63.1", "52", "44", "38.1"].compactMap(ExactDecimal.init)
        #expect(try indoor.exceededBands(measured, .two, .sleeping, .day) == [63, 500])
        #expect(throws: StandardsError.self) { try indoor.exceededBands([79], .two, .sleeping, .day) }
    }

    @Test
    func `building sites change their standard with the year 2026`() throws {
        func inForce(_ day: String) throws -> [String] {
            let day = try date(day)
            return catalog.versions(of: .noiseEmission).map(\.header)
                .filter { $0.effective.contains(day) && $0.id.hasPrefix("GB12523") }.map(\.id)
        }
        #expect(try inForce("2025-12-31") == ["GB12523-2011"])
        #expect(try inForce("2026-01-01") == ["GB12523-2025"])
        for version in catalog.versions(of: .noiseEmission) where version.header.id.hasPrefix("GB12523") {
            for zone in NoiseZone.allCases {
                #expect(try version.rule.limit(zone, .day) == 70)
                #expect(try version.rule.limit(zone, .night) == 55)
                #expect(try version.rule.suddenLimit(zone, .occasional) == 70)
            }
            #expect(version.header.confidence == (version.header.id == "GB12523-2025" ? .provisional : .official))
            #expect(throws: StandardsError.self) { try version.rule.limit(.one, .day, isMeasuredIndoors: true) }
        }
    }

    @Test(arguments: [
        (NoiseGradeRule.Kind.area, NoisePeriod.day, ["50.0", "55.0", "60.0", "65.0"]),
        (.area, .night, ["40.0", "45.0", "50.0", "55.0"]), (.road, .day, ["68.0", "70.0", "72.0", "74.0"]),
        (.road, .night, ["58.0", "60.0", "62.0", "64.0"]),
    ])
    func `each grade of HJ 640 ends at its bound and the next begins a tenth above`(
        kind: NoiseGradeRule.Kind, period: NoisePeriod, bounds: [String]
    ) throws {
        let rule = try catalog.rule(.noiseGrades, on: date("2023-06-01"))
        let names = ["一级", "二级", "三级", "四级", "五级"]
        func name(_ value: ExactDecimal) throws -> String { try rule.grade(value.rational, kind, period).grade.name }
        for (place, bound) in bounds.enumerated() {
            let value = try decimal(bound)
            #expect(try name(value) == names[place])
            #expect(try name(value + decimal("0.1")) == names[place + 1])
            // Rounded once, half to even, before it is graded.
            #expect(try name(value + decimal("0.05")) == names[place])
            #expect(try name(value + decimal("0.0501")) == names[place + 1])
        }
        #expect(rule.grades.map(\.word) == ["好", "较好", "一般", "较差", "差"])
        #expect(throws: CatalogError.self) { try catalog.rule(.noiseGrades, on: date("2013-02-28")) }
    }

    @Test
    func `the published row of a city in 2023 is graded as it was`() throws {
        // Area day 50.8, night 43.8, roads day 65.8, night 58.4 (bulletin of the city, 2023).
        let rule = try catalog.rule(.noiseGrades, on: date("2023-06-01"))
        let row: [(NoiseGradeRule.Kind, NoisePeriod, String, String)] = [
            (.area, .day, "50.8", "二级"), (.area, .night, "43.8", "二级"), (.road, .day, "65.8", "一级"),
            (.road, .night, "58.4", "二级"),
        ]
        for (kind, period, mean, grade) in row {
            #expect(try rule.grade(decimal(mean).rational, kind, period).grade.name == grade)
        }
    }

    @Test
    func `areas are averaged plainly and roads by length`() throws {
        let rule = try catalog.rule(.noiseGrades, on: date("2023-06-01"))
        #expect(try rule.areaMean([50, 51, 51]).description == "152/3")
        let sections = [
            NoiseGradeRule.RoadSection(level: 70, length: try decimal("1.5")),
            NoiseGradeRule.RoadSection(level: 64, length: try decimal("0.5")),
        ]
        #expect(try rule.roadMean(sections).description == "137/2")
        #expect(throws: StandardsError(.noValues)) { try rule.areaMean([]) }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "length", value: "0")) {
            try rule.roadMean([NoiseGradeRule.RoadSection(level: 70, length: 0)])
        }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "level", value: "201")) { try rule.areaMean([201]) }
    }

    @Test(arguments: [
        ("2013-03-01", "HJ640-2012-zones"), ("2024-12-31", "HJ640-2012-zones"), ("2025-01-01", "HBJC2024-33"),
    ])
    func `function zones are assessed by automatic stations from 2025`(day: String, id: String) throws {
        let rule = try catalog.rule(.noiseStatistics, on: date(day))
        #expect(rule.id == id)
        #expect(rule.levelDecimals == 1)
        // No text that was found names a least number of hours: none is invented.
        #expect(rule.minimum == NoiseStatisticsRule.Minimum())
    }

    // 宿州市生态环境局, third quarter of 2020: point, zone, Leq by day and night, published verdict by day and night.
    @Test(arguments: [
        ("监测站", "1", "54.2", "42.0", true, true), ("科技广场", "2", "64.7", "55.7", false, false),
        ("国电宿州热电", "3", "53.3", "48.5", true, true), ("区刑警队", "4a", "55.5", "48.5", true, true),
        ("环保局", "1", "54.2", "50.5", true, false), ("雪龙化纤", "3", "51.9", "50.3", true, true),
        ("明日世纪花园", "1", "48.6", "44.0", true, true),
    ])
    func `a published verdict on a point is reproduced`(
        point: String, zone: String, day: String, night: String, isDayMet: Bool, isNightMet: Bool
    ) throws {
        let standard = try catalog.rule(.noiseZones, on: date("2020-09-30"))
        let zone = try #require(NoiseZone(rawValue: zone))
        #expect(try standard.isMet(decimal(day), zone: zone, period: .day) == isDayMet, "\(point)")
        #expect(try standard.isMet(decimal(night), zone: zone, period: .night) == isNightMet, "\(point)")
    }

    // 达州 2015 Q3, 湖南 2020 Q3, 2020 Q4 and 2021 Q4: point-periods that met, all, published rate in percent.
    @Test(arguments: [
        (4, 6, "66.7"), (5, 6, "83.3"), (9, 13, "69.2"), (21, 29, "72.4"), (26, 30, "86.7"), (12, 23, "52.2"),
        (112, 143, "78.3"), (94, 143, "65.7"), (139, 156, "89.1"), (1, 2, "50.0"), (35, 35, "100"), (0, 2, "0"),
    ])
    func `a published attainment rate is reproduced`(met: Int, total: Int, published: String) throws {
        let decimals = try catalog.rule(.noiseStatistics, on: date("2020-12-31")).rateDecimals
        #expect(try NoiseAttainment(met: met, total: total).rate(decimals: decimals) == decimal(published))
    }

    @Test
    func `the night is from 22 to 6 unless a place says otherwise`() throws {
        let periods = try catalog.rule(.noisePeriods, id: "NOISE-PERIODS", on: date("2026-03-01"))
        #expect(periods.nightFrom == 22)
        #expect(periods.dayFrom == 6)
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }
}
