import Catalog
import Ledger
package import Records
import Registry
import Standards
import Storage

/// Taking in a file of marks or replacement values as the superior's platform gives it out.
package enum OutletMarkImport {
    /// What came of it.
    package struct Outcome: Sendable {
        /// The record; nil where the file says nothing new.
        package let sequence: Int64?
        package let marks: Int
        package let replacements: Int
        /// Rows that say what is on record already.
        package let known: Int
        package let refused: [RowFault]
    }

    static let marksForm = "outlet-marks"
    static let replacementsForm = "outlet-replacements"

    /// Reads, checks and records a file: all usable rows in one record, with the rows that were refused.
    ///
    /// - Throws: `SourceImportError` where the file has no head of either form, `DocumentError`, `CatalogError`, `RecordsError`.
    package static func run(
        _ bytes: [UInt8], fileName: String, by actor: Actor, into book: RecordBook
    ) async throws -> Outcome {
        let catalog = book.archive.catalog
        let now = Instant(secondsSince1970: book.clock() / 1_000)
        let plan = try await book.database.read { connection in
            try OutletMarkPlan(bytes, on: now, catalog: catalog, in: connection)
        }
        let rows = plan.marks.count + plan.replacements.count
        guard rows <= OutletMarkActions.greatestRowCount else {
            throw SourceImportError(.tooManyRows, detail: "\(OutletMarkActions.greatestRowCount)")
        }
        var sequence: Int64?
        if rows > 0 {
            let file = try book.archive.attachments.store(bytes)
            sequence = try await book.record(
                OutletMarkActions.take(
                    plan.marks, plan.replacements, refused: plan.refused, from: file, named: fileName, by: actor)
            ).sequence
        }
        return Outcome(
            sequence: sequence, marks: plan.marks.count, replacements: plan.replacements.count, known: plan.known,
            refused: plan.refused)
    }
}
