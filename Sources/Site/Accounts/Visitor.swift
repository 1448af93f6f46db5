package import Accounts
import Records

/// Who asks for a page.
package enum Visitor: Sendable {
    /// Whoever sits at the machine itself, as long as nobody has an account.
    case localOperator
    case signedIn(SignedIn)
    case nobody

    /// That of the present request; nobody where no request has been recognised.
    @TaskLocal static var current = Visitor.nobody

    /// What alone they may see; nil for everything of the bureau.
    package var range: DataScope? {
        if case .signedIn(let person) = self { person.range } else { nil }
    }

    /// Whether a right is there.
    func may(_ permission: Permission) -> Bool {
        switch self {
        case .localOperator: true
        case .signedIn(let person): person.may(permission)
        case .nobody: false
        }
    }
}
