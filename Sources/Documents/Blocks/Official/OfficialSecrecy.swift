/// 密级和保密期限 (GB/T 9704-2012, 7.2.2).
package struct OfficialSecrecy: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case topSecret, secret, confidential

        /// As printed.
        package var name: String {
            switch self {
            case .topSecret: "绝密"
            case .secret: "机密"
            case .confidential: "秘密"
            }
        }
    }

    package var level: Level
    /// 保密期限 as printed, such as 1年; nil where it is the longest that the law sets.
    package var period: String?

    package init(_ level: Level, period: String? = nil) {
        self.level = level
        self.period = period
    }

    /// As printed: 机密★1年.
    package var text: String { period.map { "\(level.name)★\($0)" } ?? level.name }
}
