import Monitoring
import Standards

extension ServiceRecord.Work {
    /// As the record form names it.
    var title: String {
        switch self {
        case .maintenance: "日常维护"
        case .repair: "故障检修"
        case .calibration: "校准"
        case .check: "质控检查"
        case .outage: "停电断网"
        }
    }
}

extension ServiceRecord {
    /// The items in short; 全部 where it speaks of the whole station.
    var itemNames: String {
        items.isEmpty ? "全部" : items.map { AirItem(rawValue: $0)?.screenName ?? $0 }.joined(separator: "、")
    }

    /// From when to when.
    var spanText: String { "\(span.start.shortMinuteText)—\(span.end.shortMinuteText)" }

    /// Checks and remark in one line.
    var findingText: String {
        let checks = checks.map { check in
            let name = AirItem(rawValue: check.item)?.screenName ?? check.item
            return check.kind == .zero ? "\(name) 零点误差 \(check.error)" : "\(name) 跨度误差 \(check.error)%"
        }
        return (checks + (note.isEmpty ? [] : [note])).joined(separator: "；")
    }
}
