import Documents
import Standards

/// Reads the rows of a table as a scheme needs them.
struct RankRowReader {
    let scheme: RankScheme
    let columns: RankColumns
    let header: TableHeader
    /// Nil where the scheme knows no index.
    let index: RankIndex?

    /// Whether the table has no column of the index.
    var computesIndex: Bool { columns.sources.contains { if case .composite = $0 { true } else { false } } }

    /// A row that can take part, or why it cannot.
    enum Reading {
        case row(RankRow)
        case refused(String)
    }

    func read(_ row: CSVRow) -> Reading {
        do throws(StandardsError) {
            return try readInRange(row)
        } catch {
            return .refused("数值过大，无法计算：\(error.value ?? "")")
        }
    }

    private func readInRange(_ row: CSVRow) throws(StandardsError) -> Reading {
        let area = row[header.places[0]].string
        guard !area.isEmpty else { return .refused("“\(RankColumns.area)”列为空，须填城市、区或街镇的名称") }
        var faults: [RowFault] = []
        var steps: [String] = []
        var values: [Rational?] = []
        for (measure, source) in zip(scheme.measures, columns.sources) {
            let value = try value(source, measure, row, &faults, &steps)
            if let value { _ = try measure.compared(value) }
            values.append(value)
        }
        let validPercent = columns.validRatePlace.flatMap { number($0, row, &faults) }
        let meets = columns.meetsStandardPlace.map { row[$0].string } ?? ""
        var reasons = faults.map(\.message)
        if !["", "是", "否"].contains(meets) {
            reasons.append("“\(RankColumns.meetsStandard)”列的“\(RowFault.clipped(meets))”无法识别，须为 是 或 否")
        }
        guard reasons.isEmpty else {
            return .refused(reasons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ";"))
        }
        let isIncomplete = scheme.leastValidPercent.map { least in validPercent.map { $0 < least } ?? true } ?? false
        return .row(
            RankRow(
                fields: row.strings, area: area, values: values, validPercent: validPercent, isIncomplete: isIncomplete,
                meetsStandard: meets == "是", steps: steps))
    }

    private func value(
        _ source: RankColumns.Source, _ measure: RankMeasure, _ row: CSVRow, _ faults: inout [RowFault],
        _ steps: inout [String]
    ) throws(StandardsError) -> Rational? {
        switch source {
        case .absent:
            return nil
        case .column(let place):
            let isRate = if case .change = measure.origin { true } else { false }
            return number(place, row, &faults, mayBeNegative: isRate)?.rational
        case .composite(let places):
            var numbers: [AirItem: ExactDecimal] = [:]
            for (item, place) in zip(AirItem.allCases, places) { numbers[item] = number(place, row, &faults) }
            guard let index else { return nil }
            let result = try index.rule.index(of: numbers, limits: index.limits)
            guard let sum = result.sum, let published = result.published else { return nil }
            let terms = result.terms.map { term in
                let weight = term.weight == 1 ? "" : "\(term.weight.shortText)×"
                return "\(weight)\(term.value.shortText)÷\(term.limit)"
            }
            let line = "\(measure.title)：\(terms.joined(separator: "+")) = \(sum.written)，修约为 \(published)"
            if !steps.contains(line) { steps.append(line) }
            return sum
        case .change(let source, let other, let place):
            let exact = try value(source, other ?? measure, row, &faults, &steps)
            guard let before = number(place, row, &faults), let exact else { return nil }
            // Changes are worked out from published, that is rounded values.
            let now = try other?.compared(exact) ?? exact
            guard !before.isZero else { return nil }
            let change = try RankMeasure.changePercent(now, from: before.rational)
            steps.append(
                "\(measure.title)：(\(now.shortText)−\(before))÷\(before)×100 = \(change.written)")
            return change
        }
    }

    /// A number of the row; nil for an empty field, and, with a fault, for anything that is none.
    private func number(
        _ place: Int, _ row: CSVRow, _ faults: inout [RowFault], mayBeNegative: Bool = false
    ) -> ExactDecimal? {
        let text = row[place].string
        guard !text.isEmpty else { return nil }
        guard let number = ExactDecimal(text) else {
            faults.append(.notANumber(column: header.names[place], text: text, hint: "没有数值请留空"))
            return nil
        }
        guard mayBeNegative || !number.isNegative else {
            faults.append(.negative(column: header.names[place], text: text))
            return nil
        }
        return number
    }
}
