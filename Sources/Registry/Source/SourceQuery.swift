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
    /// The rectangle of the map in which it must lie; nil for everywhere.
    package var box: SourceBox?
    /// Where it must lie besides, as a filter; nil for everywhere.
    package var place: SourceRange?
    /// Within which only it is looked for; nil for everywhere.
    package var range: SourceRange?

    package init(kind: String) { self.kind = kind }
}
