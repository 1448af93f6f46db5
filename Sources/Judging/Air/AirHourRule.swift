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
        AirIndexNotes(result, over: .hour, by: rule).sentences.joined(separator: ";")
    }
}
