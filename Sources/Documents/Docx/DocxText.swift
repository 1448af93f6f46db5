/// What a .docx file says: its paragraphs and tables in order, without looks. For checking reports others wrote.
package struct DocxText: Hashable, Sendable {
    /// A paragraph outside tables.
    package struct Paragraph: Hashable, Sendable {
        /// The text; line breaks are `\n`, tabs `\t`. Deleted tracked changes are left out, inserted ones are in.
        /// Numbers that Word makes itself (automatic lists) are not part of a file's text.
        package var text: String
        /// The id of its style, such as `Heading1`; `nil` is the default style.
        package var style: String?
    }

    /// A cell of a table.
    package struct Cell: Hashable, Sendable {
        /// Its paragraphs, joined by `\n`; also those of tables inside it.
        package var text: String
        /// Number of grid columns it covers.
        package var columns: Int
        /// Whether it continues the cell above (a vertical merge).
        package var isContinued: Bool
    }

    package enum Block: Hashable, Sendable {
        case paragraph(Paragraph)
        case table([[Cell]])
    }

    package var blocks: [Block]
}
