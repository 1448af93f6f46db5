/// One thing that happened, with when.
struct SourceMoment: Sendable {
    let timeMilliseconds: Int64
    /// The record that says so; of a packet the last record of the ledger could not tell, so it stands behind all.
    let sequence: Int64
    let event: SourcePage.Event
}
