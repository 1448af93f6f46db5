/// A file of the catalog as text, with its layer: what a catalog is read from, and can be read from again.
package struct RuleSourceFile: Hashable, Sendable {
    /// The path from the catalog folder on: `standards/HJ633-2026.yaml`.
    package let path: String
    /// Whether it comes from the bureau's own directory.
    package let isOverlay: Bool
    package let text: String

    package init(path: String, isOverlay: Bool, text: String) {
        self.path = path
        self.isOverlay = isOverlay
        self.text = text
    }
}
