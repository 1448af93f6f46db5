import Documents
import Standards

extension DischargeHourTable {
    /// A row that can be judged.
    struct Row {
        let outlet: String
        let item: String
        let hour: DischargeHour
    }

    /// Reads a row; when it cannot be judged, everything that is wrong with it.
    func read(_ row: CSVRow, _ places: [Int]) -> (row: Row?, faults: [String]) {
        var faults: [String] = []
        func text(_ column: Int) -> String {
            let place = places[column]
            return place >= 0 ? row[place].string : ""
        }
        func number(_ column: Int, _ name: String, _ hint: String) -> ExactDecimal? {
            let text = text(column)
            guard !text.isEmpty else { return nil }
            if let number = ExactDecimal(text) { return number }
            faults.append(RowFault.notANumber(column: name, text: text, hint: hint).message)
            return nil
        }
        let start = moment(row, places[0], "time", &faults)
        if text(1).isEmpty { faults.append("“outlet”列为空，须填排放口") }
        if text(2).isEmpty { faults.append("“item”列为空，须填项目简称或 HJ 212 编码") }
        let value = number(3, "value", "缺测请留空")
        let isPH = options.limits.entry(text(2), outlet: text(1))?.item == .ph || text(2) == DischargeItem.ph.rawValue
        if isPH, let value, !HydrogenIonMean.range.contains(value) {
            faults.append("“value”列的 \(RowFault.clipped(text(3))) 不是 pH（0～14），请核对原始数据")
        }
        let oxygen = number(5, "oxygen", "未测请留空")
        let flow = number(6, "flow", "未测请留空")
        let minutes = minutes(text(7), &faults)
        let mark = mark(row, places, &faults)
        guard let start, faults.isEmpty else { return (nil, faults) }
        let hour = DischargeHour(
            start: start, value: value, flag: text(4), oxygen: oxygen, flow: flow, validMinutes: minutes, mark: mark)
        return (Row(outlet: text(1), item: text(2), hour: hour), [])
    }

    private func moment(_ row: CSVRow, _ place: Int, _ column: String, _ faults: inout [String]) -> Instant? {
        switch row.withUTF8(place, TimeField.read) {
        case .moment(let moment): return moment
        case .unreadable where column == "time": faults.append(RowFault.unreadableTime(row[place].string).message)
        case .withoutOffset where column == "time":
            faults.append(RowFault.timeWithoutOffset(row[place].string).message)
        case .unreadable, .withoutOffset:
            faults.append(
                "“\(column)”列的“\(RowFault.clipped(row[place].string))”无法识别，应如 2026-03-01T01:00:00+08:00；不知请留空")
        }
        return nil
    }

    private func minutes(_ text: String, _ faults: inout [String]) -> Int? {
        guard !text.isEmpty else { return nil }
        if let minutes = Int(text), (0...60).contains(minutes) { return minutes }
        faults.append("“minutes”列的“\(RowFault.clipped(text))”须为 0 至 60 的整数；不知请留空")
        return nil
    }

    private func mark(_ row: CSVRow, _ places: [Int], _ faults: inout [String]) -> DischargeMark? {
        func text(_ column: Int) -> String { places[column] >= 0 ? row[places[column]].string : "" }
        let event = text(9)
        let madeAt = text(10).isEmpty ? nil : moment(row, places[10], "marked_at", &faults)
        switch text(8) {
        case "": return event.isEmpty ? nil : DischargeMark(.operating(event: event), madeAt: madeAt)
        case "abnormal": return DischargeMark(.deviceAbnormal, madeAt: madeAt)
        case "operating" where !event.isEmpty: return DischargeMark(.operating(event: event), madeAt: madeAt)
        case "operating": faults.append("“event”列为空，工况标记须填工况，如 cold_start")
        case let other:
            faults.append("“mark”列的“\(RowFault.clipped(other))”无法识别，须为 abnormal（自动监测异常）或 operating（工况标记）")
        }
        return nil
    }

    /// Appends the added fields.
    func write(
        _ judgement: DischargeJudgement, _ outlet: DischargeOutlet, _ entry: DischargeLimitList.Entry?,
        _ rules: DischargeDayRules, into writer: inout CSVWriter
    ) {
        let events = options.industry.flatMap { rules.events[$0] } ?? [:]
        writer.field(judgement.validity?.rawValue ?? "unknown")
        var sentences: [String] = []
        func printed(_ value: Rational?, _ decimals: Int) -> String {
            guard let value else { return "" }
            if let rounded = try? value.rounded(decimals: decimals) { return rounded.description }
            let sentence = "数值过大，未能打印，请核对原始数据"
            if !sentences.contains(sentence) { sentences.append(sentence) }
            return ""
        }
        writer.field(printed(outlet.referenceOxygen == nil ? nil : judgement.compared, Self.convertedDecimals))
        var multiple: Rational?
        switch judgement.verdict {
        case .notJudged(let reason):
            writer.field("not-judged")
            sentences.append(DischargeWords.sentence(reason, flags: flags))
        case .exempt(let event, let used, let limit):
            writer.field("exempt")
            sentences.append(DischargeWords.exempt(events[event] ?? event, used: used, limit: limit))
        case .met: writer.field("met")
        case .exceeded(let found):
            writer.field("exceeded")
            multiple = found
        }
        writer.field(printed(multiple, ExceedanceMultiple.decimals))
        sentences += judgement.notes.map { DischargeWords.sentence($0, events: events) }
        if judgement.hour.start.secondsSince1970 % 3_600 != 0 { sentences.append("时间不是整点") }
        writer.field(sentences.joined(separator: ";"))
        guard options.explains else { return }
        let cited = [
            options.limits.citation, flagCitation, rules.citation(of: judgement.hour.mark, industry: options.industry),
        ]
        let context = DischargeExplanation.Context(
            name: entry?.name ?? outlet.item.rawValue, unit: entry?.unit ?? "", flags: flags, events: events,
            rules: cited.compactMap(\.self))
        writer.field(DischargeExplanation.hour(judgement, outlet: outlet, context: context).line)
    }
}
