import Documents
import Ledger
import Standards

/// What one row of a file says.
struct FileRow {
    /// One value of the row.
    struct Value {
        let item: String
        /// The place of its column in the file.
        let column: Int
        let value: ExactDecimal?
        let isBelowDetection: Bool
        let flag: String
    }

    let line: Int
    let object: String
    let start: Instant
    let seconds: Int
    let values: [Value]
}
