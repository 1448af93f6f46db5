import Catalog
import Judging
import Monitoring
import Standards

extension HourPage.Calculation {
    /// The steps from the values of an hour to its AQI.
    init(_ sheet: HourSheet, in context: PageContext) throws {
        let rule = sheet.air.rule
        let result = sheet.hour.result
        let header = context.catalog.rules.map(\.header).first {
            $0.id == rule.id && $0.effective.contains(sheet.place.date)
        }
        let notes = result.notes.map(\.sentence) + ["PM₂.₅、PM₁₀ 的小时值按 24 小时浓度限值分级"]
        self.init(
            standard: rule.title, effective: header.map { "\($0.effective.from) 起施行" } ?? "",
            standardHref: SiteURL.rule(rule.id).path,
            steps: AirItem.allCases.compactMap { Step($0, sheet.hour, by: rule) },
            conclusion: Self.conclusion(result, rule), remark: notes.joined(separator: "；") + "。")
    }

    private static func conclusion(_ result: AirIndexResult, _ rule: AirIndexRule) -> String {
        let indices = AirItem.allCases.compactMap { result.iaqi($0).map(String.init) }
        guard !indices.isEmpty else { return "没有有效值，不计算 AQI。" }
        let maximum = "max(\(indices.joined(separator: ", "))) = \(result.largestIndex.map(String.init) ?? "")"
        guard let aqi = result.aqi, let level = result.level.flatMap(rule.level) else {
            return "IAQI 最大值 \(maximum)；\(RuleName.short(rule.title)) 规定缺项时不发布 AQI。"
        }
        let primary =
            result.primaryItems.isEmpty
            ? "无首要污染物（AQI 不大于 \(rule.definition.primaryAbove)）" : "首要污染物 \(result.primaryItems.screenNames)"
        return
            "AQI = \(maximum)\(result.largestIndex == aqi ? "" : "，取 \(aqi)")，\(level.grade)（\(level.name)）；\(primary)。"
    }
}

extension HourPage.Calculation.Step {
    /// Nil where there is no valid value.
    init?(_ item: AirItem, _ hour: AirStationHour, by rule: AirIndexRule) {
        guard let concentration = hour.values[item].concentration else { return nil }
        let decimals = rule.definition.inputDecimals[item]
        let entered = decimals.flatMap { try? concentration.rounded(decimals: $0) } ?? concentration
        let index = hour.result.iaqi(item)
        let rows = AirIndexSteps.rows(of: item, concentration: entered, table: rule.definition.hourly)
        let unit = item.screenUnit
        let exact = rows.flatMap { AirIndexSteps.exact(entered, $0.low, $0.high) }
        self.init(
            item: item.screenName, input: "\(concentration.screenText) \(unit)",
            rounded: decimals == nil ? "不修约" : entered.screenText,
            tableRow: rows.map {
                "\($0.low.concentration)—\($0.high.concentration) \(unit) → \($0.low.index)—\($0.high.index)"
            }
                ?? "超出分级表",
            formula: rows.map {
                "(\($0.high.index)−\($0.low.index))÷(\($0.high.concentration)−\($0.low.concentration))"
                    + "×(\(entered.screenText)−\($0.low.concentration))+\($0.low.index)"
            } ?? "—", exact: exact?.screenText ?? "—", iaqi: index.map(String.init) ?? "—",
            levelClass: index.map { "l\(rule.level(ofAQI: $0).rank)" },
            isDeciding: index != nil && index == hour.result.largestIndex)
    }
}
