/// By how much a clock may be extended, once, and by whom.
package struct ClockExtension: Hashable, Sendable {
    /// How much.
    package let length: PeriodLength
    /// The posts that approve it.
    package let roles: [String]
    /// When it may be.
    package let condition: String
    /// On what it rests.
    package let basis: [Ground]
}
