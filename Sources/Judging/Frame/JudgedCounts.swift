/// What came of judging a table: how many rows it had and how many of them could not be judged.
package struct JudgedCounts: Hashable, Sendable {
    /// Rows below the header; blank lines are no rows.
    package var rows = 0
    /// Rows whose `note` says why they could not be judged.
    package var refused = 0

    package init(rows: Int = 0, refused: Int = 0) {
        self.rows = rows
        self.refused = refused
    }
}
