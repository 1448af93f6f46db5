/// A text file of the catalog that is no YAML rule, for example a document template.
package struct RuleText: Hashable, Sendable {
    /// The file name without extension.
    package let name: String
    /// The path from the catalog folder on.
    package let path: String
    /// Whether the file comes from the bureau's own directory.
    package let isOverlay: Bool
    /// The contents.
    package let text: String
}
