import PublishedRows
import Standards
import Testing

struct WaterClassTests {
    private static let columns: [WaterItem] = [.ph, .dissolvedOxygen, .codmn, .nh3n, .tp, .tn]

    @Test(arguments: RealTimeSections.rows)
    func `a published real-time class is reproduced from unrounded values`(row: [String]) throws {
        let rule = try WaterTables.rule
        let result = rule.classify(values: Self.values(row), kind: Self.kind(row))
        #expect(result.waterClass.map(rule.standard.name) == row[9])
        #expect(result.itemClass(.tn) == nil, "total nitrogen takes no part")
    }

    @Test(arguments: RoundingSections.rows)
    func `the class is that of the unrounded values where rounding would change it`(row: [String]) throws {
        let rule = try WaterTables.rule
        let values = Self.values(row)
        #expect(rule.classify(values: values, kind: Self.kind(row)).waterClass.map(rule.standard.name) == row[9])
        let decimals: [WaterItem: Int] = [.ph: 2, .dissolvedOxygen: 2, .codmn: 2, .nh3n: 3, .tp: 3, .tn: 2]
        let displayed = try rule.classify(values: Self.values(row), kind: Self.kind(row), comparing: .rounded(decimals))
        #expect(displayed.waterClass.map(rule.standard.name) == row[10])
        let raw = try rule.classify(values: Self.values(row), kind: Self.kind(row), comparing: .unrounded)
        #expect(raw == rule.classify(values: Self.values(row), kind: Self.kind(row)))
    }

    @Test
    func `an item without decimals cannot be rounded first`() throws {
        #expect(throws: StandardsError(.unknownItem, subject: "codmn")) {
            try WaterTables.rule.classify(values: [.codmn: 3], kind: .river, comparing: .rounded([.tp: 3]))
        }
    }

    @Test
    func `a limit is met at the limit and missed one unit beyond`() throws {
        let rule = try WaterTables.rule
        for (item, limit) in WaterTables.river where item != .tn {
            for waterClass in WaterClass.withLimits {
                guard case .atMost(let limits) = limit else { continue }
                let bound = limits[waterClass.rawValue - 1]
                let beyond = try bound + "0.000001"
                let met = try #require(rule.classify(values: [item: bound], kind: .river).waterClass)
                let missed = try #require(rule.classify(values: [item: beyond], kind: .river).waterClass)
                #expect(met <= waterClass)
                #expect(missed > waterClass)
            }
        }
    }

    @Test(arguments: [
        ("5.99", WaterClass.worseThanFive), ("6", .one), ("6.0", .one), ("9", .one), ("9.00", .one),
        ("9.01", .worseThanFive),
    ])
    func `a pH outside 6 to 9 is worse than Ⅴ`(value: String, expected: WaterClass) throws {
        let result = try WaterTables.rule.classify(values: [.ph: #require(ExactDecimal(value))], kind: .river)
        #expect(result.waterClass == expected)
    }

    @Test(arguments: [
        ("7.5", WaterClass.one), ("7.49", .two), ("6", .two), ("5.99", .three), ("5", .three), ("3", .four),
        ("2", .five),
        ("1.99", .worseThanFive),
    ])
    func `oxygen is met at or above its limit`(value: String, expected: WaterClass) throws {
        let result = try WaterTables.rule.classify(
            values: [.dissolvedOxygen: #require(ExactDecimal(value))], kind: .river)
        #expect(result.waterClass == expected)
    }

    @Test
    func `the worst item decides and is named`() throws {
        let rule = try WaterTables.rule
        let result = rule.classify(
            values: [.ph: 8, .dissolvedOxygen: 8, .codmn: 5, .nh3n: "0.9", .tp: "0.05", .tn: 9, .temperature: 20],
            kind: .river)
        #expect(result.waterClass == .three)
        #expect(result.decidingItems == [.codmn, .nh3n])
        #expect(result.itemClass(.tp) == .two)
        #expect(result.ignoredItems == [.temperature, .tn])
        #expect(rule.classify(values: [.tp: "0.05"], kind: .lake).waterClass == .three)
        #expect(rule.classify(values: [.tn: 1], kind: .lake).waterClass == nil)
        #expect(rule.classify(values: [:], kind: .lake).waterClass == nil)
        #expect(rule.method.grade(of: .three).name == "良好")
    }

    @Test
    func `main indicators are the worst items, largest multiple first, metals before all`() throws {
        let rule = try WaterTables.rule
        func indicators(_ values: [WaterItem: ExactDecimal]) throws -> [WaterIndicator] {
            try rule.mainIndicators(of: rule.classify(values: values, kind: .river), kind: .river)
        }
        #expect(try indicators([.codmn: 6, .dissolvedOxygen: 5]).isEmpty)
        let ordered = try indicators([.codmn: "13.2", .cod: 28, .nh3n: "1.4", .tp: "0.25", .dissolvedOxygen: 4])
        #expect(ordered.map(\.item) == [.codmn, .cod, .nh3n])
        #expect(ordered.map { $0.printedMultiple?.description } == ["1.2", "0.4", "0.4"])
        let metals = try indicators([.codmn: "13.2", .lead: "0.06", .cyanide: "0.3", .dissolvedOxygen: 1])
        #expect(metals.map(\.item) == [.cyanide, .lead, .dissolvedOxygen])
        #expect(metals[2].multiple == nil)
    }

    @Test
    func `the multiple over a target class uses that class's limit`() throws {
        let rule = try WaterTables.rule
        func multiple(_ value: ExactDecimal, _ item: WaterItem, _ target: WaterClass) throws -> String? {
            try rule.exceedanceMultiple(of: value, item: item, kind: .lake, over: target)?.rounded(decimals: 2)
                .description
        }
        #expect(try multiple("0.06", .tp, .three) == "0.20")
        #expect(try multiple("0.06", .tp, .two) == "1.40")
        #expect(try multiple("0.05", .tp, .three) == nil)
        #expect(try multiple(1, .dissolvedOxygen, .three) == nil)
        #expect(throws: StandardsError(.unknownItem, subject: "chla", value: "3")) {
            try multiple(1, .chlorophyll, .three)
        }
        #expect(throws: StandardsError.self) { try multiple(1, .tp, .worseThanFive) }
    }

    @Test
    func `limits that become stricter towards Ⅴ are refused`() {
        #expect(throws: StandardsError(.invalidRule, subject: "codmn")) {
            try WaterStandard(
                id: "", title: "", classNames: Array(repeating: "", count: 6), itemNames: [:], itemUnits: [:],
                river: [.codmn: .atMost([2, 4, 3, 10, 15])], lake: [:])
        }
    }

    private static func values(_ row: [String]) -> [WaterItem: ExactDecimal] {
        zip(columns, row[3...]).reduce(into: [:]) { $0[$1.0] = ExactDecimal($1.1) }
    }

    private static func kind(_ row: [String]) -> WaterBodyKind { row[2] == "R" ? .river : .lake }
}
