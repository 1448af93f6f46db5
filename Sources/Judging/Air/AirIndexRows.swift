import Catalog
import Documents
import Standards

/// What the tables of hours and of days share: six concentrations a row, an AQI behind them. They differ in the column of
/// time and in the table of HJ 633 that judges.
struct AirIndexRows {
    /// Columns put behind those of the input.
    static let addedColumns = ["aqi", "level", "primary", "standard", "note"]
    /// Where the first item stands in `columns`.
    private static let firstItem = 2

    /// Time, station, and the six items in publication order.
    let columns: [String]
    private let catalog: RuleCatalog
    private let span: AirIndexSpan
    private let options: AirTableOptions
    /// The names of every set of primary pollutants: making them anew costs more than judging.
    private let names = (UInt8(0)..<64).map { AirItemSet(rawValue: $0).description }

    init(catalog: RuleCatalog, span: AirIndexSpan, columns: [String], options: AirTableOptions) {
        self.catalog = catalog
        self.span = span
        self.columns = columns
        self.options = options
    }

    /// A day with the moment by which it was named, where it was.
    private struct Time {
        let day: CivilDate
        let isWholeHour: Bool
    }

    func judge(input: ChunkSource, output: ([UInt8]) throws -> Void) throws -> JudgedCounts {
        let (catalog, span, choice) = (catalog, span, options.choice)
        var rules = RuleOfDay<AirSpanRule> { (day) throws(CatalogError) in
            let (header, rule) = try choice.rule(.airIndex, in: catalog, on: day)
            return AirSpanRule(rule, header: header, over: span)
        }
        let stream = JudgedStream(
            required: columns, optional: span == .day ? [AirDailyTable.optionalColumn] : [],
            added: Self.addedColumns, explains: options.explains)
        return try stream.run(input: input, output: output) { row, places, writer in
            guard let values = values(of: row, places), let time = time(of: row, places),
                let rule = try rules.rule(on: time.day)
            else { return try reasons(row, places, &rules) }
            if let byHour = rule.byOzoneHour, places[columns.count] >= 0 {
                guard let ozoneHour = row.withUTF8(places[columns.count], AirField.read) else {
                    return try reasons(row, places, &rules)
                }
                writeDay(rule, byHour, values, ozoneHour, into: &writer)
            } else {
                let result = rule.judge(values)
                let note = time.isWholeHour ? "" : "时间不是整点"
                write(rule, result, note, into: &writer)
                if options.explains { writer.field(explanation(rule, values, [:])) }
            }
            return nil
        }
    }

    /// The six values; nil when one of them cannot be.
    private func values(of row: CSVRow, _ places: [Int]) -> AirValues? {
        guard let so2 = row.withUTF8(places[Self.firstItem], AirField.read),
            let no2 = row.withUTF8(places[Self.firstItem + 1], AirField.read),
            let pm10 = row.withUTF8(places[Self.firstItem + 2], AirField.read),
            let pm25 = row.withUTF8(places[Self.firstItem + 3], AirField.read),
            let co = row.withUTF8(places[Self.firstItem + 4], AirField.read),
            let o3 = row.withUTF8(places[Self.firstItem + 5], AirField.read)
        else { return nil }
        return AirValues(so2: so2, no2: no2, pm10: pm10, pm25: pm25, co: co, o3: o3)
    }

    /// The day whose rule holds; nil when the field names none.
    private func time(of row: CSVRow, _ places: [Int]) -> Time? {
        if span == .day {
            return row.withUTF8(places[0], TimeField.readDay).map { Time(day: $0, isWholeHour: true) }
        }
        guard case .moment(let end) = row.withUTF8(places[0], TimeField.read) else { return nil }
        return Time(
            day: Period.hour(endingAt: end).start.beijingDate, isWholeHour: end.secondsSince1970 % 3_600 == 0)
    }

    private func write(_ rule: AirSpanRule, _ result: AirIndexResult, _ remark: String, into writer: inout CSVWriter) {
        if let aqi = result.aqi, let level = result.level {
            writer.field(aqi)
            writer.field(level)
        } else {
            writer.field("NA")
            writer.field("")
        }
        writer.field(primary(rule, result))
        writer.field(rule.id)
        let note = rule.note(on: result)
        writer.field(note.isEmpty || remark.isEmpty ? note + remark : note + ";" + remark)
    }

    private func primary(_ rule: AirSpanRule, _ result: AirIndexResult) -> String {
        guard options.primary == .above50, !result.primaryItems.isEmpty else {
            return names[Int(result.primaryItems.rawValue)]
        }
        return result.items(above: rule.rule.definition.primaryAbove).map(\.displayName).joined(separator: ",")
    }

    private func explanation(_ rule: AirSpanRule, _ values: AirValues, _ origins: [AirItem: String]) -> String {
        AirIndexExplanation(values, over: span, by: rule.rule, header: rule.header, origins: origins).explanation.line
    }
}

extension AirIndexRows {
    /// A day of an edition that counts ozone twice: the larger of both IAQI holds.
    private func writeDay(
        _ rule: AirSpanRule, _ byHour: AirSpanRule, _ values: AirValues, _ ozoneHour: AirValue,
        into writer: inout CSVWriter
    ) {
        var hourValues = values
        hourValues.o3 = ozoneHour
        let result = rule.judge(values)
        let hourResult = byHour.judge(hourValues)
        guard case .present = ozoneHour, hourResult.iaqi(.o3) ?? -1 > result.iaqi(.o3) ?? -1 else {
            write(rule, result, ozoneHour == .missing ? "O3 最大 1 小时值缺测，只按 8 小时值计算" : "", into: &writer)
            if options.explains { writer.field(explanation(rule, values, [:])) }
            return
        }
        write(byHour, hourResult, "O3 按日最大 1 小时值计算", into: &writer)
        if options.explains { writer.field(explanation(byHour, hourValues, [.o3: "日最大 1 小时值"])) }
    }

    /// Everything wrong with a row that could not be judged.
    private func reasons(_ row: CSVRow, _ places: [Int], _ rules: inout RuleOfDay<AirSpanRule>) throws -> String {
        var faults = timeFaults(row, places[0])
        if let day = time(of: row, places)?.day, try rules.rule(on: day) == nil {
            faults.append(.nothingInForce(rule: "空气质量指数（AQI）技术规定", options.choice.asOf ?? day))
        }
        let optional = places.dropFirst(columns.count).contains { $0 >= 0 } ? [AirDailyTable.optionalColumn] : []
        let items = columns.dropFirst(Self.firstItem) + optional
        for (column, place) in zip(items, places.dropFirst(Self.firstItem))
        where row.withUTF8(place, AirField.read) == nil {
            let text = row[place].string
            let isNegative = ExactDecimal(text)?.isNegative ?? false
            faults.append(
                isNegative
                    ? .negative(column: column, text: text)
                    : .notANumber(column: column, text: text, hint: "缺测请留空，未监测请写 /"))
        }
        return RowFault.note(faults)
    }

    private func timeFaults(_ row: CSVRow, _ place: Int) -> [RowFault] {
        let text = row[place].string
        if span == .day { return row.withUTF8(place, TimeField.readDay) == nil ? [.unreadableDay(text)] : [] }
        switch row.withUTF8(place, TimeField.read) {
        case .unreadable: return [.unreadableTime(text)]
        case .withoutOffset: return [.timeWithoutOffset(text)]
        case .moment: return []
        }
    }
}
