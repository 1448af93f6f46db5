/// Why a row was refused, or what is doubtful in it.
package struct SourceRowFault: Hashable, Sendable {
    /// The head of the column; empty where the row as a whole is meant.
    package let column: String
    package let text: String
    package let message: String
}
