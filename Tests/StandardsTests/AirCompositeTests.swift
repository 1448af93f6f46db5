import Standards
import Testing

/// Laws of the composite index; published rows are checked with the rule files in JudgingTests.
struct AirCompositeTests {
    private static let values: [AirItem: ExactDecimal] = [
        .so2: 7, .no2: 38, .pm10: 81, .pm25: 43, .co: "1.3", .o3: 199,
    ]

    private static func rule(weights: [AirItem: Int] = [:]) throws -> AirCompositeRule {
        let averaging: [AirItem: AirAveraging] = [.co: .day, .o3: .mda8]
        let parts = AirItem.allCases.map { item in
            let part = AirCompositeRule.Part(
                statistic: averaging[item] == nil ? .mean : .percentile, averaging: averaging[item] ?? .year,
                weight: Rational(weights[item] ?? 1))
            return (item, part)
        }
        return try AirCompositeRule(
            id: "", title: "", parts: Dictionary(uniqueKeysWithValues: parts), singleDecimals: 3, decimals: 2)
    }

    private static func limits() throws -> AirQualityLimits {
        let rows: [(AirItem, AirAveraging, ExactDecimal)] = [
            (.so2, .year, 60), (.no2, .year, 40), (.pm10, .year, 70), (.pm25, .year, 35), (.co, .day, 4),
            (.o3, .mda8, 160),
        ]
        return try AirQualityLimits(
            id: "GB3095-2012", title: "",
            rows: rows.map { .init(item: $0.0, averaging: $0.1, classOne: 1, classTwo: $0.2) })
    }

    @Test
    func `every term is the exact quotient and the sum is rounded once`() throws {
        let result = try Self.rule().index(of: Self.values, limits: Self.limits())
        #expect(result.index(.pm25)?.description == "43/35")
        #expect(result.index(.so2)?.description == "7/60")
        // 7/60 + 38/40 + 81/70 + 43/35 + 1.3/4 + 199/160 over 3360
        #expect(result.sum?.description == "16871/3360")
        #expect(result.published?.description == "5.02")
        #expect(result.leadingItems == AirItemSet(.o3))
        #expect(result.missingItems == [])
    }

    @Test
    func `weights multiply the terms but do not change which item leads`() throws {
        let limits = try Self.limits()
        let plain = try Self.rule().index(of: Self.values, limits: limits)
        let weighted = try Self.rule(weights: [.pm25: 3, .no2: 2, .o3: 2]).index(of: Self.values, limits: limits)
        let more: [Rational] = try [.pm25, .pm25, .no2, .o3].map { try #require(plain.index($0)) }
        let expected = more.reduce(try #require(plain.sum), +)
        #expect(weighted.sum == expected)
        #expect(weighted.leadingItems == plain.leadingItems)
        #expect(weighted.index(.pm25) == plain.index(.pm25))
    }

    @Test(arguments: AirItem.allCases)
    func `with an item missing there is neither a sum nor a leading item`(item: AirItem) throws {
        var values = Self.values
        values[item] = nil
        let result = try Self.rule().index(of: values, limits: Self.limits())
        #expect(result.sum == nil)
        #expect(result.published == nil)
        #expect(result.leadingItems == [])
        #expect(result.missingItems == AirItemSet(item))
        #expect(result.terms.count == 5)
    }

    @Test
    func `equal single indices lead together`() throws {
        let values: [AirItem: ExactDecimal] = [.so2: 60, .no2: 40, .pm10: 35, .pm25: 35, .co: 4, .o3: 80]
        let result = try Self.rule().index(of: values, limits: Self.limits())
        #expect(result.leadingItems == AirItemSet([.so2, .no2, .pm25, .co]))
        #expect(result.sum == 5)
    }

    @Test
    func `the class of the area chooses the limits`() throws {
        let result = try Self.rule().index(of: Self.values, limits: Self.limits(), class: .one)
        #expect(result.index(.o3) == 199)
    }

    @Test
    func `limits without a needed averaging and rules without an item are refused`() throws {
        let short = try AirQualityLimits(
            id: "short", title: "", rows: [.init(item: .so2, averaging: .year, classOne: 1, classTwo: 1)])
        #expect(throws: StandardsError(.unknownItem, subject: "no2", value: "short")) {
            try Self.rule().index(of: Self.values, limits: short)
        }
        #expect(throws: StandardsError(.invalidRule, subject: "so2")) {
            try AirCompositeRule(id: "", title: "", parts: [:], singleDecimals: 3, decimals: 2)
        }
    }

    @Test
    func `a larger concentration never makes a smaller index`() throws {
        var chance = SplitMix(seed: 663)
        let rule = try Self.rule()
        let limits = try Self.limits()
        for _ in 0..<200 {
            var values: [AirItem: Rational] = [:]
            for item in AirItem.allCases { values[item] = Rational(Int.random(in: 0...400, using: &chance)) }
            let before = try #require(try rule.index(of: values, limits: limits).sum)
            let item = try #require(AirItem.allCases.randomElement(using: &chance))
            values[item, default: 0] += 1
            let after = try #require(try rule.index(of: values, limits: limits).sum)
            #expect(after > before)
        }
    }
}
