package import Standards

/// What a reader must know beside an AQI, in Chinese.
package struct AirIndexNotes {
    private let rule: AirIndexRule
    private let result: AirIndexResult
    private let span: AirIndexSpan

    /// The notes of a result of `rule`.
    package init(_ result: AirIndexResult, over span: AirIndexSpan, by rule: AirIndexRule) {
        self.result = result
        self.span = span
        self.rule = rule
    }

    /// One sentence each, without a full stop; none when all is plain.
    package var sentences: [String] {
        let notes = result.notes.map(sentence)
        return result.largestIndex == nil ? notes + [nothingPresent] : notes
    }

    private func sentence(_ note: AirIndexNote) -> String {
        switch note {
        case .withheldForMissing(let items): "\(names(items)) 缺测，\(withheld(without: items))，不发布 AQI"
        case .publishedWithout(let items): "\(names(items)) 缺测，按其余项目计算"
        case .blankInFeed(let item): "\(item.displayName) 在发布源中留空，按其余项目计算"
        case .aboveTable(let item):
            "\(item.displayName) 高于分级表上限，IAQI 计为 \(result.iaqi(item).map(String.init) ?? "上限")"
                // No air holds that much of it; a file in µg/m³ does.
                + (item == .co ? "，请核对单位是否为 \(item.unit)" : "")
        case .notComputedFrom(let item):
            span == .hour
                ? "\(item.displayName) 高于小时浓度上限，按标准不计算其小时 IAQI"
                : "\(item.displayName) 高于分级表上限，按标准不由其\(span.averaging(of: item))计算 IAQI"
        case .negative(let item): "\(item.displayName) 为负值，按缺测处理"
        case .raisedToMinimum: "AQI 计算值为 0，按标准下限 \(rule.definition.minimum) 表示"
        }
    }

    /// Why the rule of the day holds the AQI back.
    private func withheld(without items: AirItemSet) -> String {
        let missing = rule.definition.missing
        if let bound = missing.publishAbove { return "其余项目 IAQI 最大为 \(result.largestIndex ?? 0)，不大于 \(bound)" }
        if let most = missing.maximumMissing, items.count > most { return "超过 \(most) 项" }
        return "其中至少须有一项：\(names(missing.neededOneOf))"
    }

    private var nothingPresent: String {
        if result.missingItems == .all { return "各项目均缺测，无法计算 AQI" }
        if result.notMonitoredItems == .all { return "各项目均未监测，无法计算 AQI" }
        return "没有可用于计算的项目，无法计算 AQI"
    }

    private func names(_ items: AirItemSet) -> String { items.items.map(\.displayName).joined(separator: "、") }
}
