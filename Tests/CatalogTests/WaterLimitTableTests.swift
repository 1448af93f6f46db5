import Standards
import Testing

@testable import Catalog

/// GB 3838-2002 as the rule files give it, every item at every limit from both sides.
struct WaterLimitTableTests {
    /// A row of Table 1 as printed; `kind` R river, L lake, B both.
    static let table: [(kind: String, item: WaterItem, limits: [String])] = [
        ("B", .codmn, ["2", "4", "6", "10", "15"]), ("B", .cod, ["15", "15", "20", "30", "40"]),
        ("B", .bod5, ["3", "3", "4", "6", "10"]), ("B", .nh3n, ["0.15", "0.5", "1.0", "1.5", "2.0"]),
        ("R", .tp, ["0.02", "0.1", "0.2", "0.3", "0.4"]), ("L", .tp, ["0.01", "0.025", "0.05", "0.1", "0.2"]),
        ("L", .tn, ["0.2", "0.5", "1.0", "1.5", "2.0"]), ("B", .copper, ["0.01", "1.0", "1.0", "1.0", "1.0"]),
        ("B", .zinc, ["0.05", "1.0", "1.0", "2.0", "2.0"]), ("B", .fluoride, ["1.0", "1.0", "1.0", "1.5", "1.5"]),
        ("B", .selenium, ["0.01", "0.01", "0.01", "0.02", "0.02"]),
        ("B", .arsenic, ["0.05", "0.05", "0.05", "0.1", "0.1"]),
        ("B", .mercury, ["0.00005", "0.00005", "0.0001", "0.001", "0.001"]),
        ("B", .cadmium, ["0.001", "0.005", "0.005", "0.005", "0.01"]),
        ("B", .chromium6, ["0.01", "0.05", "0.05", "0.05", "0.1"]),
        ("B", .lead, ["0.01", "0.01", "0.05", "0.05", "0.1"]), ("B", .cyanide, ["0.005", "0.05", "0.2", "0.2", "0.2"]),
        ("B", .volatilePhenol, ["0.002", "0.002", "0.005", "0.01", "0.1"]),
        ("B", .petroleum, ["0.05", "0.05", "0.05", "0.5", "1.0"]),
        ("B", .surfactant, ["0.2", "0.2", "0.2", "0.3", "0.3"]), ("B", .sulfide, ["0.05", "0.1", "0.2", "0.5", "1.0"]),
        ("B", .faecalColiform, ["200", "2000", "10000", "20000", "40000"]),
    ]

    private let standard: WaterStandard
    private let rule: WaterClassRule

