/// A line of a form's body.
///
/// `## …` is a heading, `> …` a line from the left edge, `>> …` one at the right edge, `^ …` one in the middle, `| … | … |` a row of a
/// table, `- {list}` a list one by one, `===` the place of signature and date, `---` 以下空白; anything else a paragraph. `{name}` stands
/// for an element, `{name:大写}` for an amount in the numerals of documents of payment; a line that begins with `?` is left out while one
/// of its elements is empty.
package struct FormLine: Hashable, Sendable {
    package enum Style: Hashable, Sendable {
        case heading, paragraph, flush, right, centered, list, signature, blank
        /// Cells of a row.
        case row
    }

    /// A piece of a line.
    package enum Piece: Hashable, Sendable {
        case text(String)
        case element(String, isFormal: Bool)
    }

    package let style: Style
    /// One cell a row's column; a single one for other lines.
    package let cells: [[Piece]]
    /// Whether it is left out while one of its elements is empty.
    package let isOptional: Bool

    /// The elements it names.
    package var elements: [String] {
        cells.joined().compactMap { piece in
            if case .element(let name, _) = piece { name } else { nil }
        }
    }

    /// Reads a body; blank lines part nothing.
    static func parse(_ text: String) -> [FormLine] {
        text.split(separator: "\n").map { trimmed($0) }.filter { !$0.isEmpty }.map { line in
            let isOptional = line.hasPrefix("?")
            let rest = isOptional ? trimmed(line.dropFirst()) : line
            return FormLine(rest, isOptional: isOptional)
        }
    }

    private init(_ line: Substring, isOptional: Bool) {
        self.isOptional = isOptional
        if line == "===" {
            (style, cells) = (.signature, [])
        } else if line == "---" {
            (style, cells) = (.blank, [])
        } else if line.hasPrefix("|") {
            let inner = line.dropFirst().dropLast(line.hasSuffix("|") ? 1 : 0)
            let columns = inner.split(separator: "|", omittingEmptySubsequences: false)
            (style, cells) = (.row, columns.map { Self.pieces(Self.trimmed($0)) })
        } else {
            let marks: [(String, Style)] = [
                ("## ", .heading), (">> ", .right), ("> ", .flush), ("^ ", .centered), ("- ", .list),
            ]
            let mark = marks.first { line.hasPrefix($0.0) }
            style = mark?.1 ?? .paragraph
            cells = [Self.pieces(line.dropFirst(mark?.0.count ?? 0))]
        }
    }

    private static func pieces(_ text: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let inside = rest[rest.index(after: open)..<close]
            let parts = inside.split(separator: ":", maxSplits: 1)
            pieces.append(.element(String(parts.first ?? inside), isFormal: parts.count == 2))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
