/// Who acts: an account with its posts and its unit.
package struct MatterActor: Hashable, Sendable {
    /// The id of the person.
    package let person: String
    /// The posts; ids of `Catalog/accounts/roles.yaml`.
    package let roles: [String]
    /// The unit.
    package let unit: String
    /// The id of who is away and whose posts these are; nil in the own name.
    package let standingFor: String?

    /// Makes an actor.
    package init(person: String, roles: [String], unit: String, standingFor: String? = nil) {
        self.person = person
        self.roles = roles
        self.unit = unit
        self.standingFor = standingFor
    }
}
