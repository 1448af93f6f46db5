package import Catalog
import Documents
import Records
package import Standards
package import Storage

extension SourceImport {
    /// Looks a file through without changing anything.
    ///
    /// - Throws: `SourceImportError`, `DocumentError`, `CatalogError`.
    package static func plan(
        _ bytes: [UInt8], _ order: Order, on today: CivilDate, catalog: RuleCatalog, in connection: ReadConnection
    ) throws -> SourceImportPlan {
        let kinds = try SourceKinds(catalog, on: today)
        guard let kind = kinds.kind(order.kind) else { throw SourceImportError(.unknownKind, detail: order.kind) }
        let table = try SourceTable(bytes)
        let columns = try SourceColumns(table, kind)
        var reader = SourceRowReader(columns, kinds, datum: order.datum, in: connection)
        var rows: [SourcePlannedRow] = []
        for row in table.rows.dropFirst(columns.headRow + 1)
        where row.cells.contains(where: { !HalfWidth.trimmed($0.text).isEmpty }) {
            var planned = try reader.read(row)
            if let fault = table.raggedness(of: row, head: table.rows[columns.headRow]) {
                planned.refuse("", "", fault)
            }
            rows.append(planned)
        }
        if rows.isEmpty { throw SourceImportError(.empty) }
        var matching = try SourceRowMatching(
            kind, origin: order.origin, asksPeople: order.asksPeople, in: connection)
        try matching.settle(&rows)
        return SourceImportPlan(
            kind: kind, fileName: order.fileName, attachment: AttachmentID(of: bytes), origin: order.origin, rows: rows,
            columns: columns.columns.map { ($0.title, $0.field.title) }, unreadColumns: columns.unread,
            sequence: try lastSequence(in: connection))
    }

    /// The last record that can have changed what a file would do.
    static func lastSequence(in connection: ReadConnection) throws -> Int64 {
        try (SourceActions.kinds.map(\.name) + [RegistryActions.objectRegistered])
            .map { try RecordStore.lastSequence(of: $0, in: connection) }.max() ?? 0
    }
}
