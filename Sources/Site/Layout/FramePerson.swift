/// Who is signed in, as the head of every page shows it.
package struct FramePerson: Sendable {
    package let name: String
    /// Address of the own account.
    package let href: String
    package let signOutHref: String
    package let token: String
}
