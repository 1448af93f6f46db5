/// The lengths of period over which surface water is assessed.
public enum WaterPeriodLength: String, CaseIterable, Hashable, Sendable, Codable {
    /// 月.
    case month
    /// 季度.
    case quarter
    /// 半年.
    case half
    /// 年.
    case year

    /// How many months it has.
    public var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        }
    }

    /// The first day of the period that holds a day.
    public func start(of day: CivilDate) -> CivilDate {
        let first = day.firstOfMonth
        return first.adding(months: -((first.month - 1) % months))
    }
}
