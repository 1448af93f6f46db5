/// A table: columns, head rows (which may group columns), body rows.
///
/// Spans work as in HTML: a cell that spans rows takes its columns in the rows below, which then leave it out.
package struct Table: Hashable, Sendable {
    /// How text stands in a column.
    package enum Alignment: String, Hashable, Sendable {
        case left, center, right
    }

    /// What holds for a column.
    package struct Column: Hashable, Sendable {
        package var alignment: Alignment
        /// Share of the width; `nil` takes the widest text of the column.
        package var weight: Int?

        package init(_ alignment: Alignment = .center, weight: Int? = nil) {
            self.alignment = alignment
            self.weight = weight
        }
    }

    /// A cell, also one that covers several columns or rows.
    package struct Cell: Hashable, Sendable, ExpressibleByStringLiteral {
        package var runs: [Run]
        package var columns: Int
        package var rows: Int
        /// Instead of the column's alignment.
        package var alignment: Alignment?
        /// A colour behind the text.
        package var tone: Tone?
        /// Whether the cell names its row (`<th scope="row">`).
        package var isRowHeader: Bool

        package init(
            _ runs: [Run], columns: Int = 1, rows: Int = 1, alignment: Alignment? = nil, tone: Tone? = nil,
            isRowHeader: Bool = false
        ) {
            self.runs = runs
            self.columns = max(1, columns)
            self.rows = max(1, rows)
            self.alignment = alignment
            self.tone = tone
            self.isRowHeader = isRowHeader
        }

        package init(_ text: String, columns: Int = 1, rows: Int = 1, alignment: Alignment? = nil, tone: Tone? = nil) {
            self.init([Run(text)], columns: columns, rows: rows, alignment: alignment, tone: tone)
        }

        package init(stringLiteral value: String) {
            self.init(value)
        }
    }

    package var caption: [Run]
    package var columns: [Column]
    package var header: [[Cell]]
    package var rows: [[Cell]]
    /// A remark under the table.
    package var note: [Run]
    package var anchor: String?
    /// Whether the head is repeated on every page.
    package var repeatsHeader: Bool
    /// Size of the letters; `nil` takes the layout's.
    package var size: FontSize?

    package init(
        caption: [Run] = [], columns: [Column], header: [[Cell]], rows: [[Cell]], note: [Run] = [],
        anchor: String? = nil, repeatsHeader: Bool = true, size: FontSize? = nil
    ) {
        self.caption = caption
        self.columns = columns
        self.header = header
        self.rows = rows
        self.note = note
        self.anchor = anchor
        self.repeatsHeader = repeatsHeader
        self.size = size
    }
}
