import Documents
import Ledger
import Registry
import Standards

/// The table of a report: found in the first sheet of its workbook by its head, and written as lines of text.
struct LaboratoryTable {
    /// A year's report of a district has room, in bytes.
    static let greatestFileBytes = 32 << 20
    /// More rows than a report has.
    private static let greatestRowCount = 20_000
    /// Titles and addresses above the table take a few rows.
    private static let greatestHeadRow = 40

    typealias Column = LaboratoryTableRule.Column

    /// The row of the sheet that is line 1.
    let firstRow: Int
    /// The head and the rows below it, in the order of the sheet; empty rows keep their place.
    let rows: [[String]]
    /// Where each column stands.
    let columns: [Column: Int]
    /// Titles that are not read.
    let unread: [String]

    /// - Throws: `LaboratoryError`, `DocumentError`.
    init(_ bytes: [UInt8], by rule: LaboratoryTableRule) throws {
        guard bytes.count <= Self.greatestFileBytes else { throw LaboratoryError(.tooLarge) }
        var reader = SpreadsheetReader()
        reader.maximumRows = Self.greatestRowCount
        let sheet = try reader.read(bytes)
        if let rounded = Self.roundedCell(in: sheet) { throw LaboratoryError(.rounded, detail: rounded) }
        guard let head = sheet.rows.prefix(Self.greatestHeadRow).first(where: { Self.isHead($0, rule) }) else {
            throw LaboratoryError(
                .noHead,
                detail: Column.allCases.filter(\.isNeeded).compactMap { rule.columns[$0]?.first }.joined(
                    separator: "、"))
        }
        let titles = head.cells.map { Self.bare($0.text) }
        var columns: [Column: Int] = [:]
        for (index, title) in titles.enumerated() {
            for column in Column.allCases where rule.columns[column]?.contains(title) == true {
                if columns[column] == nil { columns[column] = index }
            }
        }
        firstRow = head.number
        self.columns = columns
        unread = titles.enumerated().filter { index, title in !title.isEmpty && !columns.values.contains(index) }
            .map(\.element)
        var rows: [[String]] = [titles]
        for row in sheet.rows where row.number > head.number {
            while rows.count < row.number - head.number { rows.append([]) }
            // A line is a line: proofs speak of them by number.
            rows.append(row.cells.map { Self.bare($0.text) })
        }
        self.rows = rows
    }

    /// A cell whose digits the program did not keep all: such a number is not what the laboratory measured.
    private static func roundedCell(in sheet: Spreadsheet.Sheet) -> String? {
        for row in sheet.rows {
            for (column, cell) in row.cells.enumerated() {
                if case .number(_, isRounded: true) = cell.content {
                    return "\(Spreadsheet.letters(of: column))\(row.number)"
                }
            }
        }
        return nil
    }

    private static func isHead(_ row: Spreadsheet.Row, _ rule: LaboratoryTableRule) -> Bool {
        let titles = Set(row.cells.map { bare($0.text) })
        return Column.allCases.filter(\.isNeeded).allSatisfy { column in
            rule.columns[column]?.contains(where: titles.contains) == true
        }
    }

    /// Without blanks at its ends and line breaks.
    private static func bare(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined().split(separator: " ").joined(separator: " ")
    }

    /// The text of a column in a line counted from 1; empty where there is none.
    func text(_ column: Column, line: Int) -> String {
        guard let index = columns[column], rows[line - 1].indices.contains(index) else { return "" }
        return rows[line - 1][index]
    }

    /// The lines of text whose tree the record holds: one row of the sheet each.
    var lines: [UInt8] {
        var writer = CSVWriter(lineEnd: .lf)
        let width = rows[0].count
        for row in rows { writer.row(row + Array(repeating: "", count: max(0, width - row.count))) }
        return writer.take()
    }
}
