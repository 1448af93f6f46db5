import Crypto
import Ledger
package import Records
import Standards
import Storage

/// Where people come in: signs in, recognises sessions, ends them.
package struct SignInDesk: Sendable {
    /// Seconds between two looks for what is over.
    static let sweepSeconds: Int64 = 3_600
    /// Letters of a browser's name that are kept.
    private static let agentLength = 120
    /// Checked when there is no such account, so that the answer takes as long.
    private static let decoy = "decoy"

    let book: RecordBook
    let secrets: SecretKey
    let gate: PasswordGate
    package let refusals: RefusalTally
    let limiter = RateLimiter()
    private let rulesOfDay = RulesOfDay()
    private let accounts = AccountPresence()

    package init(
        book: RecordBook, secrets: SecretKey, gate: PasswordGate = PasswordGate(),
        refusals: RefusalTally = RefusalTally()
    ) {
        self.book = book
        self.secrets = secrets
        self.gate = gate
        self.refusals = refusals
    }

    /// Acts where nobody is signed in.
    static let system = Actor(id: "system", permissions: [AccountActions.useOwn])

    var now: Instant { Instant(secondsSince1970: book.clock() / 1_000) }

    /// The rules of today.
    ///
    /// - Throws: `CatalogError`.
    package func rules() throws -> AccountRules {
        try rulesOfDay.rules(book.archive.catalog, on: now.beijingDate)
    }

    /// Whether anybody has an account: until then whoever sits at the machine acts.
    package func hasAccounts() async throws -> Bool { try await accounts.isThere(in: book.database) }

    /// Signs somebody in.
    ///
    /// - Returns: the token of the session, which only the browser keeps.
    /// - Throws: `AccountsError` with `.locked`, `.busy`, `.tooMany`, `.refused`, `.codeNeeded`, `.disabled`, `.wrongKey`.
    package func signIn(_ attempt: SignInAttempt) async throws -> String {
        if let seconds = try wait(.signIn(from: attempt.source), of: attempt.login, from: attempt.source) {
            throw AccountsError(.tooMany, detail: String(seconds))
        }
        do {
            return try await open(attempt)
        } catch let error as AccountsError {
            refusals.count(attempt.login, from: attempt.source, error.code, at: now)
            throw error
        }
    }

    private func open(_ attempt: SignInAttempt) async throws -> String {
        let rules = try rules().signIn
        let seconds = now.secondsSince1970
        let subjects = Self.subjects(of: attempt)
        let known = try await book.database.read { connection -> Known in
            if let until = try FailureState.lock(of: subjects, at: seconds, in: connection) {
                throw AccountsError(.locked, detail: String(until))
            }
            return Known(
                account: try AccountStore.account(attempt.login, in: connection),
                password: try PasswordState.present(attempt.login, in: connection),
                factor: try FactorState.present(attempt.login, in: connection))
        }
        guard try await isRight(attempt.password, of: attempt.login, known.password, cost: rules.cost),
            let account = known.account
        else {
            try await fail(attempt, by: rules)
            throw AccountsError(.refused)
        }
        if account.isDisabled { throw AccountsError(.disabled) }
        let step = try await step(of: attempt, known.factor, by: rules)
        return try await open(attempt, step: step)
    }

    /// What is known of a login before it is tried.
    private struct Known: Sendable {
        let account: Account?
        let password: PasswordState.Stored?
        let factor: FactorState.Stored?
    }

    private static func subjects(of attempt: SignInAttempt) -> [String] {
        [FailureState.subject(account: attempt.login), FailureState.subject(source: attempt.source)]
    }

    /// Whether a password is that of an account; it takes as long where there is none.
    func isRight(
        _ password: String, of login: String, _ stored: PasswordState.Stored?, cost: PasswordCost
    ) async throws -> Bool {
        let secrets = secrets
        let hash = try stored.map { stored in
            PasswordHash(
                text: String(
                    decoding: try secrets.open(
                        stored.sealed, as: PasswordState.context(of: login), keyID: stored.keyID), as: UTF8.self))
        }
        return try await gate.run {
            guard let hash else {
                _ = try PasswordHash(of: Self.decoy, cost: cost)
                return false
            }
            return try hash.isOf(password)
        }
    }

    /// The step of the code that was given; nil where the account has no second factor.
    private func step(
        of attempt: SignInAttempt, _ factor: FactorState.Stored?, by rules: SignInRules
    ) async throws -> Int64? {
        guard let factor else { return nil }
        guard let code = attempt.code else { throw AccountsError(.codeNeeded) }
        let seed = try secrets.open(
            factor.sealed, as: FactorState.context(of: attempt.login), keyID: factor.keyID)
        guard let step = OneTimeCode.step(of: code, seed: seed, at: now.secondsSince1970, after: factor.lastStep) else {
            try await fail(attempt, by: rules)
            throw AccountsError(.refused)
        }
        return step
    }

    /// - Parameters:
    ///   - step: that of the code that was given; nil for none.
    ///   - provider: who vouched for the person; nil for the password.
    ///   - hasFactor: whether the provider asked for a second proof.
    func open(
        _ attempt: SignInAttempt, step: Int64?, provider: String? = nil, hasFactor: Bool = false
    ) async throws -> String {
        let token = Self.freshToken()
        let seconds = now.secondsSince1970
        let session = Session(
            id: MintedID.mint(at: book.clock()), login: attempt.login, opened: seconds, used: seconds,
            source: attempt.source, agent: String(attempt.agent.prefix(Self.agentLength)),
            hasFactor: step != nil || hasFactor, provider: provider)
        try await book.record([AccountActions.open(session)]) { connection in
            if let step, try !FactorState.take(step: step, of: attempt.login, in: connection) {
                throw AccountsError(.refused)
            }
            try FailureState.forget(FailureState.subject(account: attempt.login), in: connection)
            try SessionState.open(session, token: Self.hash(of: token), in: connection)
        }
        return token
    }

    func fail(_ attempt: SignInAttempt, by rules: SignInRules) async throws {
        let seconds = now.secondsSince1970
        try await book.database.write { connection in
            for (subject, greatest) in zip(Self.subjects(of: attempt), [rules.accountFailures, rules.sourceFailures]) {
                try FailureState.count(
                    subject, greatest: greatest, lockSeconds: rules.lockSeconds, at: seconds, in: connection)
            }
        }
    }

    /// Random bytes of a token.
    private static let tokenLength = 32

    /// Random bytes in hexadecimal digits.
    static func freshToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return Hexadecimal.text((0..<tokenLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// What is kept of a token.
    static func hash(of token: String) -> String { Hexadecimal.text(SHA256.hash(data: Array(token.utf8))) }
}
