import Records
import Standards
import Storage

extension SignInDesk {
    /// Lets somebody act for who is away, or in the own name again.
    ///
    /// - Parameter login: an account of who is away; nil for the own one.
    /// - Throws: `AccountsError` with `.notSubstitute` when its owner is not away today or another one stands in.
    package func act(for login: String?, _ visitor: SignedIn) async throws {
        let today = now.beijingDate
        let (session, person) = (visitor.session.id, visitor.person.id)
        try await book.database.write { connection in
            if let login {
                let open = try AccountStore.accounts(representedBy: person, on: today, in: connection.reading)
                guard open.contains(where: { $0.login == login }) else {
                    throw AccountsError(.notSubstitute, detail: login)
                }
            }
            try SessionState.act(session, for: login, in: connection)
        }
    }

    /// For whom a person may act today.
    package func representable(by person: String) async throws -> [Represented] {
        let today = now.beijingDate
        return try await book.database.read { try AccountStore.accounts(representedBy: person, on: today, in: $0) }
    }
}
