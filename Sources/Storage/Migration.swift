/// A step that changes the tables of the lasting store (records, attachments, state that may be lost).
///
/// Projections have none: when their tables change shape they are made again from the records.
package struct Migration: Sendable {
    /// `room.number.what`, never reused.
    package let id: String
    /// Definitions in the SQL that both engines share; no type of the application.
    package let statements: [String]

    package init(id: String, statements: [String]) {
        self.id = id
        self.statements = statements
    }
}
