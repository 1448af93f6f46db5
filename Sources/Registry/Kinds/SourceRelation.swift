/// Sources of another kind that point to one of this kind, e.g. the outlets of an enterprise.
package struct SourceRelation: Sendable, Hashable {
    package let title: String
    /// The id of the other kind.
    package let kind: String
    /// The field of the other kind that points here.
    package let field: String
}
