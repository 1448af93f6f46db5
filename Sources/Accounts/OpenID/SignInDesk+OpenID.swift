package import Records
import Standards
import Storage

extension SignInDesk {
    /// Signs in whom the provider named: the account that is linked, never one that is made for it.
    ///
    /// - Returns: the token of the session, which only the browser keeps.
    /// - Throws: `OpenIDError` with `.unlinked`, `.factorNeeded`; `AccountsError` with `.disabled`, `.tooMany`.
    package func signIn(_ identity: OpenIDIdentity, from source: String, agent: String) async throws -> String {
        let (account, hasFactor) = try await book.database.read { connection in
            let account = try AccountStore.account(
                linkedTo: identity.subject, of: identity.issuer, in: connection)
            return (account, try account.map { try FactorState.present($0.login, in: connection) != nil } ?? false)
        }
        guard let account else {
            refusals.count("", from: source, .refused, at: now)
            throw OpenIDError(.unlinked, detail: identity.subject)
        }
        if account.isDisabled {
            refusals.count(account.login, from: source, .disabled, at: now)
            throw AccountsError(.disabled)
        }
        if hasFactor, !identity.hasFactor {
            refusals.count(account.login, from: source, .codeNeeded, at: now)
            throw OpenIDError(.factorNeeded)
        }
        let attempt = SignInAttempt(login: account.login, password: "", code: nil, source: source, agent: agent)
        return try await open(attempt, step: nil, provider: identity.issuer, hasFactor: identity.hasFactor)
    }

    /// Counts a way back from the provider that led nowhere.
    package func noteRefusedReturn(from source: String) { refusals.count("", from: source, .refused, at: now) }

    /// Links an account with a person of a provider, or unlinks it.
    ///
    /// - Parameter subject: what the provider calls the person; nil for nobody.
    package func link(_ login: String, to subject: String?, of issuer: String, by actor: Actor) async throws {
        try await book.record(AccountActions.link(login, to: subject, of: issuer, by: actor))
    }
}
