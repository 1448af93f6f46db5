/// How a .docx file is set: its pages, and the looks of every paragraph after styles and defaults. For measuring files
/// that anybody wrote. Distances are in twips, twentieths of a point.
package struct DocxAnatomy: Hashable, Sendable {
    /// A section: a run of pages with one geometry.
    package struct Section: Hashable, Sendable {
        package var pageWidth = 11_906
        package var pageHeight = 16_838
        package var top = 1_440
        package var bottom = 1_440
        package var left = 1_800
        package var right = 1_800
        package var gutter = 0
        /// `lines`, `linesAndChars`, `snapToChars`; nil for no grid.
        package var grid: String?
        /// Distance of the grid's lines.
        package var linePitch: Int?
        /// What the grid adds to each character, in 4096ths of a point.
        package var characterSpace = 0
        package var hasFirstPage = false
        /// Names of parts by `header`/`footer` and `default`/`even`/`first`, such as `footer.even`.
        package var margins: [String: String] = [:]

        package init() {}

        package var textWidth: Int { pageWidth - left - right - gutter }
        package var textHeight: Int { pageHeight - top - bottom }
    }

    /// How letters look.
    package struct Look: Hashable, Sendable {
        /// The font of Chinese letters.
        package var face: String?
        /// The font of Latin letters and digits.
        package var latin: String?
        package var halfPoints = 20
        package var isBold = false
        /// RRGGBB; nil for black.
        package var color: String?
        /// What is added behind each letter.
        package var spacing = 0
    }

    /// A stretch of one look.
    package struct Run: Hashable, Sendable {
        package var text: String
        package var look: Look

        package init(text: String, look: Look) {
            self.text = text
            self.look = look
        }
    }

    /// How a paragraph stands.
    package struct Stand: Hashable, Sendable {
        package var alignment = "left"
        package var left = 0
        package var right = 0
        /// Negative when the first line hangs.
        package var firstLine = 0
        /// The same in hundredths of a character, which go before the above.
        package var leftCharacters: Int?
        package var rightCharacters: Int?
        package var firstLineCharacters: Int?
        package var before = 0
        package var after = 0
        /// 240 is one line where the rule is `auto`.
        package var line = 240
        package var lineRule = "auto"
        package var snapsToGrid = true
        /// From 0; nil for text.
        package var outline: Int?
        /// Colours of rules above and below, by side; `auto` for black.
        package var rules: [String: String] = [:]
    }

    package struct Paragraph: Hashable, Sendable {
        package var runs: [Run] = []
        package var stand = Stand()
        /// Whether Word itself counts it: its number is no text.
        package var isCounted = false
        /// Whether it is inside a table.
        package var isInTable = false
        package var startsPage = false
        /// The section it stands in, from 0.
        package var section = 0
        /// Whether it holds a drawing, a picture or a shape.
        package var hasDrawing = false
        /// Fields such as PAGE.
        package var fields: [String] = []
        /// Rules of the table cell round it: whether some table border is drawn.
        package var isRuled = false

        package var text: String { runs.map(\.text).joined() }
    }

    package var sections: [Section]
    package var paragraphs: [Paragraph]
    /// Paragraphs of headers and footers by the name of their part.
    package var margins: [String: [Paragraph]]
    package var hasEvenPages: Bool
    package var hasMirroredMargins: Bool
}
