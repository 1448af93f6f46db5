/// Definitions of tables, indexes and views, written once for SQLite and rendered for PostgreSQL.
enum DefinitionText {
    /// Types by their names there.
    private static let types = ["INTEGER": "BIGINT", "BLOB": "BYTEA"]
    /// What may stand behind the columns of a table on SQLite: PostgreSQL is always strict, and has no row numbers.
    private static let options: Set<String> = ["STRICT", "WITHOUT", "ROWID"]

    /// The same definition for PostgreSQL.
    static func forPostgreSQL(_ statement: String) -> String {
        var words = words(of: statement)
        if statement.hasPrefix("CREATE TABLE"), let end = words.lastIndex(of: ")") {
            let tail = words[(end + 1)...].filter { !$0.allSatisfy { $0.isWhitespace || $0 == "," } }
            if tail.allSatisfy(options.contains) { words.removeSubrange((end + 1)...) }
        }
        return words.map { types[$0] ?? $0 }.joined()
    }

    /// Words, quoted pieces whole, and every other character by itself.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var rest = text[...]
        while let first = rest.first {
            var piece: Substring
            if first == "'" || first == "\"" {
                let close = rest.dropFirst().firstIndex(of: first) ?? rest.index(before: rest.endIndex)
                piece = rest[...close]
            } else {
                piece = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                if piece.isEmpty { piece = rest.prefix(1) }
            }
            words.append(String(piece))
            rest = rest[piece.endIndex...]
        }
        return words
    }
}
