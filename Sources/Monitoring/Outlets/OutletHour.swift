package import Standards

/// One hour of one limited item of an outlet.
package struct OutletHour: Sendable {
    package let start: Instant
    /// The value as measured; nil when none came.
    package let measured: Reading?
    /// The value converted to reference oxygen; nil where none came.
    package let converted: Reading?
    /// The reading that the limit holds for.
    package let judged: Reading?
    /// Whether the judged value is of an accepted device (已验收).
    package let isAccepted: Bool
    /// Whether the judged value is valid and beyond the limit, of whatever device.
    package let isBeyond: Bool

    /// Whether it counts as an exceedance: a valid value of an accepted device beyond the limit.
    package var isOver: Bool { isBeyond && isAccepted }

    /// The hour 1 … 24 at whose end it stands.
    package var number: Int { start.beijingHour + 1 }
}
