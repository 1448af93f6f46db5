/// A fault in a rule file: where it is and the facts. The Chinese sentences are in `CatalogFault+Message.swift`.
package struct CatalogFault: Hashable, Sendable {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// The text is not YAML; the parser's own words.
        case syntax(String)
        /// The text is not UTF-8.
        case notUTF8
        /// The file cannot be opened.
        case unreadable
        /// The file, or the number of files, is larger or deeper than any rule needs.
        case tooLarge
        /// A file name that would be overlooked, such as `.yml`.
        case wrongExtension
        /// Keys that stand twice in one mapping.
        case duplicateKeys([String])
        /// A key nobody reads; the known keys from the nearest on.
        case unknownKey(String, nearest: String?, known: [String])
        /// A key that must be there.
        case missingKey(String)
        /// A key that holds another kind of thing; what was expected.
        case wrongKind(key: String, expected: Expected)
        /// A value outside a closed list; the nearest allowed value.
        case notAllowed(key: String, value: String, nearest: String?, allowed: [String])
        /// A whole number outside its range.
        case outOfRange(key: String, value: String, range: String)
        /// The last day lies before the first.
        case endsBeforeItBegins
        /// Two files say which rule holds on the same day.
        case overlaps(other: String)
        /// The table cannot be used; the part of it at fault.
        case unusable(String)
        /// A file that holds two kinds of rule; the first of them.
        case secondKind(first: String)
        /// A fault another room found, in its own words.
        case other(message: String, mend: String)
    }

    /// What a key should hold.
    package enum Expected: String, Hashable, Sendable {
        case text, wholeNumber, decimal, fraction, date, flag, mapping, list
    }

    /// The file, from the catalog folder on: `standards/HJ633-2026.yaml`.
    package let file: String
    /// The line, from 1; nil when the file as a whole is meant.
    package let line: Int?
    /// The column, from 1.
    package let column: Int?
    /// What is wrong.
    package let problem: Problem

    /// Makes a fault.
    package init(file: String, line: Int?, column: Int? = nil, _ problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}

extension CatalogFault: Comparable {
    /// Order of files, then lines.
    package static func < (left: CatalogFault, right: CatalogFault) -> Bool {
        (left.file, left.line ?? 0, left.column ?? 0) < (right.file, right.line ?? 0, right.column ?? 0)
    }
}
