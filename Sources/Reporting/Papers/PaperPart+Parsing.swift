extension PaperPart {
    /// Reads a document's text: `#` title, `##` heading, `>>` right-hand line, `>` note, `::: table` … `:::`, paragraphs.
    static func parse(_ text: String) -> (parts: [PaperPart], problems: [String]) {
        var parts: [PaperPart] = []
        var problems: [String] = []
        var table: (list: String?, arguments: [String: String], lines: [String])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let trimmed = line.trimmingBlanks
            if trimmed == ":::" {
                if let open = table { parts.append(.table(make(open))) }
                table = nil
            } else if table != nil {
                if trimmed.hasPrefix("|") { table?.lines.append(trimmed) }
            } else if trimmed.hasPrefix("::: table") {
                let words = assignments(trimmed.dropFirst("::: table".count))
                table = (words["each"], words.filter { $0.key != "each" }, [])
            } else if trimmed.hasPrefix("## ") {
                parts.append(.heading(1, PaperText.parse(trimmed.dropFirst(3))))
            } else if trimmed.hasPrefix("# ") {
                parts.append(.title(PaperText.parse(trimmed.dropFirst(2))))
            } else if trimmed.hasPrefix(">> ") {
                parts.append(.aside(PaperText.parse(trimmed.dropFirst(3))))
            } else if trimmed.hasPrefix("> ") {
                parts.append(.note(PaperText.parse(trimmed.dropFirst(2))))
            } else if !trimmed.isEmpty {
                parts.append(.paragraph(PaperText.parse(trimmed[...])))
            }
        }
        if table != nil { problems.append("表格没有以 ::: 结束") }
        for case .table(let table) in parts where table.rows.contains(where: { $0.count != table.header.count }) {
            problems.append("表格“\(table.header.first ?? "")…”有一行的列数与表头不同")
        }
        return (parts, problems)
    }

    private static func make(
        _ open: (list: String?, arguments: [String: String], lines: [String])
    ) -> Table {
        let rows = open.lines.map { line in
            line.dropFirst().dropLast(line.hasSuffix("|") ? 1 : 0).split(
                separator: "|", omittingEmptySubsequences: false
            )
            .map { String($0).trimmingBlanks }
        }
        return Table(
            list: open.list, arguments: open.arguments, header: rows.first ?? [],
            rows: rows.dropFirst().map { $0.map { PaperText.parse($0[...]) } })
    }

    static func assignments(_ text: Substring) -> [String: String] {
        let pairs = text.split(separator: " ").compactMap { word -> (String, String)? in
            let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
            return sides.count == 2 ? (sides[0], sides[1]) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
}

extension PaperText {
    /// Reads a line: words, `{variable}`, `{{figure argument=value}}`.
    static func parse(_ text: Substring) -> [PaperText] {
        var texts: [PaperText] = []
        var rest = text
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { texts.append(.words(String(rest[..<open]))) }
            let isFigure = rest[open...].hasPrefix("{{")
            let start = rest.index(open, offsetBy: isFigure ? 2 : 1)
            guard let close = rest[start...].firstIndex(of: "}") else {
                texts.append(.words(String(rest[open...])))
                return texts
            }
            let inside = rest[start..<close]
            if isFigure {
                let id = inside.split(separator: " ").first.map(String.init) ?? ""
                texts.append(.figure(id, PaperPart.assignments(inside)))
            } else {
                texts.append(.variable(String(inside)))
            }
            rest = rest[close...].dropFirst(isFigure ? 2 : 1)
        }
        if !rest.isEmpty { texts.append(.words(String(rest))) }
        return texts
    }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmingBlanks: String {
        String(
            drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }
                .reversed())
    }
}
