package import Standards
import Storage

/// A decision about one item of one hour.
package struct HourReview: Sendable, Hashable {
    package let station: String
    package let start: Instant
    package let item: String
    package let decision: ReviewActions.Decision
    package let reason: String
    package let note: String
    package let reviewer: String
    /// When it was decided, in milliseconds since 1970-01-01T00:00:00Z.
    package let decidedMilliseconds: Int64
    /// The record that holds it.
    package let sequence: Int64
}
