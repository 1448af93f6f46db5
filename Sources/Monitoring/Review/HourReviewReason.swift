/// Why a reviewer doubts or rejects a value: an entry of the dated list in `Catalog/monitoring`.
package struct HourReviewReason: Sendable, Hashable {
    /// What is recorded.
    package let code: String
    /// The key 1 … 9 that sets it.
    package let digit: Int
    package let title: String
    /// Whether rejecting needs the number of a maintenance or calibration record.
    package let needsCitation: Bool
    /// Whether it needs a remark in words.
    package let needsNote: Bool
}
