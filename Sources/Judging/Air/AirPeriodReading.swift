import Documents
import Standards

/// One row of the input of `air period`.
struct AirPeriodReading {
    let date: CivilDate?
    let day: AirPeriodDay?
    private let faults: [String]

    init(_ row: CSVRow, _ header: TableHeader) {
        var faults: [String] = []
        let text = row[header.places[0]].string
        date = CivilDate(text)
        if date == nil {
            faults.append(
                text.isEmpty ? "“date”列为空，应填如 2026-03-01" : "“date”列的“\(RowFault.clipped(text))”无法识别，应如 2026-03-01")
        }
        if row[header.places[1]].isEmpty { faults.append("“station”列为空，须填站点名称或编码") }
        var values = AirValues(repeating: .missing)
        for (place, item) in AirItem.allCases.enumerated() {
            let field = row[header.places[AirPeriodTable.firstItem + place]]
            if let value = field.withUTF8(AirField.read) {
                values[item] = value
            } else {
                faults.append(Self.fault(field.string, AirPeriodTable.itemNames[place]))
            }
        }
        var excluded: AirItemSet = []
        if let place = header.optional[AirPeriodTable.excludedColumn] {
            let text = row[place].string
            if let items = Self.items(text) {
                excluded = items
            } else {
                faults.append(
                    "“excluded”列的“\(RowFault.clipped(text))”无法识别，须为 all，或 \(AirPeriodTable.itemNames.joined(separator: ";")) 中的若干项"
                )
            }
        }
        day = faults.isEmpty ? AirPeriodDay(values: values, excluded: excluded) : nil
        self.faults = faults
    }

    /// Why the row cannot be used; nil when it can.
    func reason(_ evaluator: inout AirPeriodEvaluator) throws -> String? {
        var faults = faults
        if let date, let fault = try evaluator.fault(of: date) { faults.append(fault) }
        return faults.isEmpty ? nil : faults.joined(separator: ";")
    }

    private static func fault(_ text: String, _ column: String) -> String {
        let isNegative = ExactDecimal(text)?.isNegative ?? false
        let fault: RowFault =
            isNegative
            ? .negative(column: column, text: text)
            : .notANumber(column: column, text: text, hint: "缺测请留空，未监测请写 /")
        return fault.message
    }

    /// The items a field names; nil when one is unknown.
    private static func items(_ text: String) -> AirItemSet? {
        if text.isEmpty { return [] }
        if text == "all" { return .all }
        var items: AirItemSet = []
        for name in text.split(separator: ";", omittingEmptySubsequences: false) {
            guard let place = AirPeriodTable.itemNames.firstIndex(of: String(name)) else { return nil }
            items.formUnion(AirItemSet(AirItem.allCases[place]))
        }
        return items
    }
}
