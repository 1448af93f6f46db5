import Standards

extension CivilDate {
    /// As papers write it: 2026年11月27日.
    var chinese: String { "\(year)年\(month)月\(day)日" }
}

extension Instant {
    /// As records of inspection write it: 2026年11月27日9时05分.
    var chinese: String {
        let minute = beijingMinute
        return "\(beijingDate.chinese)\(beijingHour)时\(minute < 10 ? "0" : "")\(minute)分"
    }
}
