package import Records
import Standards
import Storage

extension SignInDesk {
    /// Sets up a second factor: whoever has the seed proves it with a code of now.
    ///
    /// - Parameter seed: shown to the person a moment ago.
    /// - Throws: `AccountsError` with `.refused` when the code is not the seed's.
    package func setUpFactor(of visitor: SignedIn, seed: [UInt8], code: String) async throws {
        let login = visitor.account.login
        guard seed.count == OneTimeCode.seedLength,
            let step = OneTimeCode.step(of: code, seed: seed, at: now.secondsSince1970, after: nil)
        else { throw AccountsError(.refused) }
        let factor = FactorState.Stored(
            sealed: try secrets.seal(seed, as: FactorState.context(of: login)), keyID: secrets.id, lastStep: step)
        let session = visitor.session.id
        try await book.record([AccountActions.setFactor(of: login, keyID: secrets.id, by: visitor.ownActor)]) {
            connection in
            try FactorState.set(factor, of: login, in: connection)
            try SessionState.endAll(of: login, but: session, in: connection)
            try SessionState.proveFactor(session, in: connection)
        }
    }

    /// Takes a second factor away, for somebody who lost it; all sessions end.
    ///
    /// - Parameter actor: who manages accounts.
    package func removeFactor(of login: String, by actor: Actor) async throws {
        try await book.record([AccountActions.setFactor(of: login, keyID: nil, by: Self.owning(actor))]) { connection in
            try FactorState.remove(of: login, in: connection)
            try SessionState.endAll(of: login, but: nil, in: connection)
        }
    }

    /// Whether an account has one.
    package func hasFactor(_ login: String) async throws -> Bool {
        try await book.database.read { try FactorState.present(login, in: $0) != nil }
    }
}
