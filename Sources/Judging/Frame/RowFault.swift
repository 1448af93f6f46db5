import Documents
import Standards

/// One reason why a row cannot be judged.
enum RowFault {
    /// The row's shape or encoding is wrong; `surplus` is what stood beyond the last column of the header.
    case malformed(CSVRow.Fault, surplus: [String])
    case unreadableTime(String)
    case timeWithoutOffset(String)
    case unreadableDay(String)
    /// No version of `rule` was in force on the day.
    case nothingInForce(rule: String, CivilDate)
    case notANumber(column: String, text: String, hint: String)
    case negative(column: String, text: String)
    case impossiblePH(String)
    case noKind
    case unknownKind(String)

    /// Text of the file is quoted up to this many characters, so that one bad cell cannot swell the notes.
    private static let quotedCharacters = 40

    /// What is wrong and how to mend it, in Chinese, ready for the `note` column.
    var message: String {
        switch self {
        case .malformed(let fault, let surplus): Self.shape(fault, surplus)
        case .unreadableTime(""): "“time”列为空，应填如 2026-03-01T01:00:00+08:00"
        case .unreadableTime(let text):
            "“time”列的“\(Self.clipped(text))”无法识别，应如 2026-03-01T01:00:00+08:00"
        case .timeWithoutOffset(let text):
            "“time”列的“\(Self.clipped(text))”没有时区，北京时间请在末尾写 +08:00"
        case .unreadableDay(""): "“date”列为空，应填如 2026-03-01"
        case .unreadableDay(let text): "“date”列的“\(Self.clipped(text))”无法识别，应如 2026-03-01"
        case .nothingInForce(let rule, let day): "\(day) 没有施行中的\(rule)，请核对时间"
        case .notANumber(let column, let text, let hint):
            "“\(column)”列的“\(Self.clipped(text))”不是数值（或位数过多）；\(hint)"
        case .negative(let column, let text): "“\(column)”列的浓度 \(Self.clipped(text)) 为负值，请核对原始数据"
        case .impossiblePH(let text): "“ph”列的 \(Self.clipped(text)) 不在 0～14 之内，请核对原始数据"
        case .noKind: "“kind”列为空，须填 river（河流）或 lake（湖库）"
        case .unknownKind(let text): "“kind”列的“\(Self.clipped(text))”无法识别，须为 river（河流）或 lake（湖库）"
        }
    }

    /// The reasons in one field.
    static func note(_ faults: [RowFault]) -> String {
        faults.map(\.message).joined(separator: ";")
    }

    /// Text of the file as a sentence can hold it: on one line and not without end.
    static func clipped(_ text: String, to count: Int = quotedCharacters) -> String {
        let line = text.prefix(count).map { $0.isNewline || $0 == "\t" ? " " : $0 }
        return String(line) + (text.dropFirst(count).isEmpty ? "" : "…")
    }

    /// Why a row of wrong shape is refused. Fields beyond the header have no column: the note keeps them.
    static func ofShape(_ row: CSVRow, beyond count: Int) -> String? {
        guard let fault = row.fault else { return nil }
        let surplus = row.count > count ? (count..<row.count).map { row[$0].string } : []
        return RowFault.malformed(fault, surplus: surplus).message
    }

    private static func shape(_ fault: CSVRow.Fault, _ surplus: [String]) -> String {
        guard !surplus.isEmpty else { return "行格式不对：" + fault.message }
        return "行格式不对：\(fault.message)多出的内容：" + clipped(surplus.joined(separator: ","), to: 400)
    }
}
