import Documents

/// The file as it was sent, with what was refused in red and the reasons in a column of their own.
package enum SourceMarkedCopy {
    private static let reasonTitle = "未导入原因"
    private static let doubtTitle = "存疑"

    /// - Throws: `DocumentError`, `SourceImportError`.
    package static func workbook(of bytes: [UInt8], _ plan: SourceImportPlan) throws -> [UInt8] {
        let table = try SourceTable(bytes)
        let columns = try SourceColumns(table, plan.kind)
        let planned = Dictionary(plan.rows.map { ($0.line, $0) }) { first, _ in first }
        let width = table.rows.map(\.cells.count).max() ?? 0
        var sheet = Spreadsheet.Sheet("导入结果")
        for (place, row) in table.rows.enumerated() {
            var cells = (0..<width).map { row.cells.indices.contains($0) ? row.cells[$0] : Spreadsheet.Cell() }
            if place < columns.headRow {
                cells = cells.map { Spreadsheet.Cell($0.content, .note) }
            } else if place == columns.headRow {
                cells = cells.map { Spreadsheet.Cell($0.content, .head) }
                cells += [.text(reasonTitle, .head), .text(doubtTitle, .head)]
            } else if let plan = planned[row.line] {
                for column in columns.columns where plan.faults.contains(where: { $0.column == column.title }) {
                    cells[column.index].tone = .fault
                }
                cells += [
                    .text(plan.faults.map(\.message).joined(separator: "；"), plan.faults.isEmpty ? .plain : .fault),
                    .text(plan.doubts.map(\.message).joined(separator: "；"), .note),
                ]
            }
            sheet.rows.append(Spreadsheet.Row(place + 1, cells))
        }
        sheet.widths = Array(repeating: 18, count: width) + [60, 60]
        sheet.frozenRows = columns.headRow + 1
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }
}
