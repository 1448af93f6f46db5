/// Who acts on a draft: a person in their posts.
package struct DraftPerson: Hashable, Sendable {
    /// The id of the person.
    package let id: String
    /// The posts, by their ids in `Catalog/accounts/roles.yaml`.
    package let roles: Set<String>

    package init(id: String, roles: Set<String>) {
        self.id = id
        self.roles = roles
    }
}
