import Documents
import Standards

extension WaterClassTable {
    /// What was found on one row; items are bits, by column.
    struct Verdict {
        var worst: WaterClass?
        var deciding = 0
        var missing = 0
        var withoutLimit = 0
        /// Sentences about items below their detection limits.
        var belowLimit = ""
    }

    /// The class of a row; nil when one of its values cannot be.
    func verdict(on row: CSVRow, _ places: [Int], _ rule: WaterDayRule, _ kind: WaterBodyKind) -> Verdict? {
        var verdict = Verdict()
        let limits = rule.limits(kind)
        for index in 0..<Self.items.count {
            let value: ExactDecimal
            switch row.withUTF8(places[Self.firstItem + index], WaterValue.read) {
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
            let found = limit.waterClass(of: value)
            if let worst = verdict.worst, found < worst { continue }
            verdict.deciding = found == verdict.worst ? verdict.deciding | 1 << index : 1 << index
            verdict.worst = found
        }
        return verdict
    }

    /// Appends the added fields.
    func write(_ verdict: Verdict, _ rule: WaterDayRule, into writer: inout CSVWriter) {
        writer.field(verdict.worst.map { Self.classNames[$0.rawValue - 1] } ?? "")
        writer.field(deciding[verdict.deciding])
        writer.field(rule.id)
        guard verdict.missing | verdict.withoutLimit != 0 || !verdict.belowLimit.isEmpty else {
            writer.field("")
            return
        }
        writer.field(note(on: verdict, rule))
    }

    private func note(on verdict: Verdict, _ rule: WaterDayRule) -> String {
        func names(_ set: Int) -> String {
            rule.names.indices.filter { set & 1 << $0 != 0 }.map { rule.names[$0] }.joined(separator: "、")
        }
        if verdict.missing == 1 << Self.items.count - 1 { return "各项目均缺测，不评价类别" }
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
        for (index, place) in places[Self.firstItem...].enumerated() {
            if let fault = fault(of: row[place], item: Self.items[index], rule) { faults.append(fault) }
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
