import Standards
import Storage

/// SQL over documented views that returns one row an input and never computes.
package struct FigureSelection: Sendable, Hashable {
    /// The text with `{name}` where a value is bound.
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Values that every selection may name: the period's first and last day, its first second and the first one behind
    /// it (since 1970), the date itself and its year.
    package static let builtIn: Set<String> = ["from", "to", "fromSeconds", "toSeconds", "date", "year"]

    /// The values of the built-in names.
    static func values(at date: CivilDate, span: (from: CivilDate, to: CivilDate)) -> [String: String] {
        [
            "from": span.from.description, "to": span.to.description, "date": date.description,
            "year": String(date.year), "fromSeconds": String(Period.day(span.from).start.secondsSince1970),
            "toSeconds": String(Period.day(span.to).end.secondsSince1970),
        ]
    }

    /// What computes, changes or reaches outside: none of it belongs into a selection.
    private static let refused: Set<String> = [
        "AVG", "ROUND", "TOTAL", "REAL", "SUM", "CAST", "INSERT", "UPDATE", "DELETE", "DROP", "ATTACH", "PRAGMA",
        "CREATE",
        "ALTER", "REPLACE", "RANDOM", "LOAD_EXTENSION",
    ]

    /// Why this is no selection, in Chinese; nil when it is one.
    package func problem(views: Set<String>, arguments: [String]) -> String? {
        let words = Self.words(of: text)
        guard words.first?.uppercased() == "SELECT" else { return "选择语句应以 SELECT 开头" }
        if text.contains(";") { return "选择语句只能是一条，不能含分号" }
        if let word = words.first(where: { Self.refused.contains($0.uppercased()) }) {
            return "选择语句只选取、不计算，不能使用 \(word.uppercased())"
        }
        for (index, word) in words.enumerated() where ["FROM", "JOIN"].contains(word.uppercased()) {
            let table = index + 1 < words.count ? words[index + 1] : ""
            if !views.contains(table) { return "“\(table)”不是已公布的视图；可用：\(views.sorted().joined(separator: "、"))" }
        }
        for name in Self.names(in: text) where !Self.builtIn.contains(name) && !arguments.contains(name) {
            return "“{\(name)}”没有在 arguments 中列出"
        }
        return nil
    }

    /// The statement with its values bound.
    func sql(_ values: [String: String]) -> SQL {
        var sql = SQL(verbatim: "")
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            sql = sql + SQL(verbatim: String(rest[..<open])) + "\(values[name] ?? "")"
            rest = rest[rest.index(after: close)...]
        }
        sql = sql + SQL(verbatim: String(rest))
        // Inputs have an order of their own wherever the rule file names none, the same on every engine.
        return text.uppercased().contains("ORDER BY") ? sql : sql + " ORDER BY record"
    }

    /// The words of the statement, without the names between braces.
    private static func words(of text: String) -> [String] {
        var plain = ""
        var depth = 0
        for character in text {
            if character == "{" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == "}" { depth = max(0, depth - 1) }
        }
        return plain.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }

    private static func names(in text: String) -> [String] {
        var names: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}
