/// Text as a column can hold it on both engines.
enum StorableText {
    /// PostgreSQL has no NUL in text, and what SQLite keeps of it is read only up to it. Where a peer sent one, the column shows its
    /// sign (␀, U+2400); the bytes themselves stay in the packet log and in records.
    static func of(_ text: String) -> String {
        guard text.utf8.contains(0) else { return text }
        return String(text.unicodeScalars.map { $0.value == 0 ? "\u{2400}" : Character($0) })
    }
}
