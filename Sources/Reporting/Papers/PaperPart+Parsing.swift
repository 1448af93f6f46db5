extension PaperPart {
    /// Reads a document's text (Docs/reports.md): `#` title, `##` and `###` headings, `>>` right-hand line, `>` note,
    /// paragraphs, and blocks from `::: word` to `:::`: `table`, `chart`, `slot`, `if`.
    static func parse(_ text: String) -> (parts: [PaperPart], problems: [String]) {
        var scanner = PaperScanner(text)
        let parts = scanner.parts(isInside: false)
        let slots = parts.flatMap(\.slots)
        for slot in slots where slots.count(where: { $0.id == slot.id }) > 1 {
            scanner.problems.append("填写处“\(slot.id)”出现了两次")
        }
        return (parts, scanner.problems)
    }
}

/// Goes over the lines of a document's text.
private struct PaperScanner {
    private let lines: [String]
    private var place = 0
    var problems: [String] = []

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
    }

    /// The parts up to the end of the text, or of the block they stand in.
    mutating func parts(isInside: Bool) -> [PaperPart] {
        var parts: [PaperPart] = []
        while place < lines.count {
            let line = lines[place]
            place += 1
            if line == ":::" {
                if isInside { return parts }
                problems.append("有一个 ::: 没有开头")
            } else if line.hasPrefix(":::") {
                if let part = block(line.dropFirst(3)) { parts.append(part) }
            } else if let part = self.line(line) {
                parts.append(part)
            }
        }
        if isInside { problems.append("有一段没有以 ::: 结束") }
        return parts
    }

    private mutating func line(_ line: String) -> PaperPart? {
        if line.isEmpty { return nil }
        if line.hasPrefix("### ") { return .heading(2, texts(line.dropFirst(4))) }
        if line.hasPrefix("## ") { return .heading(1, texts(line.dropFirst(3))) }
        if line.hasPrefix("# ") { return .title(texts(line.dropFirst(2))) }
        if line.hasPrefix(">> ") { return .aside(texts(line.dropFirst(3))) }
        if line.hasPrefix("> ") { return .note(texts(line.dropFirst(2))) }
        return .paragraph(texts(line[...]))
    }

    private mutating func texts(_ line: Substring) -> [PaperText] {
        let read = PaperText.parse(line)
        problems += read.problems
        return read.texts
    }

    private mutating func block(_ head: Substring) -> PaperPart? {
        let word = head.split(separator: " ").first.map(String.init) ?? ""
        let rest = head.drop { $0 == " " }.dropFirst(word.count)
        switch word {
        case "table": return .table(table(PaperPart.assignments(rest)))
        case "chart": return chart(PaperPart.assignments(rest))
        case "slot": return slot(PaperPart.assignments(rest))
        case "if":
            let condition = condition(rest)
            let parts = parts(isInside: true)
            return condition.map { .condition($0, parts) }
        default:
            problems.append("“::: \(word)”不是 table、chart、slot、if 中的一种")
            _ = rawLines()
            return nil
        }
    }

    /// The lines up to the end of a block.
    private mutating func rawLines() -> [String] {
        var inside: [String] = []
        while place < lines.count {
            place += 1
            if lines[place - 1] == ":::" { return inside }
            inside.append(lines[place - 1])
        }
        problems.append("有一段没有以 ::: 结束")
        return inside
    }

    private mutating func table(_ words: [String: String]) -> PaperPart.Table {
        var rows: [[String]] = []
        for line in rawLines() where line.hasPrefix("|") {
            rows.append(
                line.dropFirst().dropLast(line.hasSuffix("|") ? 1 : 0)
                    .split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingBlanks })
        }
        let header = rows.first ?? []
        if rows.dropFirst().contains(where: { $0.count != header.count }) {
            problems.append("表格“\(header.first ?? "")…”有一行的列数与表头不同")
        }
        var read: [[[PaperText]]] = []
        for row in rows.dropFirst() {
            var cells: [[PaperText]] = []
            for cell in row { cells.append(texts(cell[...])) }
            read.append(cells)
        }
        return PaperPart.Table(
            list: words["each"], arguments: words.filter { $0.key != "each" }, header: header, rows: read)
    }

    private mutating func chart(_ words: [String: String]) -> PaperPart? {
        let own: Set<String> = ["kind", "title", "unit"]
        let table = table(words.filter { !own.contains($0.key) })
        guard let kind = PaperPart.Chart.Kind(rawValue: words["kind"] ?? ""), let title = words["title"] else {
            problems.append("图要写 kind=bars 或 kind=line，以及 title=")
            return nil
        }
        return .chart(PaperPart.Chart(kind: kind, title: title, unit: words["unit"] ?? "", table: table))
    }

    private mutating func slot(_ words: [String: String]) -> PaperPart? {
        let hint = rawLines().filter { !$0.isEmpty }.joined(separator: "\n")
        let id = words["id"] ?? ""
        let isName = !id.isEmpty && id.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
        guard isName, let title = words["title"] else {
            problems.append("填写处要写 id=（小写字母和连字符）和 title=")
            return nil
        }
        return .slot(
            PaperSlot(id: id, title: title, role: words["role"], isOptional: words["optional"] == "yes", hint: hint))
    }

    /// `{{figure argument=value}} > 0`.
    private mutating func condition(_ text: Substring) -> PaperCondition? {
        let read = PaperText.parse(text.drop { $0 == " " })
        problems += read.problems
        guard read.texts.count == 2, case .figure(let id, let arguments, nil) = read.texts[0],
            case .words(let words) = read.texts[1]
        else {
            problems.append("条件应写成 ::: if {{指标}} > 0")
            return nil
        }
        let parts = words.split(separator: " ").map(String.init)
        guard parts.count == 2, let relation = PaperCondition.Relation(rawValue: parts[0]), let value = Int(parts[1])
        else {
            problems.append("条件“\(words)”应为 >、<、=、>=、<=、!= 之一和一个整数")
            return nil
        }
        return PaperCondition(figure: id, arguments: arguments, relation: relation, value: value)
    }
}

