/// A part of a rule file that knows where it stands.
package struct RuleNode: Hashable, Sendable {
    /// What the part is.
    package enum Content: Hashable, Sendable {
        /// A word, number or text; `isPlain` when it was written without quotes.
        case scalar(String, isPlain: Bool)
        /// A list.
        case list([RuleNode])
        /// Keys and values in the order of the file.
        case mapping([Entry])
    }

    /// A key with its value.
    package struct Entry: Hashable, Sendable {
        /// The key.
        package let key: String
        /// The line of the key.
        package let line: Int
        /// The column of the key.
        package let column: Int
        /// The value.
        package let value: RuleNode
    }

    /// The file, from the catalog folder on.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1.
    package let column: Int
    /// What the part is.
    package let content: Content

    /// The text of a scalar; nil for anything else and for an empty value (`key:`, `~`, `null`).
    package var scalar: String? {
        guard case .scalar(let text, let isPlain) = content else { return nil }
        return isPlain && ["", "~", "null"].contains(text) ? nil : text
    }

    /// Whether the part is an empty value (`key:`, `~`, `null`).
    package var isEmpty: Bool {
        if case .scalar = content { scalar == nil } else { false }
    }
}
