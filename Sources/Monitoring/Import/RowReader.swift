import Documents
import Ledger
import Standards

/// Turns rows of one file into what they say.
protocol RowReader {
    /// What a row says.
    ///
    /// - Throws: `RowRefusal` when the row cannot be used; the other rows can.
    func read(_ row: CSVRow) throws(RowRefusal) -> FileRow

    /// The object of a row as the file describes it: used only when the registry does not know it.
    func seed(of row: CSVRow) -> ObjectSeed
}
