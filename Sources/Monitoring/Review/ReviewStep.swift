package import Standards

/// A step of the review of a station's day or month.
package struct ReviewStep: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 初审完成: what arrived by then and was not decided by itself is accepted.
        case reviewed
        /// 复审签字 by a second person.
        case signed
        /// 审核定稿: the day takes no decision any more.
        case locked
        /// 解锁, with a reason.
        case unlocked
        /// 月度定稿.
        case monthLocked = "month-locked"
        /// 解锁 of a month, with a reason.
        case monthUnlocked = "month-unlocked"

        /// Whether it speaks of a month, not of a day.
        package var isOfMonth: Bool { self == .monthLocked || self == .monthUnlocked }
    }

    package let kind: Kind
    package let station: String
    /// The day, or the first day of the month.
    package let date: CivilDate
    package let reason: String
    package let reviewer: String
    /// The accounts that took it: who acted, and who was away where somebody stood in.
    package let people: Set<String>
    /// When, in milliseconds since 1970-01-01T00:00:00Z.
    package let decidedMilliseconds: Int64
    /// The record that holds it.
    package let sequence: Int64
}
