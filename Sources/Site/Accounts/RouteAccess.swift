import Accounts
import Records

/// Whom a route is for.
struct RouteAccess: Sendable {
    private enum Form: Sendable {
        case everybody
        case signedIn
        case rights([Permission])
    }

    private let form: Form

    /// Everybody, also who is not signed in.
    static let everybody = RouteAccess(form: .everybody)
    /// Whoever is signed in, also while something must be done first.
    static let own = RouteAccess(form: .signedIn)
    /// Whoever has one of these rights.
    static func any(_ rights: Permission...) -> RouteAccess { RouteAccess(form: .rights(rights)) }

    /// What a visitor is answered.
    enum Answer {
        case enter
        case signIn
        /// There is something to do first.
        case duty(SiteURL)
        case refuse(Permission)
        /// Only where what the route is about lies in their range.
        case within(DataScope)
    }

    func answer(to visitor: Visitor) -> Answer {
        switch (form, visitor) {
        case (.everybody, _), (_, .localOperator): return .enter
        case (_, .nobody): return .signIn
        case (.signedIn, .signedIn): return .enter
        case (.rights(let rights), .signedIn(let person)):
            if let duty = person.duty { return .duty(duty == .changePassword ? .ownPassword : .ownFactor) }
            guard rights.contains(where: person.may) else { return .refuse(rights[0]) }
            return person.range.map(Answer.within) ?? .enter
        }
    }
}
