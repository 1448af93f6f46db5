package import Records
import Standards
import Storage

extension SignInDesk {
    /// Issues a token for a program.
    ///
    /// - Parameters:
    ///   - rights: of those that the person has.
    ///   - days: of `AccessToken.days`.
    /// - Returns: the token, shown once and kept nowhere.
    /// - Throws: `RecordsError` with `.notPermitted` for a right that the person has not, `AccountsError`.
    package func issueToken(
        to visitor: SignedIn, title: String, rights: Set<Permission>, days: Int
    ) async throws -> String {
        guard AccessToken.days.contains(days) else { throw AccountsError(.invalidPeriod, detail: String(days)) }
        let text = Self.freshToken()
        let seconds = now.secondsSince1970
        let token = AccessToken(
            id: MintedID.mint(at: book.clock()), login: visitor.account.login, title: title, rights: rights,
            issued: seconds, until: seconds + Int64(days) * 86_400, used: nil)
        try await book.record([AccountActions.issue(token, by: visitor.ownActor)]) { connection in
            try TokenState.issue(token, hash: Self.hash(of: text), in: connection)
        }
        return text
    }

    /// Takes a token back.
    package func revokeToken(_ id: String, of login: String, by actor: Actor) async throws {
        try await book.record([AccountActions.revoke(id, of: login, by: Self.owning(actor))]) { connection in
            try TokenState.revoke(id, in: connection)
        }
    }

    /// The tokens of an account, the newest first, also those that are over.
    package func tokens(of login: String) async throws -> [AccessToken] {
        try await book.database.read { try TokenState.tokens(of: login, in: $0) }
    }

    /// Whom the token of a program acts for.
    ///
    /// - Returns: nil when there is no such token, it is over, or its account was disabled.
    package func program(with text: String, from source: String) async throws -> SignedIn? {
        let rules = try rules()
        let seconds = now.secondsSince1970
        let hash = Self.hash(of: text)
        let found = try await book.database.read { connection -> (AccessToken, SignedIn)? in
            guard let token = try TokenState.token(hash: hash, in: connection), token.until > seconds,
                let account = try AccountStore.account(token.login, in: connection), !account.isDisabled,
                let person = try AccountStore.person(account.person, in: connection)
            else { return nil }
            let roles = account.roles.compactMap(rules.role)
            let rights = roles.reduce(into: Set<Permission>()) { $0.formUnion($1.rights) }
            // A post that was taken away takes its rights out of the tokens.
            let actor = Actor(id: account.login, permissions: rights.intersection(token.rights))
            let session = Session(
                id: token.id, login: account.login, opened: token.issued, used: seconds, source: source,
                agent: token.title, hasFactor: false)
            return (
                token,
                SignedIn(
                    session: session, account: account, person: person, roles: roles, actor: actor, duty: nil,
                    formWord: Self.freshToken())
            )
        }
        guard let (token, visitor) = found else { return nil }
        if seconds - (token.used ?? 0) >= SessionState.useSeconds {
            try await book.database.write { try TokenState.use(token.id, at: seconds, in: $0) }
        }
        return visitor
    }
}
