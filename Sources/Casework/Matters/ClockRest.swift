package import Standards

/// A time in which a clock rested.
package struct ClockRest: Hashable, Sendable {
    /// The legal reason.
    package var ground: String
    /// When the reason arose.
    package var from: Instant
    /// When it fell away; nil while it lasts.
    package var to: Instant?
    /// Who put it on record.
    package var person: String

    /// Makes a rest.
    package init(ground: String, from: Instant, to: Instant?, person: String) {
        self.ground = ground
        self.from = from
        self.to = to
        self.person = person
    }
}
