import Standards

extension RuleTable {
    /// The breakpoints and levels of HJ 633.
    static func tables(of rule: AirIndexRule) -> [RuleTable] {
        [
            breakpoints("小时 IAQI 分级表（浓度上限）", rule.definition.hourly, label: hourly),
            breakpoints("日 IAQI 分级表（浓度上限）", rule.definition.daily, label: daily), levels(of: rule),
        ]
    }

    /// A column an IAQI, a row an item.
    private static func breakpoints(
        _ caption: String, _ columns: [AirItem: AirBreakpoints], label: (AirItem) -> String
    ) -> RuleTable {
        let indices = Set(columns.values.flatMap { $0.knots.map(\.index) }).sorted()
        return RuleTable(
            caption: caption, rowsHead: "项目",
            columns: indices.map { "IAQI \($0)" } + ["高于上限"], look: "num",
            rows: AirItem.allCases.compactMap { item in
                columns[item].map { column in
                    let byIndex = Dictionary(
                        column.knots.map { ($0.index, $0.concentration.description) },
                        uniquingKeysWith: { _, last in last })
                    return Row(
                        head: "\(item.screenName) \(label(item))（\(item.screenUnit)）",
                        cells: indices.map { byIndex[$0] ?? "—" } + [beyond(column)])
                }
            })
    }

    private static func hourly(_ item: AirItem) -> String {
        // HJ 633 has no column of one hour for particles; practice takes the one of 24 hours.
        item == .pm10 || item == .pm25 ? "1 小时平均（按 24 小时限值）" : "1 小时平均"
    }

    private static func daily(_ item: AirItem) -> String { item == .o3 ? "日最大 8 小时平均" : "24 小时平均" }

    private static func beyond(_ column: AirBreakpoints) -> String {
        switch column.beyond {
        case .countedAs(let index): "计为 \(index)"
        case .notComputed: "不计算"
        }
    }

    private static func levels(of rule: AirIndexRule) -> RuleTable {
        var lower = rule.definition.minimum
        var rows: [Row] = []
        for level in rule.levels {
            let span = level.upperBound.map { "\(lower)—\($0)" } ?? "＞\(lower - 1)"
            rows.append(
                Row(
                    head: span,
                    cells: ["\(level.grade)（\(level.name)）", level.colorName, level.effect, level.advice]))
            lower = (level.upperBound ?? lower) + 1
        }
        return RuleTable(
            caption: "AQI 级别", rowsHead: "AQI", columns: ["级别", "颜色", "对健康影响情况", "建议采取的措施"], look: "wrap", rows: rows)
    }

    /// The limits of GB 3095.
    static func tables(of limits: AirQualityLimits) -> [RuleTable] {
        [
            RuleTable(
                caption: "浓度限值", rowsHead: "项目", columns: ["平均时间", "一级", "二级", "单位"], look: "num",
                rows: limits.rows.map { row in
                    Row(
                        head: row.item.screenName,
                        cells: [
                            name(of: row.averaging), row.classOne.description, row.classTwo.description,
                            row.item.screenUnit,
                        ])
                })
        ]
    }

    private static func name(of averaging: AirAveraging) -> String {
        switch averaging {
        case .hour: "1 小时平均"
        case .day: "24 小时平均"
        case .mda8: "日最大 8 小时平均"
        case .year: "年平均"
        }
    }
}
