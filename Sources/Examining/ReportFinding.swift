/// Something in a text that cannot be right, or that it has to explain.
package struct ReportFinding: Hashable, Sendable, Codable {
    package let kind: CheckKind
    package let severity: FindingSeverity
    /// From one; of a docx the paragraph.
    package let line: Int
    /// From one, in code points.
    package let column: Int
    /// The place as it is printed.
    package let text: String
    /// What is wrong and how to mend it.
    package let message: String
    /// What was computed, where something was.
    package let computed: String?
}
