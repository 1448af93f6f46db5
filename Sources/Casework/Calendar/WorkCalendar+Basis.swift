import Standards

extension WorkCalendar {
    /// In what way a deadline was counted, with articles and notices, in Chinese.
    package func basis(of deadline: Deadline) -> String {
        var parts = ["自\(deadline.from)次日起算\(deadline.length.title)（\(counting.begins)）"]
        if [.months, .years].contains(deadline.length.unit) { parts.append("到期月的对应日为末日（\(counting.months)）") }
        if deadline.length.unit != .working, deadline.moment == nil {
            switch deadline.roll {
            case .forward where !deadline.skipped.isEmpty:
                parts.append("末日\(deadline.skipped[0])为休息日，顺延至其后第一个工作日（\(counting.ends)）")
            case .forward: parts.append("末日为工作日，不需顺延")
            case .none: parts.append("末日遇休息日不顺延")
            case .unknown where deadline.isOpen:
                parts.append("末日是否顺延法无明文：不顺延为\(deadline.earliest)，顺延为\(deadline.day)，按较早日期提醒")
            case .unknown: parts.append("末日为工作日，是否顺延不影响结果")
            }
        }
        parts += notices(deadline)
        if let note = deadline.provisionalNote { parts.append("\(note)，最早可能为\(deadline.earliest)") }
        return parts.joined(separator: "；")
    }

    /// The notices of the years whose days were looked at.
    private func notices(_ deadline: Deadline) -> [String] {
        guard deadline.moment == nil, deadline.length.unit == .working || deadline.roll != .none else { return [] }
        let first = deadline.length.unit == .working ? deadline.from : deadline.skipped.first ?? deadline.day
        let known = (first.year...max(first.year, deadline.day.year)).compactMap { years[$0] }
        var parts: [String] = []
        if !known.isEmpty {
            let named = known.map { "\($0.year)年 \($0.papers.joined(separator: " "))" }
            parts.append("节假日安排：\(named.joined(separator: "，"))")
        }
        // Five of twenty notices moved days of the December before, the earliest the 29th.
        let last = deadline.day
        if last.month == 12, last.day >= 29, isNoticed(last), years[last.year + 1] == nil {
            parts.append("\(last.year + 1)年安排尚未录入，可能调整\(last.year)年末的工作日")
        }
        return parts
    }
}
