package import Standards

/// A value that a decision speaks of: an item of an hour, with what the reviewer saw there.
package struct ReviewCell: Sendable, Hashable {
    package let start: Instant
    package let item: String
    /// As `JudgedValue` writes it; nil where whatever stands there is meant.
    package let judged: String?
    /// The record whose decision no longer stands; only of an undoing.
    package let undoes: Int64?

    package init(start: Instant, item: String, judged: String? = nil, undoes: Int64? = nil) {
        self.start = start
        self.item = item
        self.judged = judged
        self.undoes = undoes
    }
}
