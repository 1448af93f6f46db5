/// One rule file: its header, and its contents as a tree that knows its lines.
package struct RuleFile: Hashable, Sendable {
    /// What the file says about itself.
    package let header: RuleHeader
    /// The path from the catalog folder on: `standards/HJ633-2026.yaml`.
    package let path: String
    /// Whether the file comes from the bureau's own directory.
    package let isOverlay: Bool
    /// The whole document; read it with a `RuleReader`.
    package let node: RuleNode
}
