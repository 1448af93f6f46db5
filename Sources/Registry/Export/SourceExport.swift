import Documents
package import Storage

/// The list of a kind as a file: exactly what is filtered, all its pages, with the filter and the day printed above it.
///
/// Facts about people are left out. The heads are those of the template, so that the file can be filled in and sent back.
package struct SourceExport {
    /// More rows than a spreadsheet program opens with ease; the list is narrowed first.
    package static let greatestRowCount = 100_000
    private static let rowsAtOnce = 500

    private let kind: SourceKind
    private let heading: [String]
    private let fields: [SourceField]
    private let connection: ReadConnection
    private let query: SourceQuery

    /// - Parameters:
    ///   - made: when it is made, in words.
    ///   - filter: the filter in words.
    package init(
        _ query: SourceQuery, _ kind: SourceKind, filter: String, made: String, count: Int,
        in connection: ReadConnection
    ) {
        self.query = query
        self.kind = kind
        self.connection = connection
        fields = kind.fields.filter { !$0.isPersonal }
        heading = ["\(kind.title)一览表", "制表时间 \(made)", "筛选：\(filter)", "共 \(count) \(kind.measure)"]
    }

    private var titles: [String] { ["序号"] + fields.flatMap { Self.titles(of: $0) } + ["档案号"] }

    private static func titles(of field: SourceField) -> [String] {
        field.columns.count == 1 ? [field.heading] : field.columns
    }

    /// The bytes of an .xlsx file.
    ///
    /// - Throws: `DocumentError`.
    package func workbook() throws -> [UInt8] {
        var sheet = Spreadsheet.Sheet(String(kind.title.prefix(30)))
        sheet.rows = [
            Spreadsheet.Row(1, [.text(heading[0], .title)]),
            Spreadsheet.Row(2, [.text(heading.dropFirst().joined(separator: "　"), .note)]),
            Spreadsheet.Row(3, titles.map { .text($0, .head) }),
        ]
        try forEachRow { number, values, id in
            var cells: [Spreadsheet.Cell] = [.number("\(number)")]
            for field in fields { cells += Self.cells(of: values[field.name] ?? "", field) }
            sheet.rows.append(Spreadsheet.Row(number + 3, cells + [.text(id)]))
        }
        sheet.widths = [6] + titles.dropFirst().map { max(10, min(36, $0.count * 2 + 8)) }
        sheet.frozenRows = 3
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }

    /// The same as comma-separated values, UTF-8 with a mark.
    package func csv() throws -> [UInt8] {
        var writer = CSVWriter(withMark: true, guardsFormulas: true)
        writer.row(heading)
        writer.row(titles)
        try forEachRow { number, values, id in
            writer.field(number)
            for field in fields {
                for cell in Self.cells(of: values[field.name] ?? "", field) { writer.field(cell.text) }
            }
            writer.field(id)
            writer.endRow()
        }
        return writer.take()
    }

    private static func cells(of value: String, _ field: SourceField) -> [Spreadsheet.Cell] {
        switch field.type {
        case .whole, .decimal: [value.isEmpty ? Spreadsheet.Cell() : .number(value)]
        case .date: [value.isEmpty ? Spreadsheet.Cell() : Spreadsheet.Cell(.date(value))]
        case .point:
            if let point = SourcePoint(text: value) {
                [.number("\(point.longitude)"), .number("\(point.latitude)"), .text(point.datum.rawValue)]
            } else {
                [Spreadsheet.Cell(), Spreadsheet.Cell(), Spreadsheet.Cell()]
            }
        default: [.text(value)]
        }
    }

    private func forEachRow(_ body: (Int, [String: String], String) throws -> Void) throws {
        let references = fields.filter { if case .reference = $0.type { true } else { false } }.map(\.name)
        var names: [String: String] = [:]
        var number = 0
        while number < Self.greatestRowCount {
            let heads = try SourceStore.sources(query, limit: Self.rowsAtOnce, offset: number, in: connection)
            if heads.isEmpty { return }
            let listed = try SourceStore.values(of: heads.map(\.number), fields: fields.map(\.name), in: connection)
            for head in heads {
                number += 1
                var values = (listed[head.number] ?? [:]).mapValues(\.text)
                for field in references {
                    guard let id = values[field] else { continue }
                    if names[id] == nil { names[id] = try SourceStore.head(id, in: connection)?.name ?? id }
                    values[field] = names[id]
                }
                try body(number, values, head.id)
            }
        }
    }
}
