import Standards

/// One reason why a row of a noise table cannot be used.
enum NoiseRowFault {
    case notOnTheHour(String)
    case repeatedHour(station: String)
    case otherZone(station: String, CivilDate, known: NoiseZone)
    case betweenPeriods
    case unknownZone(String, known: [NoiseZone])
    case impossibleLevel(column: String, text: String)
    /// `smaller` is a level that cannot be above `larger`.
    case disorder(smaller: String, larger: String)
    case unknownKind(String)
    case unknownPeriod(String)
    case impossibleLength(String)
    case noLength

    /// What is wrong and how to mend it, in Chinese.
    var message: String {
        switch self {
        case .notOnTheHour(let text): "“time”列的“\(RowFault.clipped(text))”不是整点，应为小时的末时"
        case .repeatedHour(let station):
            "测点“\(RowFault.clipped(station))”的这个小时已有一行，请只保留一行"
        case .otherZone(let station, let date, let known):
            "测点“\(RowFault.clipped(station))”在 \(date) 已按 \(known.rawValue) 类区登记，同一天不能有两个功能区类别"
        case .betweenPeriods: "昼夜划分在这一天变更，这个小时不属于变更前后的任何时段"
        case .unknownZone("", let known): "“zone”列为空，须为 \(Self.names(known)) 之一"
        case .unknownZone(let text, let known):
            "“zone”列的“\(RowFault.clipped(text))”不是声环境功能区类别，须为 \(Self.names(known)) 之一"
        case .impossibleLevel(let column, let text):
            "“\(column)”列的 \(RowFault.clipped(text)) 不在 0～200 dB 之内，请核对原始数据"
        case .disorder(let smaller, let larger): "“\(smaller)”列大于“\(larger)”列，请核对列是否填反"
        case .unknownKind(let text):
            "“kind”列的“\(RowFault.clipped(text))”无法识别，须为 area（区域）或 road（道路交通）"
        case .unknownPeriod(let text):
            "“period”列的“\(RowFault.clipped(text))”无法识别，须为 day（昼间）或 night（夜间）"
        case .impossibleLength(let text): "“length”列的“\(RowFault.clipped(text))”不是大于 0 的路段长度"
        case .noLength: "道路交通噪声按路段长度加权，须在“length”列填路段长度"
        }
    }

    private static func names(_ zones: [NoiseZone]) -> String { zones.map(\.rawValue).joined(separator: "、") }
}
