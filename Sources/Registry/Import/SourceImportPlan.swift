package import Storage

/// What a file of sources would change, row by row and field by field, before anything is changed.
package struct SourceImportPlan: Sendable {
    package let kind: SourceKind
    package let fileName: String
    package let attachment: AttachmentID
    /// The name of the origin of its values.
    package let origin: String
    /// Every row below the head that holds anything.
    package let rows: [SourcePlannedRow]
    /// The columns that are read: the file's title and the field's.
    package let columns: [(title: String, field: String)]
    /// The columns that no field has.
    package let unreadColumns: [String]
    /// The last record about sources when it was made.
    package let sequence: Int64

    package var registered: Int { rows.count { $0.outcome == .registers } }
    package var refused: Int { rows.count { $0.outcome == .refused } }
    /// Rows that wait for a person.
    package var asked: Int {
        rows.count { if case .asks = $0.outcome { true } else { false } }
    }
    package var doubtful: Int { rows.count { !$0.doubts.isEmpty && $0.outcome != .refused } }
    package var changed: Int {
        rows.count { if case .changes = $0.outcome { true } else { false } }
    }
    package var unchanged: Int {
        rows.count { if case .same = $0.outcome { true } else { false } }
    }
    /// Rows in which a value contradicts another origin.
    package var contested: Int { rows.count { $0.changes.contains(where: \.isContested) && $0.outcome != .refused } }

    /// Whether there is anything to put on record.
    package var isEmpty: Bool { registered + changed + asked == 0 }
}
