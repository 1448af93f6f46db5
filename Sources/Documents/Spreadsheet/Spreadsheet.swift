/// A workbook as tables of cells: what is read from an .xlsx file and what is written into one.
package struct Spreadsheet: Sendable, Hashable {
    package var sheets: [Sheet]

    package init(_ sheets: [Sheet]) { self.sheets = sheets }

    /// One sheet.
    package struct Sheet: Sendable, Hashable {
        package var name: String
        /// In the order of their numbers; rows without cells may be left out.
        package var rows: [Row]
        /// Ranges of merged cells as the file names them (`A1:C1`); only read, never written.
        package var mergedRanges: [String] = []
        /// Widths of columns in characters, for writing; the rest are as wide as the program likes.
        package var widths: [Int] = []
        /// How many rows stay in sight at the top, for writing.
        package var frozenRows = 0
        /// Drop-down lists and hints, for writing.
        package var choices: [Choices] = []
        /// Whether the sheet is out of sight, for writing.
        package var isHidden = false

        package init(_ name: String, _ rows: [Row] = []) {
            self.name = name
            self.rows = rows
        }
    }

    /// One row.
    package struct Row: Sendable, Hashable {
        /// From 1, as the program shows it.
        package var number: Int
        /// From column A on.
        package var cells: [Cell]

        package init(_ number: Int, _ cells: [Cell]) {
            self.number = number
            self.cells = cells
        }

        /// The cell of a column, counted from 0; empty beyond the last.
        package subscript(column: Int) -> Cell { cells.indices.contains(column) ? cells[column] : Cell() }
    }

    /// One cell.
    package struct Cell: Sendable, Hashable {
        /// What it holds.
        package enum Content: Sendable, Hashable {
            case empty
            case text(String)
            /// A number as decimal text without exponent; what a program stores beyond 15 digits is lost (`isRounded`).
            case number(String, isRounded: Bool = false)
            /// A day as `YYYY-MM-DD`, with ` HH:MM:SS` where the cell holds a time of day.
            case date(String)
            case flag(Bool)
            /// An error of the program, e.g. `#REF!`.
            case error(String)
        }

        /// How it looks.
        package enum Tone: Int, Sendable, CaseIterable {
            case plain, title, head, note, fault
        }

        package var content: Content
        package var tone: Tone

        package init(_ content: Content = .empty, _ tone: Tone = .plain) {
            self.content = content
            self.tone = tone
        }

        package static func text(_ text: String, _ tone: Tone = .plain) -> Cell {
            Cell(text.isEmpty ? .empty : .text(text), tone)
        }

        /// - Parameter text: a decimal without exponent.
        package static func number(_ text: String) -> Cell { Cell(.number(text)) }

        /// The content as text; empty for an empty cell, `是` and `否` for a truth.
        package var text: String {
            switch content {
            case .empty: ""
            case .text(let text), .number(let text, _), .date(let text), .error(let text): text
            case .flag(let flag): flag ? "是" : "否"
            }
        }
    }

    /// What may be entered into the cells of a column, and what is said beside them.
    package struct Choices: Sendable, Hashable {
        /// From 0.
        package let column: Int
        package let rows: ClosedRange<Int>
        /// Where the words of the list stand, e.g. `选项!$A$1:$A$5`; nil for a hint without a list.
        package let range: String?
        package let title: String
        package let hint: String

        package init(column: Int, rows: ClosedRange<Int>, range: String?, title: String, hint: String) {
            self.column = column
            self.rows = rows
            self.range = range
            self.title = title
            self.hint = hint
        }
    }

    /// The letters of a column counted from 0: A … Z, AA …
    package static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26)))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
