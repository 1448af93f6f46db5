package import Standards
import Storage

/// A decision about one item of one hour.
package struct HourReview: Sendable, Hashable {
    /// What was decided.
    package enum Decision: String, Sendable, CaseIterable {
        /// 认可: the value stands.
        case accepted
        /// 存疑: the value is in doubt and counts until it is rejected.
        case doubted
        /// 剔除: the value is out of statistics.
        case rejected
        /// 手工: another value counts in its place, with its basis.
        case entered
        /// 撤销: an earlier decision no longer stands.
        case undone

        /// Whether it needs a reason of the list.
        package var needsReason: Bool { self == .doubted || self == .rejected }
    }

    package let station: String
    package let start: Instant
    package let item: String
    package let decision: Decision
    /// A code of `HourReviewReasons`; of a superior's ruling its document. Empty for none.
    package let reason: String
    package let note: String
    package let reviewer: String
    /// When it was decided, in milliseconds since 1970-01-01T00:00:00Z.
    package let decidedMilliseconds: Int64
    /// The record that holds it.
    package let sequence: Int64
    /// What stood there when it was decided, as `JudgedValue` writes it; nil where that was not recorded (version 1).
    package let judged: String?
    /// The value that counts instead; nil unless `entered`.
    package let entered: ExactDecimal?
    /// The number of the maintenance or calibration record that shows it; empty for none.
    package let citation: String
    /// The accounts that decided: who acted, and who was away where somebody stood in.
    package let people: Set<String>
    /// Whether the superior decided it (上级核定).
    package let isSuperior: Bool
    /// The record whose decision about this value no longer stands; nil unless `undone`.
    package let undoes: Int64?
}
