/// One person with their accounts.
package struct PersonPage: Sendable {
    package let frame: PageFrame
    package let name: String
    package let sub: String
    /// Shown once after it was given; nil otherwise.
    package let givenPassword: String?
    /// Why the last change was refused; nil for none.
    package let error: String?
    package let accounts: [Item]
    /// Nil for who may only look.
    package let form: PersonForm?
    package let history: [TextLink]

    /// An account.
    package struct Item: Sendable {
        package let login: String
        package let state: String
        package let facts: [LabelledText]
        /// Nil for who may only look.
        package let form: PersonForm?
    }
}
