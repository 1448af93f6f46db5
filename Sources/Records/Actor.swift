/// Who acts, and what they may do.
package struct Actor: Hashable, Sendable {
    /// The id that stands in records.
    package let id: String
    /// What the actor may do.
    package let permissions: Set<Permission>
    /// The id of who is away and for whom the actor stands in; nil who acts in the own name.
    package let actingFor: String?

    package init(id: String, permissions: Set<Permission>, actingFor: String? = nil) {
        self.id = id
        self.permissions = permissions
        self.actingFor = actingFor
    }
}
