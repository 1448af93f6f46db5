import Documents
import Standards

extension WaterClassTable {
    /// What was found on one row; items are bits, by column.
    struct Verdict {
        var worst: WaterClass?
        var deciding = 0
        /// Items the table has a column for.
        var asked = 0
        var missing = 0
        var withoutLimit = 0
        /// Sentences about items below their detection limits.
        var belowLimit = ""
    }

    /// The class of a row; nil when one of its values cannot be.
    func verdict(on row: CSVRow, _ places: [Int], _ rule: WaterDayRule, _ kind: WaterBodyKind) -> Verdict? {
        var verdict = Verdict()
        let limits = rule.limits(kind)
        for index in 0..<Self.order.count {
            let place = places[Self.positions[index]]
            guard place >= 0 else { continue }
            verdict.asked |= 1 << index
            let value: ExactDecimal
            switch row.withUTF8(place, WaterValue.read) {
            case .missing:
                verdict.missing |= 1 << index
                continue
            case .present(let number): value = number
            case .belowLimit(let limit):
                // pH has no detection limit.
                guard index > 0, let standIn = rule.standIn(below: limit) else { return nil }
                value = standIn
                if !verdict.belowLimit.isEmpty { verdict.belowLimit += ";" }
                verdict.belowLimit += "\(rule.names[index])低于检出限 \(limit)，按 \(standIn) 参与评价"
            case .negative, .notANumber: return nil
            }
            if index == 0, !HydrogenIonMean.range.contains(value) { return nil }
            guard let limit = limits[index] else {
                verdict.withoutLimit |= 1 << index
                continue
            }
            var found = limit.waterClass(of: value)
            if found > .one, index == 1, let saturation = rule.saturation,
                let temperature = Self.temperature(of: row, places), saturation.isMet(by: value, at: temperature)
            {
                found = .one
            }
            if let worst = verdict.worst, found < worst { continue }
            verdict.deciding = found == verdict.worst ? verdict.deciding | 1 << index : 1 << index
            verdict.worst = found
        }
        return verdict
    }

    /// Appends the added fields.
    func write(_ verdict: Verdict, _ rule: WaterDayRule, into writer: inout CSVWriter) {
        writer.field(verdict.worst.map { Self.classNames[$0.rawValue - 1] } ?? "")
        writer.field(rule.list(verdict.deciding))
        writer.field(rule.id)
        guard verdict.missing | verdict.withoutLimit != 0 || !verdict.belowLimit.isEmpty else {
            writer.field("")
            return
        }
        writer.field(note(on: verdict, rule))
    }

    /// The water temperature in °C, where the table has one; it may be below zero.
    private static func temperature(of row: CSVRow, _ places: [Int]) -> ExactDecimal? {
        let place = places[Self.temperaturePosition]
        return place < 0 ? nil : row.withUTF8(place) { ExactDecimal(utf8: $0) }
    }

    /// How the class of a judged row came about, on one line.
    func explanation(of row: CSVRow, _ places: [Int], _ rule: WaterDayRule, _ kind: WaterBodyKind) -> String {
        var values: [WaterItem: WaterMeasurement] = [:]
        var missing: [WaterItem] = []
        for (item, position) in zip(Self.order, Self.positions) where places[position] >= 0 {
            switch row.withUTF8(places[position], WaterValue.read) {
            case .present(let value): values[item] = .measured(value)
            case .belowLimit(let limit): values[item] = .belowLimit(limit)
            default: missing.append(item)
            }
        }
        if rule.saturation != nil, let temperature = Self.temperature(of: row, places) {
            values[.temperature] = .measured(temperature)
        }
        return WaterClassExplanation(sample: values, missing: missing, kind: kind, by: rule.explaining).explanation.line
    }

    private func note(on verdict: Verdict, _ rule: WaterDayRule) -> String {
        func names(_ set: Int) -> String {
            rule.names.indices.filter { set & 1 << $0 != 0 }.map { rule.names[$0] }.joined(separator: "、")
        }
        if verdict.missing == verdict.asked { return "各项目均缺测，不评价类别" }
        var sentences: [String] = []
        if verdict.missing != 0 { sentences.append("\(names(verdict.missing))缺测，未参与评价") }
        if verdict.withoutLimit != 0 { sentences.append("\(names(verdict.withoutLimit))没有限值，未参与评价") }
        if !verdict.belowLimit.isEmpty { sentences.append(verdict.belowLimit) }
        return sentences.joined(separator: ";")
    }

    /// Everything wrong with a row that could not be judged.
    func reasons(_ row: CSVRow, _ places: [Int], _ rules: inout RuleOfDay<WaterDayRule>) throws -> String {
        var faults: [RowFault] = []
        var rule: WaterDayRule?
        switch row.withUTF8(places[0], TimeField.read) {
        case .unreadable: faults.append(.unreadableTime(row[places[0]].string))
        case .withoutOffset: faults.append(.timeWithoutOffset(row[places[0]].string))
        case .moment(let moment):
            rule = try rules.rule(on: moment.beijingDate)
            if rule == nil {
                faults.append(.nothingInForce(rule: "地表水环境质量标准或评价办法", moment.beijingDate))
            }
        }
        let kind = row[places[Self.kindColumn]]
        if Self.kind(kind) == nil { faults.append(kind.isEmpty ? .noKind : .unknownKind(kind.string)) }
        for (item, position) in zip(Self.order, Self.positions) where places[position] >= 0 {
            if let fault = fault(of: row[places[position]], item: item, rule) { faults.append(fault) }
        }
        return RowFault.note(faults)
    }

    private func fault(of field: CSVField, item: WaterItem, _ rule: WaterDayRule?) -> RowFault? {
        let text = field.string
        let notANumber = RowFault.notANumber(column: item.rawValue, text: text, hint: "未测请留空，低于检出限请写 <检出限")
        switch field.withUTF8(WaterValue.read) {
        case .missing: return nil
        case .present(let value):
            return item == .ph && !HydrogenIonMean.range.contains(value) ? .impossiblePH(text) : nil
        case .belowLimit(let limit):
            let isUsable = item != .ph && (rule == nil || rule?.standIn(below: limit) != nil)
            return isUsable ? nil : notANumber
        case .negative: return item == .ph ? .impossiblePH(text) : .negative(column: item.rawValue, text: text)
        case .notANumber: return notANumber
        }
    }
}
