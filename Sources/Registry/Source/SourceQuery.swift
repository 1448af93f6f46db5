/// What is looked for in the list of a kind.
package struct SourceQuery: Sendable, Hashable {
    /// The id of the kind.
    package var kind: String
    /// Words; empty for all.
    package var text = ""
    /// Values that fields must have, by field.
    package var values: [String: String] = [:]
    package var state = SourceFile.State.active
    /// Whether only those are listed of which two origins differ.
    package var isContestedOnly = false

    package init(kind: String) { self.kind = kind }
}
