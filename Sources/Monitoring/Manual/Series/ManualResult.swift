package import Standards

/// An issued value as it is sent to others.
package struct ManualResult: Sendable {
    package let object: String
    package let sampled: Instant
    package let item: String
    /// `0.025L` below the detection limit.
    package let text: String
    /// The detection limit; nil for none.
    package let limit: ExactDecimal?
    package let method: String
    /// The number on the bottle; empty for what was measured on the spot alone.
    package let sample: String
    /// The report; nil for what was measured on the spot.
    package let report: LaboratoryReport?
}
