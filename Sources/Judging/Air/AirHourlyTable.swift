package import Catalog
package import Documents
import Standards

/// Judges a table of hours by HJ 633, each row by the edition in force on the day on which its hour starts.
///
/// Input columns: `time` (end of the hour), `station`, and `so2,no2,pm10,pm25,co,o3` in µg/m³, CO in mg/m³; an empty
/// field is missing, `/` is not monitored. Missing items are treated as the rule file of the day says (from 2026-03-01
/// HJ 633-2026 5.3.1), not as the national feed is to be read: nobody knows where the rows come from.
package struct AirHourlyTable {
    /// Columns the input must have.
    package static let columns = ["time", "station"] + AirItem.allCases.map(\.rawValue)
    /// Columns put behind those of the input.
    package static let addedColumns = ["aqi", "level", "primary", "standard", "note"]
    /// Where the first item stands in `columns`.
    private static let firstItem = 2

    private let catalog: RuleCatalog
    /// The names of every set of primary pollutants: making them anew costs more than judging.
    private let names = (UInt8(0)..<64).map { AirItemSet(rawValue: $0).description }

    /// A table judged by the rules of `catalog`.
    package init(catalog: RuleCatalog) {
        self.catalog = catalog
    }

    /// Reads CSV and writes it with five columns more, row by row.
    ///
    /// - Parameter output: takes the CSV piece by piece.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError` when the CSV breaks off inside quotes,
    ///   what `output` throws. A row that cannot be judged is counted and keeps its place, with the reason in `note`.
    package func judge(input: ChunkSource, output: ([UInt8]) throws -> Void) throws -> JudgedCounts {
        let catalog = catalog
        var rules = RuleOfDay<AirHourRule> { (day) throws(CatalogError) in
            AirHourRule(try catalog.rule(.airIndex, on: day))
        }
        let stream = JudgedStream(required: Self.columns, added: Self.addedColumns)
        return try stream.run(input: input, output: output) { row, places, writer in
            guard let values = values(of: row, places),
                case .moment(let end) = row.withUTF8(places[0], TimeField.read),
                let rule = try rules.rule(on: Period.hour(endingAt: end).start.beijingDate)
            else { return try reasons(row, places, &rules) }
            write(rule, values, end, into: &writer)
            return nil
        }
    }

    /// The six values; nil when one of them cannot be.
    private func values(of row: CSVRow, _ places: [Int]) -> AirValues? {
        guard let so2 = row.withUTF8(places[Self.firstItem], Self.value),
            let no2 = row.withUTF8(places[Self.firstItem + 1], Self.value),
            let pm10 = row.withUTF8(places[Self.firstItem + 2], Self.value),
            let pm25 = row.withUTF8(places[Self.firstItem + 3], Self.value),
            let co = row.withUTF8(places[Self.firstItem + 4], Self.value),
            let o3 = row.withUTF8(places[Self.firstItem + 5], Self.value)
        else { return nil }
        return AirValues(so2: so2, no2: no2, pm10: pm10, pm25: pm25, co: co, o3: o3)
    }

    /// A concentration, a gap or `/`; nil for anything else and for negative numbers.
    static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> AirValue? {
        if bytes.isEmpty { return .missing }
        if bytes.count == 1, bytes[0] == UInt8(ascii: "/") { return .notMonitored }
        guard let number = ExactDecimal(utf8: bytes), !number.isNegative else { return nil }
        return .present(number)
    }

    private func write(_ rule: AirHourRule, _ values: AirValues, _ end: Instant, into writer: inout CSVWriter) {
        let result = rule.rule.hourly(values)
        if let aqi = result.aqi, let level = result.level {
            writer.field(aqi)
            writer.field(level)
        } else {
            writer.field("NA")
            writer.field("")
        }
        writer.field(names[Int(result.primaryItems.rawValue)])
        writer.field(rule.id)
        var note = rule.isPlain(result) ? "" : rule.note(on: result)
        if end.secondsSince1970 % 3_600 != 0 { note += (note.isEmpty ? "" : ";") + "时间不是整点" }
        writer.field(note)
    }

    /// Everything wrong with a row that could not be judged.
    private func reasons(_ row: CSVRow, _ places: [Int], _ rules: inout RuleOfDay<AirHourRule>) throws -> String {
        var faults: [RowFault] = []
        switch row.withUTF8(places[0], TimeField.read) {
        case .unreadable: faults.append(.unreadableTime(row[places[0]].string))
        case .withoutOffset: faults.append(.timeWithoutOffset(row[places[0]].string))
        case .moment(let end):
            let day = Period.hour(endingAt: end).start.beijingDate
            if try rules.rule(on: day) == nil { faults.append(.nothingInForce(rule: "空气质量指数（AQI）技术规定", day)) }
        }
        for (item, place) in zip(AirItem.allCases, places[Self.firstItem...])
        where row.withUTF8(place, Self.value) == nil {
            let text = row[place].string
            let isNegative = ExactDecimal(text)?.isNegative ?? false
            faults.append(
                isNegative
                    ? .negative(column: item.rawValue, text: text)
                    : .notANumber(column: item.rawValue, text: text, hint: "缺测请留空，未监测请写 /"))
        }
        return RowFault.note(faults)
    }
}
