import Standards

/// GB 3838-2002 for the items of the automatic stations and two metals, written by hand as the tests' own authority.
enum WaterTables {
    static let river = rows(phosphorus: ["0.02", "0.1", "0.2", "0.3", "0.4"])
    static let lake = rows(phosphorus: ["0.01", "0.025", "0.05", "0.1", "0.2"])

    static var rule: WaterClassRule {
        get throws {
            let grades = ["优", "优", "良好", "轻度污染", "中度污染", "重度污染"].map {
                WaterEvaluationMethod.Grade(name: $0, colorName: "", hex: "")
            }
            return WaterClassRule(
                standard: try WaterStandard(
                    id: "GB3838-2002", title: "", classNames: ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"], itemNames: [.tp: "总磷"],
                    itemUnits: [:], river: river, lake: lake),
                method: try WaterEvaluationMethod(
                    id: "HB2011-22", title: "",
                    items: [.ph, .dissolvedOxygen, .codmn, .cod, .nh3n, .tp, .cyanide, .lead], grades: grades,
                    priorityItems: [.cyanide, .lead], itemsWithoutMultiple: [.temperature, .ph, .dissolvedOxygen],
                    indicatorCount: 3, multipleDecimals: 1))
        }
    }

    static var means: WaterMeanRule {
        get throws {
            try WaterMeanRule(
                id: "HBJCH2020-82", title: "",
                assessmentDecimals: [.ph: 0, .dissolvedOxygen: 1, .codmn: 1, .nh3n: 2, .tp: 3],
                displayDecimals: [.ph: 2, .tp: 3], belowLimitShare: Rational(numerator: 1, denominator: 2))
        }
    }

    private static func rows(phosphorus: [ExactDecimal]) -> [WaterItem: WaterLimit] {
        [
            .ph: .within(6, 9),
            .dissolvedOxygen: .atLeast(["7.5", 6, 5, 3, 2]),
            .codmn: .atMost([2, 4, 6, 10, 15]),
            .cod: .atMost([15, 15, 20, 30, 40]),
            .nh3n: .atMost(["0.15", "0.5", "1.0", "1.5", "2.0"]),
            .tp: .atMost(phosphorus),
            .tn: .atMost(["0.2", "0.5", "1.0", "1.5", "2.0"]),
            .cyanide: .atMost(["0.005", "0.05", "0.2", "0.2", "0.2"]),
            .lead: .atMost(["0.01", "0.01", "0.05", "0.05", "0.1"]),
        ]
    }
}
