package import Catalog
package import Standards

/// How an AQI follows from six concentrations, as a reviewer checks it by hand.
package struct AirIndexExplanation {
    /// What was judged.
    package let result: AirIndexResult
    /// The IAQI of each item that has a concentration, in publication order.
    package let items: [AirIndexStep]
    private let values: AirValues
    private let span: AirIndexSpan
    private let rule: AirIndexRule
    private let header: RuleHeader
    private let origins: [AirItem: String]

    /// Judges the values and keeps the way.
    ///
    /// - Parameters:
    ///   - rule: the edition of the day on which the hour or day starts; `header` is that of its file.
    ///   - origins: how a value came about or why there is none, by item: `24 个有效小时的平均 42.3542`.
    package init(
        _ values: AirValues, over span: AirIndexSpan, by rule: AirIndexRule, header: RuleHeader,
        origins: [AirItem: String] = [:]
    ) {
        self.values = values
        self.span = span
        self.rule = rule
        self.header = header
        self.origins = origins
        result = span.judge(values, by: rule)
        items = AirItem.allCases.compactMap { item in
            values[item].concentration.flatMap { AirIndexStep(item, $0, over: span, by: rule) }
        }
    }

    /// The card.
    package var explanation: Explanation {
        Explanation(
            subject: span == .hour ? "小时空气质量指数（AQI）" : "日空气质量指数（AQI）", inputs: AirItem.allCases.map(input),
            steps: itemSteps + (result.largestIndex.map(conclusionSteps) ?? []), conclusion: conclusion,
            remarks: remarks, rules: [RuleCitation(header)])
    }

    private func input(_ item: AirItem) -> Explanation.Input {
        let value =
            switch values[item] {
            case .present(let number): items.first { $0.item == item }?.input ?? "\(number) \(item.unit)"
            case .missing: "缺测"
            case .notMonitored: "未监测"
            }
        let origin = origins[item].map { "（\($0)）" } ?? ""
        return Explanation.Input("\(item.displayName) \(span.averaging(of: item))", value + origin)
    }

    private var itemSteps: [Explanation.Step] {
        items.map { $0.step(isDeciding: $0.index != nil && $0.index == result.largestIndex) }
    }

    /// From the largest IAQI to AQI, level and primary pollutant.
    private func conclusionSteps(_ largest: Int) -> [Explanation.Step] {
        let indices = items.compactMap(\.index).map(String.init).joined(separator: ", ")
        let definition = rule.definition
        guard let aqi = result.aqi else {
            return [
                Explanation.Step("IAQI 最大值", formula: "max(\(indices))", result: "\(largest)"),
                Explanation.Step("AQI", formula: "缺项，不符合发布条件", result: "NA"),
            ]
        }
        let isBounded = aqi != largest
        var steps = [
            Explanation.Step(
                "AQI", tableRow: "取值范围 \(definition.minimum)—\(definition.maximum)",
                formula: "max(\(indices))\(isBounded ? " = \(largest)，按取值范围计为 \(aqi)" : "")", result: "\(aqi)")
        ]
        if let level = result.level.flatMap(rule.level) {
            let lower =
                level.rank > 1 ? definition.levels[level.rank - 2].upperBound.map { $0 + 1 } : definition.minimum
            let row = level.upperBound.map { "\(lower ?? 0)—\($0)" } ?? "＞\((lower ?? 1) - 1)"
            steps.append(
                Explanation.Step(
                    "级别", tableRow: "\(row) → \(level.grade)（\(level.name)，\(level.colorName)）",
                    formula: "AQI = \(aqi)",
                    result: "\(level.grade)（\(level.name)）"))
        }
        let isAbove = aqi > definition.primaryAbove
        steps.append(
            Explanation.Step(
                "首要污染物",
                formula: isAbove
                    ? "AQI \(aqi)＞\(definition.primaryAbove)，取 IAQI 最大（\(largest)）的项目"
                    : "AQI \(aqi)≤\(definition.primaryAbove)，不评首要污染物",
                result: isAbove ? names(result.primaryItems) : "无"))
        return steps
    }

    private var conclusion: String {
        guard let aqi = result.aqi, let level = result.level.flatMap(rule.level) else {
            return result.largestIndex == nil ? "没有可用的 IAQI，不计算 AQI" : "AQI 不发布（NA）"
        }
        let primary = result.primaryItems.isEmpty ? "无首要污染物" : "首要污染物 \(names(result.primaryItems))"
        return "AQI \(aqi)，\(level.grade)（\(level.name)），\(primary)"
    }

    private var remarks: [String] {
        var remarks = AirIndexNotes(result, over: span, by: rule).sentences
        if !result.exceedingItems.isEmpty {
            remarks.append("IAQI 大于 \(rule.definition.exceedsAbove)：\(names(result.exceedingItems))")
        }
        if items.isEmpty { return remarks }
        remarks.append(inputRounding)
        remarks.append("算式结果为精确值，只在最后进一取整为 IAQI")
        if span == .hour { remarks.append("PM10、PM2.5 的小时值按 24 小时浓度限值分级") }
        return remarks
    }

    /// How concentrations are rounded before the formula.
    private var inputRounding: String {
        let decimals = rule.definition.inputDecimals
        if decimals.isEmpty { return "标准没有规定浓度先修约，按原值计算" }
        let fine = AirItem.allCases.compactMap { item in
            decimals[item].flatMap { $0 > 0 ? "\(item.displayName) 保留 \($0) 位小数" : nil }
        }
        return "浓度先按 GB/T 8170 修约（\((fine + ["其余取整数"]).joined(separator: "，"))），再计算 IAQI"
    }

    private func names(_ items: AirItemSet) -> String { items.items.map(\.displayName).joined(separator: "、") }
}
