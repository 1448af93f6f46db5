/// How far the ledger is signed and who outside keeps its checkpoints, on every page of evidence: what it shows and what not.
package struct LedgerStanding: Sendable {
    /// E.g. 无外部见证; nil where a witness has seen the ledger.
    package let warning: String?
    /// Signature, key and each witness, with the moments.
    package let standingFacts: [LabelledText]
    /// What this shows, one sentence each.
    package let shows: [String]
    /// What it does not show.
    package let doesNotShow: [String]
    /// The last record of the present ledger.
    package let last: Int64
}
