/// 补录: why something is entered on a later day than it happened, and the papers that show when it did.
package struct Backfill: Hashable, Sendable {
    /// Why.
    package let reason: String
    /// The papers.
    package let papers: [String]

    /// Makes the reason.
    package init(reason: String, papers: [String]) {
        self.reason = reason
        self.papers = papers
    }
}
