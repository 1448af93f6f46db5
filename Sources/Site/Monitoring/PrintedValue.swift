/// One measured value in a table cell: the number, or why there is none, and its marks.
package struct PrintedValue: Sendable {
    /// The number as sent or as reviewed; for none the cause in short, e.g. 断网, 校准.
    package let text: String
    /// True where there is no number.
    package let isMissing: Bool
    /// `query`, `kept` or `doubted`; nil for no mark.
    package let markClass: String?
    /// ?, ✓ or ×; nil for no mark.
    package let markText: String?
    /// Cause, flag or decision in words, shown on hover and read aloud; nil for nothing to say.
    package let note: String?
}
