package import Catalog
package import Ledger
package import Storage

/// The rules as records put them in force.
package enum RulesOnRecord {
    /// The record that last put rules in force, or that did by a moment.
    ///
    /// - Parameter sequence: the last record to look at; nil for all.
    package static func last(by sequence: Int64? = nil, in connection: ReadConnection) throws -> LedgerRecord? {
        let limit = sequence ?? .max
        return try connection.first(
            """
            SELECT bytes FROM record WHERE action = \(RuleActions.adopted) AND seq <= \(limit) ORDER BY seq DESC LIMIT 1
            """
        ) { try LedgerRecord(canonical: try $0.bytes("bytes")) }
    }

    /// The rules of a record, loaded from the attachments.
    ///
    /// - Throws: `CatalogError` with `.faulty` when this version of the program cannot read them; `StorageError`.
    package static func catalog(of record: LedgerRecord, from attachments: AttachmentStore) throws -> RuleCatalog {
        let listing = try RuleListing(canonical: try attachments.bytes(of: id(of: record)))
        return try RuleCatalog.load(try listing.sourceFiles(from: attachments))
    }

    static func id(of record: LedgerRecord) -> AttachmentID {
        AttachmentID(rawValue: record.body["listing"]?.text ?? "")
    }

    /// The record that puts rules in force within a selection.
    static func last(in selection: RecordSelection, _ connection: ReadConnection) throws -> LedgerRecord? {
        let isChosen = selection.effects.contains(RuleActions.effect)
        return try last(by: isChosen ? selection.end : selection.start, in: connection)
    }
}
