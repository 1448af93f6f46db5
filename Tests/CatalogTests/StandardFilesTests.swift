import Standards
import Testing

@testable import Catalog

/// The rule files of the repository.
struct StandardFilesTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try ShippedRules.catalog.get()
    }

    @Test
    func `every bundled file is valid`() throws {
        #expect(try RuleCatalog.diagnostics(overlay: nil, environment: [:]).map(\.description) == [])
        #expect(catalog.rules.count >= 11)
    }

    @Test(arguments: [
        ("2016-06-01", "HJ633-2012"), ("2019-12-31", "HJ633-2012"), ("2020-01-01", "HJ633-2012"),
        ("2026-02-28", "HJ633-2012"), ("2026-03-01", "HJ633-2026"), ("2040-01-01", "HJ633-2026"),
    ])
    func `the AQI rule is that of the day on which the hour starts`(day: String, id: String) throws {
        #expect(try catalog.rule(.airIndex, on: date(day)).id == id)
    }

    @Test
    func `the tables are those of the standards`() throws {
        let old = try catalog.rule(.airIndex, on: date("2018-01-01")).definition
        let new = try catalog.rule(.airIndex, on: date("2026-03-01")).definition
        for definition in [old, new] {
            let isNew = definition.id == "HJ633-2026"
            expect(definition.hourly, .so2, [0, 150, 500, 650, 800], above: isNew ? 200 : nil)
            expect(definition.hourly, .no2, [0, 100, 200, 700, 1200, 2340, 3090, 3840], above: 500)
            expect(definition.hourly, .co, [0, 5, 10, 35, 60, 90, 120, 150], above: 500)
            expect(definition.hourly, .o3, [0, 160, 200, 300, 400, 800, 1000, 1200], above: 500)
            expect(definition.daily, .so2, [0, 50, 150, 475, 800, 1600, 2100, 2620], above: 500)
            expect(definition.daily, .no2, [0, 40, 80, 180, 280, 565, 750, 940], above: 500)
            expect(definition.daily, .co, [0, 2, 4, 14, 24, 36, 48, 60], above: 500)
            expect(definition.daily, .o3, [0, 100, 160, 215, 265, 800], above: isNew ? 300 : nil)
            for table in [definition.hourly, definition.daily] {
                expect(table, .pm10, [0, 50, isNew ? 120 : 150, 250, 350, 420, 500, 600], above: 500)
                expect(table, .pm25, [0, 35, isNew ? 60 : 75, 115, 150, 250, 350, 500], above: 500)
            }
            #expect(definition.levels.map(\.name) == ["优", "良", "轻度污染", "中度污染", "重度污染", "严重污染"])
            #expect(definition.levels.map(\.hex) == ["#00E400", "#FFFF00", "#FF7E00", "#FF0000", "#99004C", "#7E0023"])
            #expect(definition.levels.map(\.upperBound) == [50, 100, 150, 200, 300, nil])
            #expect(definition.minimum == (isNew ? 1 : 0))
            #expect(definition.inputDecimals.count == (isNew ? 6 : 0))
            #expect(definition.sensitiveGroups.count == (isNew ? 6 : 0))
        }
        #expect(old.levels[2].effect.hasPrefix("易感人群"))
        #expect(new.levels[2].effect.hasPrefix("敏感人群"))
    }

    @Test
    func `both versions of HJ 633-2012 differ only in what they do with gaps`() throws {
        var early = try catalog.rule(.airIndex, on: date("2019-12-31")).definition
        let late = try catalog.rule(.airIndex, on: date("2020-01-01")).definition
        #expect(early.missing != late.missing)
        early.missing = late.missing
        #expect(early == late)
    }

    @Test(arguments: [
        ("2025-06-01", "70 150 35 75 60 150 40 80 160 4"), ("2026-03-01", "60 120 30 60 60 150 40 80 160 4"),
        ("2030-12-31", "60 120 30 60 60 150 40 80 160 4"), ("2031-01-01", "50 100 25 50 20 50 30 50 160 4"),
    ])
    func `class-2 limits follow the phases of GB 3095`(day: String, expected: String) throws {
        let limits = try catalog.rule(.airLimits, on: date(day))
        let rows: [(AirItem, AirAveraging)] = [
            (.pm10, .year), (.pm10, .day), (.pm25, .year), (.pm25, .day), (.so2, .year), (.so2, .day), (.no2, .year),
            (.no2, .day), (.o3, .mda8), (.co, .day),
        ]
        let found = rows.map { limits.limit($0.0, $0.1, class: .two)?.description ?? "?" }
        #expect(found.joined(separator: " ") == expected)
        #expect(limits.limit(.co, .year, class: .two) == nil)
    }

    @Test
    func `statistics and water rules are there for their days`() throws {
        let statistics = try catalog.rule(.airStatistics, on: date("2026-06-01"))
        #expect(statistics.minimumHours == 20)
        #expect(statistics.eightHour.minimumWindows == 14)
        #expect(statistics.pointShare.share.description == "3/4")
        let water = try catalog.waterClassRule(on: date("2026-06-01"))
        #expect(water.id == "GB3838-2002")
        #expect(water.method.items.count == 21)
        #expect(water.standard.name(of: .codmn) == "高锰酸盐指数")
        #expect(water.standard.name(of: .worseThanFive) == "劣Ⅴ")
        #expect(water.standard.limit(.tp, kind: .river)?.upperLimit(for: .three) == ExactDecimal("0.2"))
        #expect(water.standard.limit(.tp, kind: .lake)?.upperLimit(for: .three) == ExactDecimal("0.05"))
        #expect(water.standard.limit(.tn, kind: .river) == nil)
        #expect(WaterItem.allCases.filter { water.standard.limit($0, kind: .lake) != nil }.count == 23)
        let means = try catalog.rule(.waterMeans, on: date("2026-06-01"))
        #expect(means.assessmentDecimals[.ph] == 0)
        #expect(means.assessmentDecimals.count == 27)
    }

    @Test
    func `a day on which nothing was in force is an error and never the newest rule`() throws {
        #expect(throws: CatalogError.self) { try catalog.rule(.airIndex, on: date("2012-12-31")) }
        let error = #expect(throws: CatalogError.self) { try catalog.rule(.airStatistics, on: date("2013-09-30")) }
        #expect(error?.code == .nothingInForce)
        #expect(error?.message.contains("2013-09-30") == true)
        #expect(throws: CatalogError.self) { try catalog.waterClassRule(on: date("2002-05-31")) }
    }

    @Test
    func `an id alone must name one version`() throws {
        #expect(try catalog.rule(.airIndex, id: "HJ633-2026").id == "HJ633-2026")
        #expect(throws: CatalogError(.severalVersions, rule: "HJ633-2012")) {
            try catalog.rule(.airIndex, id: "HJ633-2012")
        }
        #expect(throws: CatalogError(.unknownRule, rule: "HJ633")) { try catalog.rule(.airIndex, id: "HJ633") }
        let early = try catalog.rule(.airIndex, id: "HJ633-2012", on: date("2018-01-01"))
        #expect(early.definition.missing.maximumMissing == 2)
        #expect(throws: CatalogError.self) { try catalog.rule(.airIndex, id: "HJ633-2012", on: date("2026-03-01")) }
    }

    @Test
    func `every file says where it comes from and how sure it is`() {
        for rule in catalog.rules {
            #expect(!rule.header.source.instrument.isEmpty && !rule.header.source.verified.isEmpty, "\(rule.path)")
        }
        #expect(catalog.rules.contains { $0.header.confidence == .provisional })
    }

    private func expect(
        _ table: [AirItem: AirBreakpoints], _ item: AirItem, _ concentrations: [Int], above: Int?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let index = [0, 50, 100, 150, 200, 300, 400, 500]
        let knots = zip(concentrations, index).map { AirBreakpoints.Knot(ExactDecimal($0), index: $1) }
        #expect(table[item]?.knots == knots, "\(item)", sourceLocation: sourceLocation)
        #expect(
            table[item]?.beyond == (above.map { .countedAs($0) } ?? .notComputed), "\(item)",
            sourceLocation: sourceLocation)
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
}
