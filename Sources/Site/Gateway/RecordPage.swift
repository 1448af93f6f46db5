/// One record of the ledger as it was written.
package struct RecordPage: Sendable {
    package let frame: PageFrame
    /// E.g. 台账第 1042 条.
    package let recordTitle: String
    /// Time, person, action, subject.
    package let facts: [LabelledText]
    /// The canonical text of the record.
    package let raw: String
    /// Rules that were used.
    package let rules: [TextLink]
    /// Pages about what it speaks of.
    package let uses: [TextLink]
    /// Said when it is shown as of a past moment; nil for the present.
    package let past: PastNote?
    /// How far the ledger is signed, and who outside keeps its checkpoints.
    package let standing: LedgerStanding
}
