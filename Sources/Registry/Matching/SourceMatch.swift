/// A row of a list that may mean a source whose file is there: a person says.
package struct SourceMatch: Sendable, Hashable {
    /// What a person said.
    package enum Verdict: String, Sendable {
        /// The row is about this source.
        case same
        /// It is another one, which has a file of its own now.
        case other
        /// It is nothing to watch.
        case dropped
    }

    package let id: String
    /// The record that asks.
    package let sequence: Int64
    /// The id of the kind.
    package let kind: String
    /// The batch that brought the row, and its line.
    package let batch: String
    package let line: Int
    /// The name in the row.
    package let name: String
    /// The ids of the sources it may mean, the likest first, each with how alike name and address are, in percent.
    package let candidates: [Candidate]
    /// The record of the decision; nil while it waits.
    package let decidedBy: Int64?
    package let verdict: Verdict?
    /// The source that the row went into; nil while it waits and for a dropped one.
    package let source: String?

    package struct Candidate: Sendable, Hashable {
        package let id: String
        package let name: Int
        package let address: Int
    }
}
