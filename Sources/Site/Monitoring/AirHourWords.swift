import Monitoring
import Registry
import Standards

/// How an hour of a station is put into words and looks.
struct AirHourWords {
    let hour: AirStationHour
    let station: RegisteredObject
    let rule: AirIndexRule
    let mark: HourMark?
    /// Whether the hour has ended.
    let isDue: Bool

    init(_ number: Int, of station: RegisteredObject, on sheet: AirDaySheet) {
        hour =
            sheet.day(of: station.id)?.hours[number - 1]
            ?? .empty(at: Instant(beijing: sheet.date, hour: number - 1), rule: sheet.rule)
        self.station = station
        rule = sheet.rule
        mark = sheet.mark(of: station, hour: number)
        isDue = number <= sheet.dueHours || hour.hasMessage
    }

    /// `l1` … `l6`, `na`, `miss` or `later`.
    var levelClass: String {
        if let level = hour.result.level { return "l\(level)" }
        if hour.hasValidValue { return "na" }
        return isDue ? "miss" : "later"
    }

    /// The card of its AQI; nil where there is nothing to judge.
    var explanation: SiteURL? {
        guard hour.hasValidValue else { return nil }
        return SiteURL.explanation(ofHour: hour.number, of: station.id, on: hour.start.beijingDate)
    }

    /// The AQI, or a dash.
    var aqi: String { hour.result.aqi.map(String.init) ?? "—" }

    /// 优 … 严重污染; without AQI the cause.
    var levelName: String {
        if let level = hour.result.level.flatMap(rule.level) { return level.name }
        if hour.hasValidValue { return "不评价" }
        return isDue ? missingCause : "未到时"
    }

    /// Why there is no valid value at all.
    var missingCause: String { hour.missingFlag.map { ReadingFlag.meaning($0) } ?? "断网或无报文" }

    /// The letter of that cause in a cell.
    var missingLetter: String { hour.missingFlag.map { ReadingFlag.letter($0) } ?? "断" }

    /// Primary pollutants, or a dash.
    var primary: String { hour.result.primaryItems.screenNames }

    /// 原始, 认可, 存疑 or 上级发布; a dash for a missing hour.
    var stateText: String {
        guard hour.hasMessage else { return "—" }
        if let mark, mark != .query { return mark.name }
        return itemState(hasReading: true)
    }

    /// The state of an item that nobody decided about.
    func itemState(hasReading: Bool) -> String {
        guard hasReading else { return "—" }
        return !StationOwnership.isReviewedHere(station) && hour.isImported ? "上级发布" : "原始"
    }

    /// The text of a cell of the matrix.
    var cellText: String {
        if hour.result.aqi != nil || hour.hasValidValue { return aqi }
        return isDue ? missingLetter : ""
    }

    /// The whole hour in words.
    func label(questions: [AirFinding]) -> String {
        var parts = ["\(station.name) \(hour.number)时"]
        if hour.result.aqi != nil {
            parts.append("AQI \(aqi)")
            parts.append(levelName)
            if !hour.result.primaryItems.isEmpty { parts.append("首要污染物 \(primary)") }
        } else if hour.hasValidValue {
            parts.append("缺 \(hour.result.missingItems.screenNames)，不评价 AQI")
        } else {
            parts.append(isDue ? "无数据（\(missingCause)）" : "未到时")
        }
        if let mark {
            let reasons = questions.map(\.shortText).joined(separator: "、")
            parts.append(mark == .query ? "待核：\(reasons)" : mark.name)
        }
        return parts.joined(separator: "　")
    }

    /// A value in a table: the number, or why there is none.
    func printed(_ item: AirItem, mark: HourMark? = nil) -> PrintedValue {
        guard let reading = hour.readings[item] else {
            return PrintedValue(
                text: isDue ? "缺" : "", isMissing: true, markClass: nil, markText: nil, note: isDue ? "无报文" : nil)
        }
        if reading.isValid, let value = reading.value {
            return PrintedValue(
                text: value.screenText, isMissing: false, markClass: mark?.className, markText: mark?.sign,
                note: mark?.name)
        }
        let meaning = ReadingFlag.meaning(reading.flag)
        let note = reading.value.map { "收到 \($0.screenText)，标记为\(meaning)，不参加统计" } ?? meaning
        return PrintedValue(
            text: ReadingFlag.letter(reading.flag), isMissing: true, markClass: nil, markText: nil, note: note)
    }
}
