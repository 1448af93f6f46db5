import Crypto
import Ledger
package import Records
import Standards
import Storage

extension SignInDesk {
    /// Whom a token belongs to.
    ///
    /// - Returns: nil when there is no such session, it is over, or its account was disabled.
    package func visitor(with token: String) async throws -> SignedIn? {
        let rules = try rules()
        let now = now
        let hash = Self.hash(of: token)
        let word = Self.formWord(of: token)
        let found = try await book.database.read { connection -> SignedIn? in
            guard let session = try SessionState.session(token: hash, in: connection),
                !session.isOver(at: now.secondsSince1970, by: rules.signIn),
                let account = try AccountStore.account(session.login, in: connection), !account.isDisabled,
                let person = try AccountStore.person(account.person, in: connection)
            else { return nil }
            let represented = try session.actingFor.flatMap { login in
                try AccountStore.accounts(representedBy: person.id, on: now.beijingDate, in: connection)
                    .first { $0.login == login }
            }
            let roles = (represented?.roles ?? account.roles).compactMap(rules.role)
            let duty = try Self.duty(of: account, roles, session, at: now, by: rules.signIn, in: connection)
            let rights = roles.reduce(into: Set<Permission>()) { $0.formUnion($1.rights) }
            return SignedIn(
                session: session, account: account, person: person, roles: roles,
                actor: Actor(
                    id: account.login,
                    permissions: duty == nil ? rights.union([AccountActions.useOwn]) : [AccountActions.useOwn],
                    actingFor: represented?.login),
                duty: duty, formWord: word, represented: represented)
        }
        guard let found else { return nil }
        if now.secondsSince1970 - found.session.used >= SessionState.useSeconds {
            let id = found.session.id
            try await book.database.write { try SessionState.use(id, at: now.secondsSince1970, in: $0) }
        }
        return found
    }

    private static func duty(
        of account: Account, _ roles: [Role], _ session: Session, at now: Instant, by rules: SignInRules,
        in connection: ReadConnection
    ) throws -> SignedIn.Duty? {
        // Who comes through a provider has no use for a password here.
        if session.provider == nil {
            guard let password = try PasswordState.present(account.login, in: connection) else {
                return .changePassword
            }
            let age = now.secondsSince1970 - password.changed
            if password.isTemporary || age > Int64(rules.password.days) * 86_400 { return .changePassword }
        }
        if roles.contains(where: \.needsSecondFactor), !session.hasFactor { return .setUpFactor }
        return nil
    }

    /// A word that follows from the token and does not give it away.
    private static func formWord(of token: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("form".utf8), using: SymmetricKey(data: Array(token.utf8)))
        return Hexadecimal.text(code.prefix(16))
    }

    /// The open sessions of an account, the newest first.
    package func sessions(of login: String) async throws -> [Session] {
        let rules = try rules().signIn
        let seconds = now.secondsSince1970
        return try await book.database.read { try SessionState.sessions(of: login, in: $0) }
            .filter { !$0.isOver(at: seconds, by: rules) }
    }

    /// Ends a session.
    ///
    /// - Parameter actor: its owner, or who manages accounts.
    package func end(_ session: String, of login: String, by actor: Actor) async throws {
        try await book.record([AccountActions.endSession(session, of: login, by: Self.owning(actor))]) { connection in
            try SessionState.end(session, in: connection)
        }
    }

    /// Counts that somebody wanted what they may not.
    package func noteRefusal(of visitor: SignedIn, from source: String) {
        refusals.count(visitor.account.login, from: source, .notPermitted, at: now)
    }

    /// Puts on record that a file was taken out.
    package func recordExport(of address: String, by visitor: SignedIn, from source: String) async throws {
        try await book.record([AccountActions.export(of: address, from: source, by: Self.owning(visitor.actor))])
    }

    /// With the right that everybody has over their own account, and who manages accounts over others.
    static func owning(_ actor: Actor) -> Actor {
        Actor(
            id: actor.id, permissions: actor.permissions.union([AccountActions.useOwn]), actingFor: actor.actingFor)
    }
}
