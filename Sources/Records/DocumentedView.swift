import Storage

/// A view with the meaning of one row and of each column.
package struct DocumentedView: Sendable {
    package let name: String
    /// What one row is, in Chinese.
    package let row: String
    /// Column names with their meaning and unit, in Chinese.
    package let columns: [(name: String, meaning: String)]

    package init(name: String, row: String, columns: [(name: String, meaning: String)]) {
        self.name = name
        self.row = row
        self.columns = columns
    }
}
