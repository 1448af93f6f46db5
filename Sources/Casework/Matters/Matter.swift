package import Law

/// A matter as of a moment: what its history, the procedure and the calendar say. Nothing of it is stored.
package struct Matter: Sendable {
    /// The procedure in the version with which it began.
    package let procedure: Procedure
    /// Where it stands.
    package let state: String
    /// Whether it is over: in an end state, or merged into another.
    package let isOver: Bool
    /// The matter in which it goes on; nil for none.
    package let mergedInto: MatterID?
    /// The states it came through, the first one first, without those that were gone back over.
    package let path: [String]
    /// The steps taken, in order.
    package let steps: [DoneStep]
    /// What was stated last of each fact.
    package let facts: [String: FactValue]
    /// What was paid of its fine, in the order in which it was entered.
    package let payments: [LateFine.Payment]
    /// Who handles it; nil while nobody was named.
    package let handler: MatterHandler?
    /// Who handles it too.
    package let coHandlers: [MatterHandler]
    /// All runnings of all clocks, in the order in which they began.
    package let clocks: [RunningClock]
    /// What may be done next, each with what stands in its way.
    package let offers: [ActionOffer]
    /// The numbers of the entries that were entered later than they happened.
    package let backfilled: [Int]
    /// The number of the last entry: what an attempt must have seen.
    package let last: Int

    /// The latest running of a clock that began here or came from elsewhere and ends first; nil where it never ran.
    package func clock(_ name: String) -> RunningClock? {
        clocks.filter { $0.run.terms.name == name }.min { left, right in
            // Of those that run the strictest counts; of those that ended the latest.
            let running = (left.run.stopped == nil, right.run.stopped == nil)
            if running.0 != running.1 { return running.0 }
            return running.0
                ? left.deadline.earliest < right.deadline.earliest : left.run.entry > right.run.entry
        }
    }
}
