package import Standards

/// An account whose owner is away, as who stands in may use it.
package struct Represented: Hashable, Sendable {
    package let login: String
    /// Of its owner.
    package let name: String
    /// Ids of its roles.
    package let roles: [String]
    package let scope: DataScope
    /// The last day of the leave.
    package let until: CivilDate
}