    init() throws {
        let catalog = try ShippedRules.catalog.get()
        rule = try catalog.waterClassRule(on: #require(CivilDate("2026-06-01")))
        standard = rule.standard
    }

    @Test(arguments: table)
    func `a value at a limit has its class, a hair above the next`(
        row: (kind: String, item: WaterItem, limits: [String])
    ) throws {
        let limits = try row.limits.map { try #require(ExactDecimal($0)) }
        let kinds: [WaterBodyKind] = row.kind == "R" ? [.river] : row.kind == "L" ? [.lake] : [.river, .lake]
        let hair = try #require(ExactDecimal("0.0000001"))
        for kind in kinds {
            let limit = try #require(standard.limit(row.item, kind: kind))
            for bound in limits {
                // The best class with this limit, and the best one whose limit is above it.
                let best = 1 + limits.count { $0 < bound }
                let next = 1 + limits.count { $0 <= bound }
                #expect(limit.waterClass(of: bound).rawValue == best, "\(row.item) \(bound)")
                #expect(limit.waterClass(of: try bound + hair).rawValue == next, "\(row.item) above \(bound)")
                #expect(limit.waterClass(of: try bound - hair).rawValue == best, "\(row.item) below \(bound)")
            }
        }
    }

    @Test
    func `all twenty-four items are there, temperature without a class`() {
        let items = WaterItem.allCases.prefix(24)
        #expect(items.last == .faecalColiform)
        let printed = Set(Self.table.map(\.item)).union([.ph, .dissolvedOxygen, .temperature])
        #expect(printed == Set(items))
        #expect(items.filter { standard.limit($0, kind: .lake) == nil } == [.temperature])
        #expect(items.filter { standard.limit($0, kind: .river) == nil } == [.temperature, .tn])
        #expect(standard.limit(.sulfate, kind: .lake) == nil)
    }

    @Test(arguments: WaterBodyKind.allCases)
    func `oxygen at a limit has its class, a hair below the next`(kind: WaterBodyKind) throws {
        let limit = try #require(standard.limit(.dissolvedOxygen, kind: kind))
        for (index, text) in ["7.5", "6", "5", "3", "2"].enumerated() {
            let bound = try #require(ExactDecimal(text))
            let hair = try #require(ExactDecimal("0.0000001"))
            #expect(limit.waterClass(of: bound).rawValue == index + 1)
            #expect(limit.waterClass(of: try bound - hair).rawValue == index + 2)
        }
    }

    @Test(arguments: [
        ("0", 6), ("5.9999999", 6), ("6", 1), ("6.0000", 1), ("7.5", 1), ("9", 1), ("9.0000001", 6), ("14", 6),
    ])
    func `a pH outside 6 to 9 is 劣Ⅴ`(text: String, expected: Int) throws {
        for kind in WaterBodyKind.allCases {
            let limit = try #require(standard.limit(.ph, kind: kind))
            #expect(limit.waterClass(of: try #require(ExactDecimal(text))).rawValue == expected)
        }
    }

    @Test
    func `twenty-one items decide, and those without a value are named`() throws {
        let result = rule.classify(
            values: [.codmn: 3, .temperature: 20, .tn: 9, .faecalColiform: 99_999, .copper: 0], kind: .lake)
        #expect(result.waterClass == .two)
        #expect(result.ignoredItems == [.temperature, .tn, .faecalColiform])
        #expect(rule.itemsWithoutValue(in: result).count == 19)
        #expect(!rule.itemsWithoutValue(in: result).contains(.tn))
    }

    @Test(arguments: [("0", "13.329"), ("10", "10.125"), ("20", "8.163"), ("25", "7.442"), ("30", "6.838")])
    func `ninety percent of saturation is 0.9 · 468 / (31.6 + T)`(temperature: String, printed: String) throws {
        let saturation = try #require(standard.saturation)
        #expect(!saturation.isUsed)
        let bound = try saturation.concentration(at: #require(ExactDecimal(temperature))) * saturation.share
        #expect(try bound.rounded(decimals: 3).description == printed)
    }

    @Test
    func `saturation meets class Ⅰ only where it is asked for, and exactly`() throws {
        // At 48.4 °C the bound is 0.9 · 468 / 80 = 5.265.
        let warm = try #require(ExactDecimal("48.4"))
        func found(_ oxygen: String, _ temperature: ExactDecimal?, _ isUsed: Bool?) throws -> WaterClass? {
            var values: [WaterItem: ExactDecimal] = [.dissolvedOxygen: try #require(ExactDecimal(oxygen))]
            values[.temperature] = temperature
            return rule.classify(values: values, kind: .river, oxygenBySaturation: isUsed).waterClass
        }
        #expect(try found("5.265", warm, true) == .one)
        #expect(try found("5.264999", warm, true) == .three)
        #expect(try found("5.265", warm, nil) == .three)
        #expect(try found("5.265", warm, false) == .three)
        #expect(try found("5.265", nil, true) == .three)
        #expect(try found("7.5", 0, true) == .one, "7.5 is enough at any temperature")
        #expect(try found("100", -40, true) == .one)
        #expect(try found("6", -40, true) == .two, "the formula has no meaning there")
    }

    @Test
    func `a class never improves when a value gets worse`() throws {
        var value = ExactDecimal.zero
        let step = try #require(ExactDecimal("0.013"))
        for kind in WaterBodyKind.allCases {
            for item in rule.method.items where item != .ph {
                let limit = try #require(standard.limit(item, kind: kind))
                value = .zero
                var latest = limit.waterClass(of: value)
                for _ in 0..<200 {
                    value = try value + step
                    let found = limit.waterClass(of: value)
                    #expect(item == .dissolvedOxygen ? found <= latest : found >= latest)
                    latest = found
                }
            }
        }
    }

    @Test
    func `Table 2 has its five limits`() throws {
        let catalog = try ShippedRules.catalog.get()
        let source = try catalog.rule(.waterSourceLimits, on: #require(CivilDate("2002-06-01")))
        let printed: [WaterItem: String] = [
            .sulfate: "250", .chloride: "250", .nitrate: "10", .iron: "0.3", .manganese: "0.1",
        ]
        #expect(source.limits.mapValues(\.description) == printed)
        #expect(throws: CatalogError.self) {
            try catalog.rule(.waterSourceLimits, on: #require(CivilDate("2002-05-31")))
        }
    }
}
