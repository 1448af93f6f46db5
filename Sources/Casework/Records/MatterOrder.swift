package import Standards

/// What somebody wants to put on record of a matter, and what they had on screen when they decided.
package struct MatterOrder: Sendable {
    /// The matter; a fresh id for one to be opened.
    package let matter: MatterID
    /// What happened or is to happen.
    package let act: MatterAct
    /// When: now, or earlier with a `backfill`.
    package let happened: Instant
    /// The last record of the matter that the person saw; nil for a matter to be opened.
    package let follows: Int64?
    /// What a matter to be opened is called; it names no natural person.
    package var title: String?
    /// Why it is entered later than it happened.
    package var backfill: Backfill?
    /// The last record of the other matter that the person saw, of a merger or a split.
    package var otherFollows: Int64?

    /// What somebody does to a matter after its last record.
    package init(_ act: MatterAct, of matter: MatterID, at happened: Instant, after follows: Int64?) {
        self.matter = matter
        self.act = act
        self.happened = happened
        self.follows = follows
    }

    /// What a record wants.
    init(_ record: MatterRecord, of matter: MatterID) {
        self.init(record.entry.act, of: matter, at: record.entry.happened, after: record.follows)
        title = record.title
        backfill = record.entry.backfill
        otherFollows = record.counterpart?.follows
    }
}
