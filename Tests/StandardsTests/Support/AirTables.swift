import Standards

/// The tables of HJ 633-2012 and -2026 written a second time, by hand, as the tests' own authority.
enum AirTables {
    /// IAQI at the knots.
    static let index = [0, 50, 100, 150, 200, 300, 400, 500]

    /// Concentrations at the knots for the hour.
    static func hourly(_ edition: Edition) -> [AirItem: [Int]] {
        [
            .so2: [0, 150, 500, 650, 800],
            .no2: [0, 100, 200, 700, 1200, 2340, 3090, 3840],
            .co: [0, 5, 10, 35, 60, 90, 120, 150],
            .o3: [0, 160, 200, 300, 400, 800, 1000, 1200],
            .pm10: pm10(edition),
            .pm25: pm25(edition),
        ]
    }

    /// Concentrations at the knots for the day.
    static func daily(_ edition: Edition) -> [AirItem: [Int]] {
        [
            .so2: [0, 50, 150, 475, 800, 1600, 2100, 2620],
            .no2: [0, 40, 80, 180, 280, 565, 750, 940],
            .co: [0, 2, 4, 14, 24, 36, 48, 60],
            .o3: [0, 100, 160, 215, 265, 800],
            .pm10: pm10(edition),
            .pm25: pm25(edition),
        ]
    }

    private static func pm10(_ edition: Edition) -> [Int] {
        [0, 50, edition == .y2012 ? 150 : 120, 250, 350, 420, 500, 600]
    }

    private static func pm25(_ edition: Edition) -> [Int] {
        [0, 35, edition == .y2012 ? 75 : 60, 115, 150, 250, 350, 500]
    }

    /// IAQI by the formula of the standard in exact fractions; nil above the table.
    static func iaqi(_ concentration: ExactDecimal, knots: [Int]) throws -> Int? {
        let value = concentration.rational
        for position in 1..<knots.count where value <= Rational(knots[position]) {
            let rise = Rational(index[position] - index[position - 1])
            let width = Rational(knots[position] - knots[position - 1])
            let exact = try rise * (value - Rational(knots[position - 1])) / width + Rational(index[position - 1])
            return try exact.ceiling
        }
        return nil
    }

    /// What is counted above the last knot; nil where no IAQI is computed.
    static func above(_ item: AirItem, isHourly: Bool, _ edition: Edition) -> Int? {
        switch (item, isHourly) {
        case (.so2, true): edition == .y2012 ? nil : 200
        case (.o3, false): edition == .y2012 ? nil : 300
        default: 500
        }
    }
}

/// The two editions of HJ 633.
enum Edition: CaseIterable {
    case y2012, y2026

    /// The rule made of the tests' own tables.
    var rule: AirIndexRule {
        get throws { try (self == .y2012 ? Edition.rule2012 : Edition.rule2026).get() }
    }

    private static let rule2012 = Result { try AirIndexRule(Edition.y2012.definition) }
    private static let rule2026 = Result { try AirIndexRule(Edition.y2026.definition) }

    var definition: AirIndexDefinition {
        func columns(_ tables: [AirItem: [Int]], isHourly: Bool) -> [AirItem: AirBreakpoints] {
            tables.reduce(into: [:]) { columns, table in
                let above = AirTables.above(table.key, isHourly: isHourly, self)
                columns[table.key] = AirBreakpoints(
                    knots: zip(table.value, AirTables.index).map { .init(ExactDecimal($0), index: $1) },
                    beyond: above.map { .countedAs($0) } ?? .notComputed)
            }
        }
        let names = ["优", "良", "轻度污染", "中度污染", "重度污染", "严重污染"]
        return AirIndexDefinition(
            id: self == .y2012 ? "HJ633-2012" : "HJ633-2026", title: "",
            hourly: columns(AirTables.hourly(self), isHourly: true),
            daily: columns(AirTables.daily(self), isHourly: false),
            inputDecimals: self == .y2012 ? [:] : [.so2: 0, .no2: 0, .pm10: 0, .pm25: 0, .co: 1, .o3: 0],
            levels: zip(names, [50, 100, 150, 200, 300, nil]).enumerated().map { rank, level in
                AirLevel(
                    rank: rank + 1, upperBound: level.1, grade: "", name: level.0, colorName: "", hex: "", cmyk: "",
                    effect: "", advice: "")
            },
            minimum: self == .y2012 ? 0 : 1, maximum: 500, primaryAbove: 50, exceedsAbove: 100,
            missing: self == .y2012
                ? AirMissingRule(
                    publishAbove: nil, maximumMissing: 2, neededOneOf: [.init(.pm10), .init(.pm25)],
                    feedBlanks: AirItemSet(.pm10))
                : AirMissingRule(
                    publishAbove: 100, maximumMissing: nil, neededOneOf: [], feedBlanks: AirItemSet(.pm10)),
            sensitiveGroups: [:])
    }
}
