package import Records
import Standards
import Storage

extension SignInDesk {
    /// Letters of a password that is given by the system: without those that look alike.
    private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789")
    private static let signs = Array("-+=%#")
    private static let givenLength = 16

    /// Changes somebody's own password; their other sessions end.
    ///
    /// - Returns: the rule that the new one breaks; nil when it was taken.
    /// - Throws: `AccountsError` with `.refused` when the present one is wrong, `.locked` after too many wrong ones.
    package func changePassword(of visitor: SignedIn, from present: String, to new: String) async throws
        -> PasswordFault?
    {
        let login = visitor.account.login
        let rules = try rules().signIn
        let seconds = now.secondsSince1970
        let (stored, former) = try await book.database.read { connection in
            if let until = try FailureState.lock(
                of: [FailureState.subject(account: login)], at: seconds, in: connection)
            {
                throw AccountsError(.locked, detail: String(until))
            }
            return (
                try PasswordState.present(login, in: connection),
                try PasswordState.former(login, limit: rules.password.remembered, in: connection)
            )
        }
        guard try await isRight(present, of: login, stored, cost: rules.cost) else {
            // Whoever found an open screen may not try for ever.
            let attempt = SignInAttempt(
                login: login, password: "", code: nil, source: visitor.session.source, agent: "")
            try await fail(attempt, by: rules)
            refusals.count(login, from: visitor.session.source, .refused, at: now)
            throw AccountsError(.refused)
        }
        if let fault = rules.password.fault(of: new, login: login) { return fault }
        for earlier in ([stored].compactMap(\.self) + former).prefix(rules.password.remembered) {
            if try await isRight(new, of: login, earlier, cost: rules.cost) {
                return .usedBefore(rules.password.remembered)
            }
        }
        try await set(new, of: login, isTemporary: false, keeping: visitor.session.id, by: visitor.ownActor)
        return nil
    }

    /// Gives an account a password that holds until its owner changes it; all sessions end.
    ///
    /// - Returns: the password, shown once and kept nowhere.
    package func givePassword(to login: String, by actor: Actor) async throws -> String {
        let password = Self.freshPassword()
        try await set(password, of: login, isTemporary: true, keeping: nil, by: Self.owning(actor))
        return password
    }

    private func set(
        _ password: String, of login: String, isTemporary: Bool, keeping session: String?, by actor: Actor
    ) async throws {
        let rules = try rules().signIn
        let secrets = secrets
        let hash = try await gate.run { try PasswordHash(of: password, cost: rules.cost) }
        let stored = PasswordState.Stored(
            sealed: try secrets.seal(Array(hash.text.utf8), as: PasswordState.context(of: login)), keyID: secrets.id,
            changed: now.secondsSince1970, isTemporary: isTemporary)
        try await book.record([
            AccountActions.setPassword(of: login, isTemporary: isTemporary, keyID: secrets.id, by: actor)
        ]) { connection in
            try PasswordState.set(stored, of: login, remembered: rules.password.remembered, in: connection)
            try FailureState.forget(FailureState.subject(account: login), in: connection)
            try SessionState.endAll(of: login, but: session, in: connection)
        }
    }

    /// Of every class of characters some.
    private static func freshPassword() -> String {
        var generator = SystemRandomNumberGenerator()
        func one(of choices: [Character]) -> Character { choices[Int.random(in: 0..<choices.count, using: &generator)] }
        while true {
            var characters = (0..<givenLength).map { _ in one(of: letters) }
            for place in [4, 9] { characters.insert(one(of: signs), at: place) }
            let password = String(characters)
            let hasAll =
                password.contains(where: \.isUppercase) && password.contains(where: \.isLowercase)
                && password.contains(where: \.isNumber)
            if hasAll { return password }
        }
    }
}
