package import Standards

/// What an automatic check found in the hours of a station. A finding is a question to the reviewer, never a decision.
package struct AirFinding: Sendable, Hashable {
    /// Which check.
    package enum Kind: String, Sendable, CaseIterable {
        /// No message for some hours.
        case silent
        /// Far above what the other stations measured in the same hour.
        case spike
        /// PM2.5 above PM10, of which it is a part.
        case inverted
        /// The same value hour after hour.
        case flat
    }

    package let kind: Kind
    /// The station's code.
    package let station: String
    /// The items it speaks of; empty for silence.
    package let items: [AirItem]
    /// Hours by their ends, 1 … 24, first to last.
    package let hours: ClosedRange<Int>
    /// The value in question; nil for silence.
    package let value: ExactDecimal?
    /// What it is held against: the median of the other stations, or PM10; nil for none.
    package let reference: Rational?

    package init(
        kind: Kind, station: String, items: [AirItem], hours: ClosedRange<Int>, value: ExactDecimal? = nil,
        reference: Rational? = nil
    ) {
        self.kind = kind
        self.station = station
        self.items = items
        self.hours = hours
        self.value = value
        self.reference = reference
    }
}
