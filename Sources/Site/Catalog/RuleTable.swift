/// A table of a rule as a person reads it.
package struct RuleTable: Sendable {
    package let caption: String
    /// Heads of the columns, that of the row heads first.
    package let columns: [String]
    package let rows: [Row]

    /// One row.
    package struct Row: Sendable {
        package let head: String
        /// One less than the columns.
        package let cells: [String]
    }
}
