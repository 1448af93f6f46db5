package import Standards

/// A clock that goes on in another matter, after a merger, a split or an import, as if it had begun there.
package struct CarriedClock: Hashable, Sendable {
    /// Its name in the procedure of the matter that takes it.
    package var clock: String
    /// The matter it comes from; nil where it was kept elsewhere.
    package var origin: MatterID?
    /// When it was set off.
    package var started: Instant
    /// The day from which it counts.
    package var countsFrom: CivilDate
    /// Its case, where it has several lengths.
    package var variant: String?
    /// When it rested.
    package var pauses: [ClockRest] = []
    /// How many of its extensions were used.
    package var extensions: Int = 0

    /// A clock that never rested.
    package init(clock: String, origin: MatterID?, started: Instant, countsFrom: CivilDate) {
        self.clock = clock
        self.origin = origin
        self.started = started
        self.countsFrom = countsFrom
    }
}
