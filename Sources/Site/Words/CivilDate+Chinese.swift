import Standards

extension CivilDate {
    /// `2026年11月21日`.
    var chinese: String { "\(year)年\(month)月\(day)日" }

    /// `11月21日`.
    var chineseDay: String { "\(month)月\(day)日" }

    /// `2026年11月`.
    var chineseMonth: String { "\(year)年\(month)月" }

    /// `星期六`.
    var weekdayText: String {
        let names = ["一", "二", "三", "四", "五", "六", "日"]
        return names.indices.contains(weekday - 1) ? "星期" + names[weekday - 1] : ""
    }

    /// `11-21`.
    var shortText: String { String(description.suffix(5)) }

    /// The month of a parameter: `2026-10`, or any day of it.
    init?(month text: String) {
        guard let date = CivilDate(text + "-01") ?? CivilDate(text) else { return nil }
        self = date.firstOfMonth
    }
}
