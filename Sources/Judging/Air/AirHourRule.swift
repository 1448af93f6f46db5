import Standards

/// HJ 633 of one edition with what a table needs to know to pass quickly over rows that call for no note.
///
/// A class, so that a row borrows it instead of copying the tables of the rule.
final class AirHourRule {
    let rule: AirIndexRule
    let id: String
    /// An item above its table has at least this IAQI; beyond every AQI when no item is counted above its table.
    private let leastIndexAboveTable: Int
    /// Items whose hour yields no IAQI above the table.
    private let itemsNotComputed: [AirItem]

    init(_ rule: AirIndexRule) {
        self.rule = rule
        id = rule.id
        let columns = rule.definition.hourly
        itemsNotComputed = AirItem.allCases.filter { columns[$0]?.beyond == .notComputed }
        let counted = columns.values.compactMap { column -> Int? in
            if case .countedAs(let index) = column.beyond { index } else { nil }
        }
        leastIndexAboveTable = counted.min() ?? .max
    }

    /// Whether certainly nothing is to be noted; a row in doubt is not plain.
    func isPlain(_ result: AirIndexResult) -> Bool {
        guard let aqi = result.aqi, aqi == result.largestIndex, aqi < leastIndexAboveTable else { return false }
        guard result.missingItems.isEmpty else { return false }
        return itemsNotComputed.allSatisfy { result.iaqi($0) != nil }
    }

    /// The notes of a result in Chinese, joined by `;`.
    func note(on result: AirIndexResult) -> String {
        var sentences = result.notes.map { sentence($0, on: result) }
        if result.largestIndex == nil { sentences.append(nothingPresent(result)) }
        return sentences.joined(separator: ";")
    }

    private func sentence(_ note: AirIndexNote, on result: AirIndexResult) -> String {
        switch note {
        case .withheldForMissing(let items): "\(names(items)) 缺测，\(withheld(without: items, result))，不发布 AQI"
        case .publishedWithout(let items): "\(names(items)) 缺测，按其余项目计算"
        case .blankInFeed(let item): "\(item.displayName) 在发布源中留空，按其余项目计算"
        case .aboveTable(let item):
            "\(item.displayName) 高于分级表上限，IAQI 计为 \(result.iaqi(item).map(String.init) ?? "上限")"
        case .notComputedFrom(let item): "\(item.displayName) 高于小时浓度上限，按标准不计算其小时 IAQI"
        case .negative(let item): "\(item.displayName) 为负值，按缺测处理"
        case .raisedToMinimum: "AQI 计算值为 0，按标准下限 \(rule.definition.minimum) 表示"
        }
    }

    /// Why the rule of the day holds the AQI back.
    private func withheld(without items: AirItemSet, _ result: AirIndexResult) -> String {
        let missing = rule.definition.missing
        if let bound = missing.publishAbove { return "其余项目 IAQI 最大为 \(result.largestIndex ?? 0)，不大于 \(bound)" }
        if let most = missing.maximumMissing, items.count > most { return "超过 \(most) 项" }
        return "其中至少须有一项：\(names(missing.neededOneOf))"
    }

    private func nothingPresent(_ result: AirIndexResult) -> String {
        if result.missingItems == .all { return "各项目均缺测，无法计算 AQI" }
        if result.notMonitoredItems == .all { return "各项目均未监测，无法计算 AQI" }
        return "没有可用于计算的项目，无法计算 AQI"
    }

    private func names(_ items: AirItemSet) -> String { items.items.map(\.displayName).joined(separator: "、") }
}
