/// Who handles a matter, in which post.
package struct MatterHandler: Hashable, Sendable {
    /// The id of the person.
    package let person: String
    /// The post in which the person handles it.
    package let role: String
    /// The unit.
    package let unit: String

    /// Makes a handler.
    package init(person: String, role: String, unit: String) {
        self.person = person
        self.role = role
        self.unit = unit
    }
}
