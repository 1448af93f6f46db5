import Catalog
import Ledger
package import Records
package import Standards
import Storage

/// Taking a file of sources in: looked through first, then all of it or nothing.
package enum SourceImport {
    /// What a file is, as its sender says.
    package struct Order: Sendable, Hashable {
        /// The id of the kind of its sources.
        package let kind: String
        /// The file's name as the user knows it.
        package let fileName: String
        /// The name of its origin: values of one origin replace one another, those of two stand against each other.
        package let origin: String
        /// Of places whose row does not say.
        package let datum: SourcePoint.Datum
        /// Whether rows that are like a source, and agree with none in a code or name, wait for a person in place of being
        /// registered; only for kinds with a rule of matching.
        package let asksPeople: Bool

        package init(
            kind: String, fileName: String, origin: String = SourceOrigin.fileName, datum: SourcePoint.Datum = .unknown,
            asksPeople: Bool = false
        ) {
            self.kind = kind
            self.fileName = fileName
            self.origin = String((origin.isEmpty ? SourceOrigin.fileName : origin).prefix(SourceOrigin.greatestLength))
            self.datum = datum
            self.asksPeople = asksPeople
        }
    }

    /// Takes a file in.
    ///
    /// - Parameters:
    ///   - expected: the last record about sources when the user looked the file through; nil when nobody did. The import is
    ///     refused when another one came between.
    ///   - takesGoodRows: leaves refused rows out in place of refusing the file.
    /// - Returns: what was planned, and the batch.
    /// - Throws: `SourceImportError`, `DocumentError`, `CatalogError`, `RecordsError`; then nothing has changed.
    package static func run(
        _ bytes: [UInt8], _ order: Order, on today: CivilDate, after expected: Int64? = nil, takesGoodRows: Bool,
        by actor: Actor, into book: RecordBook
    ) async throws -> (plan: SourceImportPlan, batch: SourceBatch) {
        let catalog = book.archive.catalog
        let (plan, hasher) = try await book.database.read { connection in
            (
                try Self.plan(bytes, order, on: today, catalog: catalog, in: connection),
                try LedgerStore.head(in: connection).hasher
            )
        }
        if let expected, expected != plan.sequence { throw SourceImportError(.changedMeanwhile) }
        if plan.refused > 0, !takesGoodRows { throw SourceImportError(.rowsRefused, detail: "\(plan.refused)") }
        if plan.isEmpty { throw SourceImportError(.nothingNew) }
        let lines = try SourceTable.tree(of: bytes, with: hasher)
        let attachment = try book.archive.attachments.store(bytes)
        let batch = SourceBatch(
            id: SourceID.mint().rawValue, kind: plan.kind.id, fileName: order.fileName, attachment: attachment,
            origin: order.origin, rows: plan.rows.count, registered: plan.registered, changed: plan.changed,
            refused: plan.refused)
        var actions = [SourceActions.importBatch(batch, lines: lines, after: plan.sequence, by: actor)]
        for row in plan.rows {
            let origin = SourceOrigin(name: order.origin, basis: order.fileName, batch: batch.id, line: row.line)
            switch row.outcome {
            case .registers:
                actions.append(
                    SourceActions.register(
                        .mint(), plan.kind, row.draft, from: origin, decides: false, by: actor))
            case .changes(let id, let follows):
                actions.append(
                    SourceActions.change(
                        id, plan.kind, row.draft, from: origin, decides: false, after: follows, by: actor))
            case .asks(let candidates):
                actions.append(
                    SourceMatchActions.ask(.mint(), plan.kind, row.draft, from: origin, about: candidates, by: actor))
            case .same, .settled, .refused: continue
            }
        }
        try await book.record(actions)
        return (plan, try await book.database.read { try SourceBatchStore.batch(batch.id, in: $0) } ?? batch)
    }
}
