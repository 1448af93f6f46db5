package import Standards

/// A stretch of hours in which a station has no valid value of some items, with its cause.
package struct StationGap: Hashable, Sendable {
    /// The station's code.
    package let station: String
    /// First hour without, and the first one with values again.
    package let from: Instant
    package let to: Instant
    package let gap: Gap
}
