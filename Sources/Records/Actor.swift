/// Who acts, and what they may do.
package struct Actor: Hashable, Sendable {
    /// The id that stands in records.
    package let id: String
    /// What the actor may do.
    package let permissions: Set<Permission>

    package init(id: String, permissions: Set<Permission>) {
        self.id = id
        self.permissions = permissions
    }
}
