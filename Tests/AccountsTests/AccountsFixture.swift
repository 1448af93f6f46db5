import Accounts
import Records
import Standards
import TestKit
import Testing

/// A bureau with one security administrator, `anquan`.
struct AccountsFixture {
    static let capabilities = [RecordsCapability.capability, AccountsCapability.capability]
    static let password = "Qing-heng-2026"

    let bureau: TestBureau
    let desk: SignInDesk
    let given: String

    init() async throws {
        bureau = try await TestBureau(Self.capabilities, catalog: TestAccounts.catalog)
        desk = try TestAccounts.desk(of: bureau.book)
        given = try await TestAccounts.open("anquan", ["security-administrator"], at: desk, bureau.book)
    }

    var book: RecordBook { bureau.book }

    func attempt(
        _ login: String, _ password: String, code: String? = nil, source: String = "10.0.0.1"
    ) -> SignInAttempt {
        SignInAttempt(login: login, password: password, code: code, source: source, agent: "test")
    }

    /// Signs in with a password that was given, and changes it.
    func settled(_ login: String, given: String) async throws -> SignedIn {
        let token = try await desk.signIn(attempt(login, given))
        let visitor = try #require(try await desk.visitor(with: token))
        _ = try await desk.changePassword(of: visitor, from: given, to: Self.password)
        return try #require(try await desk.visitor(with: token))
    }

    /// Moves the clock on.
    func wait(seconds: Int64) { bureau.clock.advance(seconds: seconds) }
}
