import Documents
import Registry
import Standards

/// The rows of a file in a form: csv (also .gz) or the first sheet of an xlsx.
package struct FormTable: Sendable {
    /// Where the head is looked for: exports have a title above it.
    private static let greatestHeadRow = 10

    package let rows: [FormRow]
    /// Titles of columns that the form does not have.
    package let unread: [String]

    /// - Throws: `SourceImportError` where the file has no head of the form, `DocumentError`.
    package init(_ bytes: [UInt8], _ form: TableForm) throws {
        try self.init(try SourceTable(bytes), form)
    }

    /// Whether a file has the head of a form.
    package static func fits(_ bytes: [UInt8], _ form: TableForm) throws -> Bool {
        Self.head(of: try SourceTable(bytes), form) != nil
    }

    private init(_ table: SourceTable, _ form: TableForm) throws(SourceImportError) {
        guard let (place, columns) = Self.head(of: table, form) else {
            let titles = form.columns.filter { !$0.isOptional }.compactMap(\.titles.first).joined(separator: "、")
            throw SourceImportError(table.rows.isEmpty ? .empty : .noHead, detail: titles)
        }
        let head = table.rows[place]
        let titles = head.cells.map { Self.bare($0.text) }
        let read = Set(columns.values)
        unread = titles.enumerated().filter { !read.contains($0.offset) && !$0.element.isEmpty }.map(\.element)
        rows = table.rows.dropFirst(place + 1).compactMap { row in
            if row.fault == nil, row.cells.allSatisfy({ Self.bare($0.text).isEmpty }) { return nil }
            let texts = columns.mapValues { column in
                row.cells.indices.contains(column) ? Self.bare(row.cells[column].text) : ""
            }
            return FormRow(
                line: row.line, fault: row.fault ?? table.raggedness(of: row, head: head), texts: texts, form: form)
        }
    }

    /// The place of the head and the column of each field; nil where a needed one is missing.
    private static func head(of table: SourceTable, _ form: TableForm) -> (Int, [String: Int])? {
        for (place, row) in table.rows.prefix(greatestHeadRow).enumerated() {
            let titles = row.cells.map { bare($0.text) }
            var columns: [String: Int] = [:]
            for column in form.columns {
                columns[column.field] = titles.firstIndex { column.titles.contains($0) }
            }
            if form.columns.allSatisfy({ $0.isOptional || columns[$0.field] != nil }) { return (place, columns) }
        }
        return nil
    }

    private static func bare(_ text: String) -> String {
        var bare = text[...]
        while bare.first?.isWhitespace == true { bare.removeFirst() }
        while let last = bare.last, last.isWhitespace || last == "*" || last == "＊" { bare.removeLast() }
        return String(bare)
    }
}
