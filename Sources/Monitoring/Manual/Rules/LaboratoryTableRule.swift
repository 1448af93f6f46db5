/// What the table of a laboratory's report looks like.
package struct LaboratoryTableRule: Sendable {
    package enum Column: String, CaseIterable, Sendable {
        case sample, item, result, unit, limit, method, kind

        /// Whether a table cannot do without it.
        package var isNeeded: Bool { self == .sample || self == .item || self == .result }
    }

    /// The titles of each column, the first as templates write it.
    package let columns: [Column: [String]]
    /// The words of each kind of row, the first as templates write it.
    package let kinds: [LaboratoryRow.Kind: [String]]
    /// What stands for a result below the detection limit.
    package let notDetected: [String]
}
