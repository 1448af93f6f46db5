import Catalog
import Standards

/// HJ 633 of one edition for hours or days, with what a table needs to know to pass quickly over rows that call for no
/// note.
///
/// A class, so that a row borrows it instead of copying the tables of the rule.
final class AirSpanRule {
    let rule: AirIndexRule
    let header: RuleHeader
    let span: AirIndexSpan
    let id: String
    /// The same rule with ozone judged by its largest hour, where the edition counts that for a day as well.
    let byOzoneHour: AirSpanRule?
    /// An item above its table has at least this IAQI; beyond every AQI when no item is counted above its table.
    private let leastIndexAboveTable: Int
    /// Items which yield no IAQI above the table.
    private let itemsNotComputed: [AirItem]

    init(_ rule: AirIndexRule, header: RuleHeader, over span: AirIndexSpan) {
        self.rule = rule
        self.header = header
        self.span = span
        id = rule.id
        let hourRule = span == .day ? rule.dailyByOzoneHour : nil
        byOzoneHour = hourRule.map { AirSpanRule($0, header: header, over: .day) }
        let columns = span.columns(of: rule)
        itemsNotComputed = AirItem.allCases.filter { columns[$0]?.beyond == .notComputed }
        let counted = columns.values.compactMap { column -> Int? in
            if case .countedAs(let index) = column.beyond { index } else { nil }
        }
        leastIndexAboveTable = counted.min() ?? .max
    }

    /// The judgement of six values.
    func judge(_ values: AirValues) -> AirIndexResult {
        span == .hour ? rule.hourly(values) : rule.daily(values)
    }

    /// Whether certainly nothing is to be noted; a row in doubt is not plain.
    func isPlain(_ result: AirIndexResult) -> Bool {
        guard let aqi = result.aqi, aqi == result.largestIndex, aqi < leastIndexAboveTable else { return false }
        guard result.missingItems.isEmpty else { return false }
        return itemsNotComputed.allSatisfy { result.iaqi($0) != nil }
    }

    /// The notes of a result in Chinese, joined by `;`.
    func note(on result: AirIndexResult) -> String {
        isPlain(result) ? "" : AirIndexNotes(result, over: span, by: rule).sentences.joined(separator: ";")
    }
}
