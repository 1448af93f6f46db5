/// A login with the posts of its person.
package struct Account: Hashable, Sendable {
    package let login: String
    /// The id of the person.
    package let person: String
    /// Ids of roles.
    package let roles: [String]
    package let scope: DataScope
    package let isDisabled: Bool
    /// The record that says so.
    package let record: Int64
}
