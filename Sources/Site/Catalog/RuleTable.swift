/// A table of a rule as a person reads it.
package struct RuleTable: Sendable {
    package let caption: String
    /// Head of the row heads.
    package let rowsHead: String
    /// Heads of the other columns.
    package let columns: [String]
    /// `num` for a table of numbers, `wrap` for one of words.
    package let look: String
    package let rows: [Row]

    /// One row.
    package struct Row: Sendable {
        package let head: String
        /// As many as the columns.
        package let cells: [String]
    }
}
