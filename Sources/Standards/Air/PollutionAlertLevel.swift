/// Levels of heavy-pollution alerts (重污染天气预警), lowest first.
public enum PollutionAlertLevel: String, Hashable, Sendable, CaseIterable, Comparable {
    /// 黄色预警.
    case yellow
    /// 橙色预警.
    case orange
    /// 红色预警.
    case red

    /// Order by severity.
    public static func < (left: PollutionAlertLevel, right: PollutionAlertLevel) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .yellow: 1
        case .orange: 2
        case .red: 3
        }
    }
}
