import Catalog
import Documents
package import Records

/// A file of a ledger's entries, read and judged row by row before anything is put on record.
package struct LedgerImport: Sendable {
    /// A row that can be taken in.
    package struct Row: Sendable {
        /// The line of the file, or the row of the sheet.
        package let line: Int
        package let values: [String: String]
    }

    /// What is wrong with a row.
    package struct Fault: Hashable, Sendable {
        package let line: Int
        package let message: String
    }

    package let ledger: WorkLedger
    package let rows: [Row]
    package let faults: [Fault]

    /// Rows in front of the head: a title and how the table was made.
    private static let greatestHeadRow = 10
    /// More entries than a ledger of a year has.
    package static let greatestRowCount = 5_000

    /// Reads a file, csv or xlsx; its head names fields by title.
    ///
    /// - Throws: `SourceImportError`, `DocumentError`.
    package init(_ bytes: [UInt8], of ledger: WorkLedger) throws {
        let table = try SourceTable(bytes)
        let title = ledger.field(ledger.nameField)?.title ?? ""
        let heads = table.rows.prefix(Self.greatestHeadRow)
        guard
            let place = heads.firstIndex(where: { row in
                row.cells.contains { Self.heading($0.text) == title }
            })
        else { throw SourceImportError(.noHead, detail: title) }
        let head = table.rows[place]
        var columns: [Int: SourceField] = [:]
        for (column, cell) in head.cells.enumerated() {
            let text = Self.heading(cell.text)
            guard let field = ledger.fields.first(where: { $0.title == text || $0.heading == text }) else { continue }
            if columns.values.contains(field) { throw SourceImportError(.doubledColumn, detail: field.title) }
            columns[column] = field
        }
        var (rows, faults): ([Row], [Fault]) = ([], [])
        for row in table.rows.dropFirst(place + 1) {
            let texts = row.cells.map { HalfWidth.trimmed($0.text) }
            if texts.allSatisfy(\.isEmpty) { continue }
            if let fault = row.fault ?? table.raggedness(of: row, head: head) {
                faults.append(Fault(line: row.line, message: fault))
                continue
            }
            var given: [String: String] = [:]
            for (column, field) in columns where texts.indices.contains(column) { given[field.name] = texts[column] }
            let read = ledger.values(of: given)
            faults += read.faults.map { Fault(line: row.line, message: $0.message) }
            if read.faults.isEmpty { rows.append(Row(line: row.line, values: read.values)) }
        }
        guard rows.count + faults.count > 0 else { throw SourceImportError(.empty) }
        guard rows.count <= Self.greatestRowCount else {
            throw SourceImportError(.tooManyRows, detail: "\(Self.greatestRowCount)")
        }
        self.ledger = ledger
        self.rows = rows
        self.faults = faults
    }

    /// A head without the star of required columns.
    private static func heading(_ text: String) -> String {
        HalfWidth.trimmed(text.hasSuffix("*") ? String(text.dropLast()) : text)
    }

    /// What puts the rows on record; all of them or none.
    ///
    /// - Parameter file: the attachment with the file's bytes.
    /// - Parameter milliseconds: the present time, of which the ids are minted.
    package func actions(file: String, at milliseconds: Int64, by actor: Actor) -> [Action] {
        rows.map { row in
            LedgerEntryActions.enter(
                MintedID.mint(at: milliseconds), row.values, into: ledger,
                from: LedgerEntry.Origin(file: file, line: Int64(row.line)), by: actor)
        }
    }

    /// The list of a year as a workbook whose head an import reads; without entries it is the file to fill in.
    ///
    /// - Throws: `DocumentError`.
    package static func workbook(
        of ledger: WorkLedger, _ entries: [LedgerEntry], made: String
    ) throws -> [UInt8] {
        var sheet = Spreadsheet.Sheet(String(ledger.header.title.prefix(30)))
        let count = "共 \(entries.count) \(ledger.measure)"
        sheet.rows = [
            Spreadsheet.Row(1, [.text(ledger.header.title, .title)]),
            Spreadsheet.Row(2, [.text("制表时间 \(made)　\(count)", .note)]),
            Spreadsheet.Row(3, ledger.fields.map { .text($0.heading, .head) }),
        ]
        for (place, entry) in entries.enumerated() {
            let cells = ledger.fields.map { field -> Spreadsheet.Cell in
                let value = entry.values[field.name] ?? ""
                return field.isNumber && !value.isEmpty ? .number(value) : .text(value)
            }
            sheet.rows.append(Spreadsheet.Row(place + 4, cells))
        }
        sheet.widths = ledger.fields.map { max(12, min(36, $0.heading.count * 2 + 8)) }
        sheet.frozenRows = 3
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }
}
