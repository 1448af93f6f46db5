package import Standards

/// A step that was taken.
package struct DoneStep: Hashable, Sendable {
    /// The number of its entry.
    package let entry: Int
    /// The name of the action.
    package let action: String
    /// The day on which it was taken.
    package let day: CivilDate
    /// Whoever took it, for whom they acted, and the officers named in it.
    package let persons: Set<String>
    /// The state it left.
    package let from: String
    /// The state it led to.
    package let to: String
    /// Whether it was taken back or gone back over, so that it counts as not done.
    package internal(set) var isUndone = false
}
