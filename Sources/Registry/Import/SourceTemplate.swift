import Documents
package import Storage

/// Empty files to fill in: the columns of a kind with notes and lists to choose from.
package enum SourceTemplate {
    /// Rows that the lists of a template reach down to.
    private static let rows = 5_000
    /// Names of references offered in a list; a longer one is typed.
    private static let greatestReferenceCount = 500
    private static let fillSheet = "填写"
    private static let noteSheet = "填写说明"
    private static let choiceSheet = "选项"

    /// The workbook: a sheet to fill in, notes, and the words of the lists out of sight.
    ///
    /// - Throws: `DocumentError`.
    package static func workbook(of kind: SourceKind, in connection: ReadConnection) throws -> [UInt8] {
        let columns = columns(of: kind)
        var fill = Spreadsheet.Sheet(fillSheet, [Spreadsheet.Row(1, columns.map { .text($0.heading, .head) })])
        fill.widths = columns.map { max(12, min(40, $0.heading.count * 2 + 6)) }
        fill.frozenRows = 1
        var lists: [[String]] = []
        for (place, column) in columns.enumerated() {
            let words = try column.choices(in: connection, limit: greatestReferenceCount)
            var range: String?
            if !words.isEmpty {
                let letters = Spreadsheet.letters(of: lists.count)
                range = "'\(choiceSheet)'!$\(letters)$1:$\(letters)$\(words.count)"
                lists.append(words)
            }
            fill.choices.append(
                Spreadsheet.Choices(
                    column: place, rows: 2...rows, range: range, title: column.heading, hint: column.hint))
        }
        var notes = Spreadsheet.Sheet(noteSheet, noteRows(kind, columns))
        notes.widths = [24, 8, 80]
        var choices = Spreadsheet.Sheet(choiceSheet, choiceRows(lists))
        choices.isHidden = true
        return try SpreadsheetWriter.write(Spreadsheet([fill, notes] + (lists.isEmpty ? [] : [choices])))
    }

    /// The head alone, as UTF-8 with a mark, so that Excel shows Chinese.
    package static func csv(of kind: SourceKind) -> [UInt8] {
        var writer = CSVWriter(withMark: true)
        writer.row(columns(of: kind).map(\.heading))
        return writer.take()
    }

    private struct Column {
        let field: SourceField
        /// The title, with a star where it must be filled in.
        let heading: String
        let hint: String
        let isDatum: Bool

        func choices(in connection: ReadConnection, limit: Int) throws -> [String] {
            if isDatum { return SourcePoint.Datum.allCases.map(\.rawValue) }
            guard case .reference(let kind) = field.type else { return field.choices }
            let names = try SourceStore.sources(SourceQuery(kind: kind), limit: limit + 1, offset: 0, in: connection)
            return names.count > limit ? [] : names.map(\.name)
        }
    }

    private static func columns(of kind: SourceKind) -> [Column] {
        kind.fields.flatMap { field -> [Column] in
            let hint = [field.type.hint, field.note].compactMap(\.self).joined(separator: "。")
            guard case .point = field.type else {
                let star = field.isRequired ? "*" : ""
                return [Column(field: field, heading: field.heading + star, hint: hint, isDatum: false)]
            }
            return SourceField.pointColumns.enumerated().map { place, title in
                let words = place == 2 ? "坐标的来源：卫星定位和天地图为 WGS84，网络地图多为 GCJ-02" : "十进制度，如 117.0123"
                return Column(field: field, heading: title, hint: words, isDatum: place == 2)
            }
        }
    }

    private static func noteRows(_ kind: SourceKind, _ columns: [Column]) -> [Spreadsheet.Row] {
        var rows = [
            Spreadsheet.Row(1, [.text("\(kind.title)导入模板填写说明", .title)]),
            Spreadsheet.Row(
                2, [.text("一行一\(kind.measure)；带 * 的列必填；空白单元格不改动已有内容；不要合并单元格。代码列请保持文本格式。", .note)]),
            Spreadsheet.Row(3, [.text("列名", .head), .text("必填", .head), .text("怎样填", .head)]),
        ]
        for (place, column) in columns.enumerated() {
            rows.append(
                Spreadsheet.Row(
                    place + 4,
                    [.text(column.heading), .text(column.field.isRequired ? "是" : ""), .text(column.hint)]))
        }
        return rows
    }

    private static func choiceRows(_ lists: [[String]]) -> [Spreadsheet.Row] {
        (0..<(lists.map(\.count).max() ?? 0)).map { row in
            Spreadsheet.Row(row + 1, lists.map { $0.indices.contains(row) ? .text($0[row]) : Spreadsheet.Cell() })
        }
    }
}
