import Documents
import Standards

/// One row of samples: what was measured at a section at a moment.
struct WaterSample {
    let moment: Instant
    let section: String
    /// The river, lake or system the section belongs to; empty where the table does not say.
    let river: String
    let kind: WaterBodyKind
    /// The class assigned to the section; nil where the table does not say.
    let target: WaterClass?
    let values: [WaterItem: WaterMeasurement]

    /// Columns every table of samples has.
    static let required = ["time", "section", "kind"]
    static let riverColumn = "river"
    static let targetColumn = "target"
    /// Items a period can have a mean of; each is read where the table has a column for it.
    static let items: [WaterItem] = WaterItem.allCases.filter { $0 <= .chlorophyll }
    static let optional = [riverColumn, targetColumn] + items.map(\.rawValue)

    /// Reads a row; `faults` is given everything that is wrong with it, and then nothing comes out.
    init?(_ row: CSVRow, _ header: TableHeader, faults: inout [String]) {
        var moment: Instant?
        switch row.withUTF8(header.places[0], TimeField.read) {
        case .unreadable: faults.append(RowFault.unreadableTime(row[header.places[0]].string).message)
        case .withoutOffset: faults.append(RowFault.timeWithoutOffset(row[header.places[0]].string).message)
        case .moment(let found): moment = found
        }
        section = row[header.places[1]].string
        if section.isEmpty { faults.append("“section”列为空，须填断面名称") }
        let kindField = row[header.places[2]]
        let kind = WaterClassTable.kind(kindField)
        if kind == nil {
            faults.append((kindField.isEmpty ? RowFault.noKind : .unknownKind(kindField.string)).message)
        }
        river = header.optional[Self.riverColumn].map { row[$0].string } ?? ""
        let targetText = header.optional[Self.targetColumn].map { row[$0].string } ?? ""
        target = Self.waterClass(targetText)
        if !targetText.isEmpty, target == nil {
            faults.append("“target”列的“\(RowFault.clipped(targetText))”无法识别，须为 I II III IV V 之一，没有目标请留空")
        }
        var values: [WaterItem: WaterMeasurement] = [:]
        for item in Self.items {
            guard let place = header.optional[item.rawValue] else { continue }
            if let fault = Self.read(row[place], item, into: &values) { faults.append(fault.message) }
        }
        self.values = values
        guard faults.isEmpty, let moment, let kind else { return nil }
        self.moment = moment
        self.kind = kind
    }

    /// A class written `III` or `Ⅲ`; nil for 劣Ⅴ, which is no target.
    static func waterClass(_ text: String) -> WaterClass? {
        let place =
            WaterClassTable.classNames.prefix(5).firstIndex(of: text) ?? ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"].firstIndex(of: text)
        return place.flatMap { WaterClass(rawValue: $0 + 1) }
    }

    /// Reads the value of an item; gives what is wrong with it.
    static func read(
        _ field: CSVField, _ item: WaterItem, into values: inout [WaterItem: WaterMeasurement]
    ) -> RowFault? {
        let column = item.rawValue
        switch field.withUTF8(WaterValue.read) {
        case .missing: return nil
        case .present(let value):
            if item == .ph, !HydrogenIonMean.range.contains(value) { return .impossiblePH(field.string) }
            values[item] = .measured(value)
            return nil
        case .belowLimit(let limit):
            guard item != .ph, item != .temperature else { break }
            values[item] = .belowLimit(limit)
            return nil
        case .negative:
            if item == .ph { return .impossiblePH(field.string) }
            guard item == .temperature, let value = ExactDecimal(field.string) else {
                return .negative(column: column, text: field.string)
            }
            values[item] = .measured(value)
            return nil
        case .notANumber: break
        }
        return .notANumber(column: column, text: field.string, hint: "未测请留空，低于检出限请写 <检出限")
    }
}
