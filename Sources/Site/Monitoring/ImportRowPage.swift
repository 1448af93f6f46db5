/// One row of an imported file as it stood there, and what was read from it.
package struct ImportRowPage: Sendable {
    package let frame: PageFrame
    /// Name of the file as it was handed in.
    package let fileName: String
    /// Line in the file, e.g. 1 042.
    package let lineText: String
    /// Batch, time of import, person or command, digest of the file, ledger sequence.
    package let receipt: [LabelledText]
    /// The row as it stands in the file.
    package let raw: String
    /// Columns by their names in the file's head.
    package let columns: [Column]
    package let previousRow: TextLink?
    package let nextRow: TextLink?
    /// Hours, months or figures that rest on this row.
    package let uses: [TextLink]
    /// Said when it is shown as of a past moment; nil for the present.
    package let past: PastNote?
    /// How far the ledger is signed, and who outside keeps its checkpoints.
    package let standing: LedgerStanding

    /// One column of the row.
    package struct Column: Sendable {
        /// Name in the file's head.
        package let name: String
        /// As it stands in the file; empty text for an empty cell.
        package let raw: String
        /// What was read from it, e.g. PM₂.₅ 38 μg/m³; 未采用 where it is not read.
        package let read: String
    }
}
