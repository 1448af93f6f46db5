/// In what a period is counted.
package enum PeriodUnit: String, CaseIterable, Codable, Sendable {
    /// 工作日: neither weekends nor days off of the State Council's notice, but its make-up workdays.
    case working
    /// 日, 自然日.
    case calendar
    /// 月: to the day of the same number, or the last day of a shorter month (民法典第202条).
    case months
    /// 年, by the same rule.
    case years
    /// 小时: from the moment itself; no day is left out.
    case hours

    /// As it stands behind a number: `5个工作日`.
    package var title: String {
        switch self {
        case .working: "个工作日"
        case .calendar: "日"
        case .months: "个月"
        case .years: "年"
        case .hours: "小时"
        }
    }
}
