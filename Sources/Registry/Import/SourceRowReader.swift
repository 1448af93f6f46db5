import Documents
import Standards
import Storage

/// Turns rows of a file into drafts: the values in the form in which they are kept, references found.
struct SourceRowReader {
    /// What stands in cells that hold nothing.
    private static let blanks: Set<String> = ["-", "--", "—", "——", "/", "*", "NULL", "null"]

    private let columns: SourceColumns
    private let kinds: SourceKinds
    /// Of places whose row does not say.
    private let datum: SourcePoint.Datum
    private let connection: ReadConnection
    /// Ids by kind and text, so that a town is looked for once.
    private var found: [String: [String]] = [:]

    init(
        _ columns: SourceColumns, _ kinds: SourceKinds, datum: SourcePoint.Datum, in connection: ReadConnection
    ) {
        self.columns = columns
        self.kinds = kinds
        self.datum = datum
        self.connection = connection
    }

    mutating func read(_ row: SourceTable.Row) throws -> SourcePlannedRow {
        let nameColumn = columns.columns.first { $0.field.name == SourceKind.nameField }
        let name = nameColumn.map { HalfWidth.trimmed(Self.cell(row, $0).text) } ?? ""
        var planned = SourcePlannedRow(line: row.line, name: name)
        if let fault = row.fault { planned.refuse("", "", fault) }
        var points: [String: [SourceColumns.Part: (text: String, column: SourceColumns.Column)]] = [:]
        for column in columns.columns {
            let cell = Self.cell(row, column)
            let text = HalfWidth.trimmed(cell.text)
            if text.isEmpty || Self.blanks.contains(text) { continue }
            if case .error(let error) = cell.content {
                planned.refuse(column.title, error, "“\(column.title)”的单元格是公式错误 \(error)，请填写数值")
            } else if case .number(let number, true) = cell.content {
                planned.refuse(
                    column.title, number, "“\(column.title)”的数字超过 15 位，已被表格软件改写。请把该列设为文本后重新填写")
            } else if column.part == .whole {
                try take(text, column, into: &planned)
            } else {
                points[column.field.name, default: [:]][column.part] = (text, column)
            }
        }
        for parts in points.sorted(by: { $0.key < $1.key }).map(\.value) { takePoint(parts, into: &planned) }
        if name.isEmpty {
            planned.refuse(nameColumn?.title ?? "", "", "“\(nameColumn?.title ?? "")”为空，不知是哪一个")
        }
        return planned
    }

    private static func cell(_ row: SourceTable.Row, _ column: SourceColumns.Column) -> Spreadsheet.Cell {
        row.cells.indices.contains(column.index) ? row.cells[column.index] : Spreadsheet.Cell()
    }

    private mutating func take(
        _ text: String, _ column: SourceColumns.Column, into planned: inout SourcePlannedRow
    ) throws {
        let field = column.field
        do throws(ValueFault) {
            keep(try field.value(of: text), of: field, in: &planned)
        } catch {
            if error.code == .check, field.keepsDoubtful, case .code(let check) = field.type {
                planned.doubt(column.title, text, error.message + "，按原样存疑登记")
                keep(check.normal(text), of: field, in: &planned)
            } else {
                planned.refuse(column.title, text, error.message)
            }
            return
        }
        guard case .reference(let id) = field.type else { return }
        let ids = try sources(called: text, of: id)
        let title = kinds.kind(id)?.title ?? id
        switch ids.count {
        case 1: planned.draft.values[field.name] = ids[0]
        case 0: planned.refuse(column.title, text, ValueFault(.unknown, field, text, title).message)
        default: planned.refuse(column.title, text, ValueFault(.ambiguous, field, text, "\(ids.count)").message)
        }
    }

    private func keep(_ value: String, of field: SourceField, in planned: inout SourcePlannedRow) {
        if field.isPersonal {
            planned.draft.personal[field.name] = value
        } else {
            planned.draft.values[field.name] = value
        }
    }

    private func takePoint(
        _ parts: [SourceColumns.Part: (text: String, column: SourceColumns.Column)],
        into planned: inout SourcePlannedRow
    ) {
        guard let any = parts.values.first else { return }
        var datum = datum
        if let written = parts[.datum] {
            guard let read = SourcePoint.Datum(written: written.text) else {
                let words = SourcePoint.Datum.allCases.map(\.rawValue).joined(separator: "、")
                return planned.refuse(
                    written.column.title, written.text, "“\(written.column.title)”的“\(written.text)”不认识，可填 \(words)")
            }
            datum = read
        }
        guard parts[.longitude] != nil || parts[.latitude] != nil else { return }
        guard let longitude = parts[.longitude], let latitude = parts[.latitude] else {
            return planned.refuse(any.column.title, any.text, "经度和纬度要同时填写")
        }
        let numbers = [longitude, latitude].map { ExactDecimal(HalfWidth.folded($0.text)) }
        guard let east = numbers[0], let north = numbers[1],
            let point = SourcePoint(longitude: east, latitude: north, datum: datum)
        else {
            return planned.refuse(
                longitude.column.title, "\(longitude.text)，\(latitude.text)",
                "经纬度“\(longitude.text)，\(latitude.text)”不是我国境内的十进制度；请核对是否颠倒或写成度分秒")
        }
        planned.draft.values[longitude.column.field.name] = point.text
    }

    /// The active sources of a kind that are called so, by any of the fields it is recognised by.
    private mutating func sources(called text: String, of kind: String) throws -> [String] {
        let key = kind + "\u{1F}" + text
        if let known = found[key] { return known }
        let ids = try SourceReferences.ids(called: text, of: kind, kinds, in: connection)
        found[key] = ids
        return ids
    }
}
