package import Standards

/// An hour of a series that takes part in statistics.
package struct AnalysisHour: Sendable, Hashable {
    /// The start of the hour.
    package let start: Instant
    package let value: ExactDecimal

    package init(start: Instant, value: ExactDecimal) {
        self.start = start
        self.value = value
    }
}
