import Monitoring
import Standards

/// Exceptional events in words.
enum ExceptionWords {
    /// Days, stations and items.
    static func extent(_ extent: AirException.Extent, _ names: [String: String]) -> String {
        let items = extent.items.map(\.screenName).joined(separator: "、")
        let stations = extent.stations.map { names[$0] ?? $0 }.joined(separator: "、")
        return "\(days(extent.days))；\(stations)；\(items)"
    }

    static func decision(_ decision: AirException.Decision, _ names: [String: String]) -> String {
        let words =
            switch decision.verdict {
            case .approved: "批准：\(extent(decision.extent, names))"
            case .refused: "不予批准"
            case .revoked: "撤销批准"
            }
        let note = decision.note.isEmpty ? "" : "；\(decision.note)"
        return "\(words)。\(decision.citation)\(note)（\(decision.reviewer)登记，台账第 \(decision.sequence) 条）"
    }

    /// Runs of days as from and to.
    static func days(_ days: [CivilDate]) -> String {
        var runs: [(CivilDate, CivilDate)] = []
        for day in days {
            if let last = runs.last, last.1.adding(days: 1) == day {
                runs[runs.count - 1].1 = day
            } else {
                runs.append((day, day))
            }
        }
        return runs.map { $0.0 == $0.1 ? "\($0.0)" : "\($0.0) 至 \($0.1)" }.joined(separator: "、")
    }
}
