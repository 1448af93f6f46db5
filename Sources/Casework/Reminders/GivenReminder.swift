package import Standards

/// A reminder on record.
package struct GivenReminder: Sendable, Hashable {
    package let matter: MatterID
    package let reminder: Reminder
    /// The record that gave it.
    package let sequence: Int64
    package let given: Instant
}
