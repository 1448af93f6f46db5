package import Catalog
import Documents
import Ledger
package import Records
import Registry
package import Standards
package import Storage

/// Taking a laboratory's report in: looked through first, then its rows or none.
package enum LaboratoryImport {
    /// What is brought.
    package struct Order: Sendable {
        /// The table as .xlsx.
        package let workbook: [UInt8]
        package let workbookName: String
        /// The signed report as .pdf.
        package let paper: [UInt8]
        package let paperName: String
        package let plan: String
        package let head: LaboratoryReport.Head
        /// The issued report that it corrects; nil for none.
        package let corrects: String?

        package init(
            workbook: [UInt8], workbookName: String, paper: [UInt8], paperName: String, plan: String,
            head: LaboratoryReport.Head, corrects: String? = nil
        ) {
            self.workbook = workbook
            self.workbookName = workbookName
            self.paper = paper
            self.paperName = paperName
            self.plan = plan
            self.head = head
            self.corrects = corrects
        }
    }

    /// What a report's table says; nothing is changed.
    ///
    /// - Parameter today: the day of whose rules it is read.
    /// - Throws: `LaboratoryError`, `DocumentError`, `CatalogError`.
    package static func look(
        through order: Order, on today: CivilDate, catalog: RuleCatalog, in connection: ReadConnection
    ) throws -> LaboratoryReading {
        try read(order, on: today, catalog: catalog, in: connection).reading
    }

    private static func read(
        _ order: Order, on today: CivilDate, catalog: RuleCatalog, in connection: ReadConnection
    ) throws -> (table: LaboratoryTable, reading: LaboratoryReading) {
        let rules = try ManualRules(catalog, on: today)
        guard let plan = try ManualPlanStore.plan(order.plan, in: connection) else {
            throw LaboratoryError(.noPlan, detail: order.plan)
        }
        let table = try LaboratoryTable(order.workbook, by: rules.laboratory)
        let context = try LaboratoryContext(
            plan, corrects: try order.corrects.flatMap { try LaboratoryStore.report($0, in: connection) },
            reported: order.head.date, rules: rules, in: connection)
        return (table, LaboratoryReading(table, in: context, by: rules))
    }

    /// Puts a report on record.
    ///
    /// - Parameter takesGoodRows: leaves refused rows out in place of refusing the report.
    /// - Returns: the id of the report, and what was read.
    /// - Throws: `LaboratoryError`, `DocumentError`, `CatalogError`, `RecordsError`; then nothing has changed.
    package static func run(
        _ order: Order, takesGoodRows: Bool, person: String, by actor: Actor, into book: RecordBook
    ) async throws -> (id: String, reading: LaboratoryReading) {
        guard AttachmentForm.ofName(order.paperName) == .pdf, order.paper.starts(with: Array("%PDF-".utf8)) else {
            throw LaboratoryError(.noPaper)
        }
        let now = book.clock()
        let catalog = book.archive.catalog
        let (table, reading, hasher) = try await book.database.read { connection in
            let today = Instant(milliseconds: now).beijingDate
            let read = try Self.read(order, on: today, catalog: catalog, in: connection)
            return (read.table, read.reading, try LedgerStore.head(in: connection).hasher)
        }
        if !reading.refusals.isEmpty, !takesGoodRows {
            throw LaboratoryError(.refused, detail: "\(reading.refusals.count)")
        }
        if reading.rows.isEmpty { throw LaboratoryError(.nothingUsable) }
        let lines = table.lines
        let attachments = book.archive.attachments
        let files = LaboratoryReport.Files(
            workbook: try attachments.store(order.workbook), workbookName: order.workbookName,
            lines: try attachments.store(lines), firstRow: table.firstRow, paper: try attachments.store(order.paper),
            paperName: order.paperName)
        let id = MintedID.mint(at: now)
        try await book.record(
            LaboratoryActions.report(
                id, of: order.plan, order.head, files, rows: reading.rows,
                lines: try LineTree.make(of: lines, with: hasher),
                corrects: order.corrects, person: person, by: actor))
        return (id, reading)
    }
}
