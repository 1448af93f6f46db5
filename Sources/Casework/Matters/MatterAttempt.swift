package import Standards

/// What somebody wants to do with a matter.
package struct MatterAttempt: Hashable, Sendable {
    /// What.
    package var act: MatterAct
    /// Who.
    package var actor: MatterActor
    /// When it happened: now, or earlier with a `backfill`.
    package var happened: Instant
    /// Why it is entered later.
    package var backfill: Backfill?
    /// The number of the last entry that the person saw when deciding; 0 for a matter to be opened.
    package var seen: Int

    /// Makes an attempt.
    package init(_ act: MatterAct, by actor: MatterActor, at happened: Instant, seen: Int, backfill: Backfill? = nil) {
        self.act = act
        self.actor = actor
        self.happened = happened
        self.seen = seen
        self.backfill = backfill
    }
}