extension PaperPart {
    static func assignments(_ text: Substring) -> [String: String] {
        let pairs = text.split(separator: " ").compactMap { word -> (String, String)? in
            let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
            return sides.count == 2 ? (sides[0], sides[1]) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
}

extension PaperText {
    /// Reads a line: words, `{variable}`, `{=stated}`, `{{figure argument=value}}`.
    static func parse(_ text: Substring) -> (texts: [PaperText], problems: [String]) {
        var texts: [PaperText] = []
        var problems: [String] = []
        var rest = text
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { texts.append(.words(String(rest[..<open]))) }
            let isFigure = rest[open...].hasPrefix("{{")
            let start = rest.index(open, offsetBy: isFigure ? 2 : 1)
            guard let close = rest[start...].firstIndex(of: "}") else {
                problems.append("“\(rest[open...].prefix(20))”没有右括号")
                texts.append(.words(String(rest[open...])))
                return (texts, problems)
            }
            let inside = rest[start..<close]
            if isFigure {
                let id = inside.split(separator: " ").first.map(String.init) ?? ""
                let taken = PaperRounding.taken(from: PaperPart.assignments(inside))
                problems += [taken.problem].compactMap(\.self)
                texts.append(.figure(id, taken.rest, taken.rounding))
            } else if inside.hasPrefix("=") {
                texts.append(.stated(String(inside.dropFirst()).trimmingBlanks))
            } else {
                texts.append(.variable(String(inside)))
            }
            rest = rest[close...].dropFirst(isFigure ? 2 : 1)
        }
        if !rest.isEmpty { texts.append(.words(String(rest))) }
        return (texts, problems)
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        String(
            drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }
                .reversed())
    }
}
