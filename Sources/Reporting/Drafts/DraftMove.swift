/// A deed on record.
package struct DraftMove: Hashable, Sendable {
    package let sequence: Int64
    package let milliseconds: Int64
    package let person: String
    /// In which post it was done; nil for sealing.
    package let role: String?
    /// Nil for sealing (用印), which is a record of its own.
    package let deed: DraftDeed?
    package let from: DraftStage
    package let to: DraftStage
    package let facts: [DraftFact: String]
}
