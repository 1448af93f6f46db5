/// Everybody who is registered, and the form for one more.
package struct PeoplePage: Sendable {
    package let frame: PageFrame
    package let action: String
    package let countText: String
    /// What was searched for.
    package let query: String
    package let roles: [ReviewForm.Choice]
    package let rows: [Row]
    package let emptyReason: String
    package let pager: Pager?
    /// Nil for who may only look.
    package let form: PersonForm?

    /// A person.
    package struct Row: Sendable {
        package let number: Int
        package let name: String
        package let href: String
        package let unit: String
        package let post: String
        package let logins: String
        package let roles: String
        package let certificates: String
        package let state: String
    }
}
