import Ledger
import Records
package import Storage

/// Questions about drafts.
package enum DraftStore {
    /// What lists show of a draft.
    package struct Row: Hashable, Sendable {
        package let id: String
        package let document: String
        package let period: String
        package let title: String
        package let stage: DraftStage
        /// The record of its opening.
        package let opened: Int64
        /// The record of its sealing; nil before.
        package let sealed: Int64?
    }

    /// A draft as its records leave it; nil when there is none.
    package static func draft(_ id: String, in connection: ReadConnection) throws -> Draft? {
        let sequences = try connection.rows("SELECT seq FROM draft_record WHERE draft = \(id) ORDER BY seq") {
            try $0.integer("seq")
        }
        guard let first = sequences.first, let record = try RecordStore.record(first, in: connection),
            var draft = Draft(opening: record)
        else { return nil }
        for sequence in sequences.dropFirst() {
            if let record = try RecordStore.record(sequence, in: connection) { draft.apply(record) }
        }
        return draft
    }

    /// Drafts, the last opened first.
    ///
    /// - Parameter document: only of this definition; nil for all.
    package static func drafts(
        of document: String? = nil, period: String? = nil, limit: Int, in connection: ReadConnection
    ) throws -> [Row] {
        var sql: SQL = "SELECT id, document, period, title, stage, opened, sealed FROM draft WHERE 1 = 1"
        if let document { sql = sql + " AND document = \(document)" }
        if let period { sql = sql + " AND period = \(period)" }
        return try connection.rows(sql + " ORDER BY opened DESC LIMIT \(Int64(limit))", row).compactMap(\.self)
    }

    /// The draft that has a document number; nil for a number that is free.
    package static func draft(numbered number: String, in connection: ReadConnection) throws -> String? {
        try connection.first("SELECT id FROM draft WHERE number = \(number)") { try $0.text("id") }
    }

    private static func row(_ row: SQLRow) throws -> Row? {
        guard let stage = DraftStage(rawValue: try row.text("stage")) else { return nil }
        return Row(
            id: try row.text("id"), document: try row.text("document"), period: try row.text("period"),
            title: try row.text("title"), stage: stage, opened: try row.integer("opened"),
            sealed: try row.optionalInteger("sealed"))
    }
}
