package import Standards

/// A matter as lists show it. No deadline is part of it: those follow from the history whenever one looks.
package struct MatterRow: Hashable, Sendable {
    package let id: MatterID
    /// The id of its procedure.
    package let procedure: String
    /// The version with which it began.
    package let version: CivilDate
    /// What it is called.
    package let title: String
    /// When it began.
    package let opened: Instant
    /// The record of its last entry.
    package let sequence: Int64
    /// The number of its last entry.
    package let last: Int
    /// Where it stands.
    package let standing: MatterStanding
    /// The unit that handles it: the handler's, or of whoever opened it.
    package let unit: String
}
