package import Records

/// Somebody whose session was recognised, with what they may do now.
package struct SignedIn: Sendable {
    package let session: Session
    package let account: Account
    package let person: Person
    package let roles: [Role]
    /// What they may do; nothing but mend their own account while `duty` stands.
    package let actor: Actor
    /// What they must do first; nil for nothing.
    package let duty: Duty?
    /// A word that only pages of this session know.
    package let formWord: String

    /// The account of who is away, for whom they act; nil in the own name. Roles and range are those of this account then.
    package var represented: Represented?

    /// What somebody must do before anything else.
    package enum Duty: Sendable {
        /// The password is temporary or too old.
        case changePassword
        /// A role asks for a second factor and none is set up.
        case setUpFactor
    }

    /// For what they do to their own account: in the own name, whoever they stand in for.
    package var ownActor: Actor { Actor(id: actor.id, permissions: actor.permissions) }

    /// What they may see; nil for everything of the bureau.
    package var range: DataScope? { roles.allSatisfy(\.isAssigned) ? (represented?.scope ?? account.scope) : nil }

    /// Whether a right is there.
    package func may(_ permission: Permission) -> Bool { actor.permissions.contains(permission) }
}
