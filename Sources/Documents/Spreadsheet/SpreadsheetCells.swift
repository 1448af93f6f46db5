internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// The rows of one sheet.
final class SpreadsheetCells: SpreadsheetPart {
    private let texts: [String]
    private let dateStyles: Set<Int>
    private let countsFrom1904: Bool
    private let maximumRows: Int
    private let maximumColumns: Int

    private(set) var rows: [Spreadsheet.Row] = []
    private(set) var mergedRanges: [String] = []
    private var number = 0
    private var cells: [Spreadsheet.Cell] = []
    private var column = 0
    private var type = ""
    private var style = 0
    private var value = ""
    private var isInValue = false
    private var isInReading = false

    init(
        texts: [String], dateStyles: Set<Int>, countsFrom1904: Bool, maximumRows: Int, maximumColumns: Int
    ) {
        self.texts = texts
        self.dateStyles = dateStyles
        self.countsFrom1904 = countsFrom1904
        self.maximumRows = maximumRows
        self.maximumColumns = maximumColumns
    }

    override func begin(_ element: Substring, _ attributes: [String: String], _ parser: XMLParser) {
        switch element {
        case "row":
            number = attributes["r"].flatMap { Int($0) } ?? number + 1
            cells = []
            column = -1
        case "c":
            column = attributes["r"].flatMap(Self.column(of:)) ?? column + 1
            type = attributes["t"] ?? ""
            style = attributes["s"].flatMap { Int($0) } ?? 0
            value = ""
            guard column < maximumColumns else { return stop(parser, maximumColumns, "列") }
        case "v": isInValue = true
        case "t": isInValue = !isInReading
        case "rPh": isInReading = true
        case "mergeCell":
            if let range = attributes["ref"] { mergedRanges.append(range) }
        default: break
        }
    }

    override func end(_ element: Substring) {
        switch element {
        case "v", "t": isInValue = false
        case "rPh": isInReading = false
        case "c":
            let content = content
            guard content != .empty, column >= 0, column < maximumColumns else { return }
            while cells.count < column { cells.append(Spreadsheet.Cell()) }
            // A file may name one cell twice; the program shows the last.
            if cells.count > column { cells[column].content = content } else { cells.append(Spreadsheet.Cell(content)) }
        case "row":
            guard !cells.isEmpty else { return }
            guard rows.count < maximumRows else {
                fault = DocumentError(.sheetTooLarge, limit: maximumRows, value: "行")
                return
            }
            rows.append(Spreadsheet.Row(number, cells))
        default: break
        }
    }

    override func text(_ text: String) {
        if isInValue { value += text }
    }

    private func stop(_ parser: XMLParser, _ limit: Int, _ what: String) {
        fault = DocumentError(.sheetTooLarge, limit: limit, value: what)
        parser.abortParsing()
    }

    private var content: Spreadsheet.Cell.Content {
        switch type {
        case "s": text(Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? "")
        case "str", "inlineStr": text(value)
        case "b": value.isEmpty ? .empty : .flag(value == "1" || value == "true")
        case "e": .error(value)
        // ISO 8601 as strict workbooks write days.
        case "d": text(value.replacing("T", with: " "))
        default: value.isEmpty ? .empty : dateStyles.contains(style) ? date : SpreadsheetNumber.content(of: value)
        }
    }

    private func text(_ text: String) -> Spreadsheet.Cell.Content { text.isEmpty ? .empty : .text(text) }

    private var date: Spreadsheet.Cell.Content {
        SpreadsheetNumber.date(of: value, countsFrom1904: countsFrom1904) ?? SpreadsheetNumber.content(of: value)
    }

    /// The column of a cell's name, `C12` → 2.
    private static func column(of reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return column - 1
            default: return nil
            }
            if column > 1 << 20 { return nil }
        }
        return nil
    }
}
