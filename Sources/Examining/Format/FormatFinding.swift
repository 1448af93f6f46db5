/// A deviation from GB/T 9704-2012.
package struct FormatFinding: Hashable, Sendable, Codable {
    package let kind: FormatKind
    package let severity: FindingSeverity
    /// Of the standard.
    package let clause: String
    /// Where: a section, a paragraph with its first words, a footer.
    package let place: String
    /// In how many places the same is found.
    package var count: Int
    package let found: String
    package let wanted: String
}
