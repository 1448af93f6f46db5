import Accounts
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

/// Signing in: what opens, what locks, what ends.
struct SignInTests {
    private let fixture: AccountsFixture

    init() async throws { fixture = try await AccountsFixture() }

    private func refusal(_ attempt: SignInAttempt) async -> AccountsError.Code? {
        do {
            _ = try await fixture.desk.signIn(attempt)
            return nil
        } catch {
            return (error as? AccountsError)?.code
        }
    }

    @Test func `a password that was given opens, and nothing more until it is changed`() async throws {
        let token = try await fixture.desk.signIn(fixture.attempt("anquan", fixture.given))
        let visitor = try #require(try await fixture.desk.visitor(with: token))
        #expect(visitor.duty == .changePassword)
        #expect(visitor.actor.permissions == [AccountActions.useOwn])
        #expect(
            try await fixture.desk.changePassword(of: visitor, from: fixture.given, to: AccountsFixture.password) == nil
        )
        let after = try #require(try await fixture.desk.visitor(with: token))
        #expect(after.duty == .setUpFactor)
    }

    @Test func `an administrator acts only after a one-time code`() async throws {
        let visitor = try await fixture.settled("anquan", given: fixture.given)
        #expect(!visitor.may(AccountActions.manage))
        let seed = OneTimeCode.seed()
        let now = fixture.book.clock() / 1_000
        try await fixture.desk.setUpFactor(
            of: visitor, seed: seed, code: OneTimeCode.code(of: seed, step: now / OneTimeCode.stepSeconds))
        fixture.wait(seconds: 60)
        #expect(await refusal(fixture.attempt("anquan", AccountsFixture.password)) == .codeNeeded)
        #expect(await refusal(fixture.attempt("anquan", AccountsFixture.password, code: "000000")) == .refused)
        let code = OneTimeCode.code(of: seed, step: fixture.book.clock() / 1_000 / OneTimeCode.stepSeconds)
        let token = try await fixture.desk.signIn(fixture.attempt("anquan", AccountsFixture.password, code: code))
        #expect(try #require(try await fixture.desk.visitor(with: token)).may(AccountActions.manage))
        // Whoever looked over the shoulder has a code that was taken.
        #expect(await refusal(fixture.attempt("anquan", AccountsFixture.password, code: code)) == .refused)
    }

    @Test func `nobody learns which logins there are`() async {
        #expect(await refusal(fixture.attempt("anquan", "wrong")) == .refused)
        #expect(await refusal(fixture.attempt("nobody", "wrong")) == .refused)
        for _ in 0..<4 {
            _ = await refusal(fixture.attempt("anquan", "wrong", source: "10.0.0.2"))
            _ = await refusal(fixture.attempt("nobody", "wrong", source: "10.0.0.3"))
        }
        #expect(await refusal(fixture.attempt("anquan", "wrong", source: "10.0.0.4")) == .locked)
        #expect(await refusal(fixture.attempt("nobody", "wrong", source: "10.0.0.5")) == .locked)
    }

    @Test func `five wrong tries lock an account for half an hour, also for the right password`() async {
        for _ in 0..<5 { _ = await refusal(fixture.attempt("anquan", "wrong")) }
        #expect(await refusal(fixture.attempt("anquan", fixture.given)) == .locked)
        fixture.wait(seconds: 1_799)
        #expect(await refusal(fixture.attempt("anquan", fixture.given)) == .locked)
        fixture.wait(seconds: 2)
        #expect(await refusal(fixture.attempt("anquan", fixture.given)) == nil)
    }

    @Test func `a source that tries many accounts is locked whatever it tries next`() async {
        for number in 0..<20 { _ = await refusal(fixture.attempt("user\(number)", "wrong")) }
        #expect(await refusal(fixture.attempt("anquan", fixture.given)) == .locked)
        #expect(await refusal(fixture.attempt("anquan", fixture.given, source: "10.0.0.9")) == nil)
    }

    @Test func `a thousand refused tries of a minute from one source are one record`() async throws {
        let before = try await count()
        for _ in 0..<1_000 { _ = await refusal(fixture.attempt("anquan", "wrong")) }
        fixture.wait(seconds: 60)
        try await fixture.desk.recordRefusals(before: Instant(secondsSince1970: fixture.book.clock() / 1_000))
        #expect(try await count() == before + 1)
        let record = try #require(
            try await fixture.book.database.read {
                try RecordStore.records(of: AccountActions.signInRefused, in: $0).last
            })
        #expect(record.subject == "10.0.0.1")
        let counts = try #require(record.body["accounts"]?.elements?.first?["counts"]?.members)
        #expect(counts.values.compactMap(\.integer).reduce(0, +) == 1_000)
        #expect(counts["refused"]?.integer == 5)
    }

    private func count() async throws -> Int64 {
        try await fixture.book.database.read { try RecordStore.lastSequence(in: $0) }
    }

    @Test func `a session ends when it is not used, when it is old, when it is ended, and with its account`()
        async throws
    {
        _ = try await fixture.settled("anquan", given: fixture.given)
        let desk = fixture.desk
        let idle = try await desk.signIn(fixture.attempt("anquan", AccountsFixture.password))
        fixture.wait(seconds: 1_801)
        #expect(try await desk.visitor(with: idle) == nil)

        let old = try await desk.signIn(fixture.attempt("anquan", AccountsFixture.password))
        for _ in 0..<24 {
            fixture.wait(seconds: 1_790)
            #expect(try await desk.visitor(with: old) != nil)
        }
        fixture.wait(seconds: 300)
        #expect(try await desk.visitor(with: old) == nil)

        let ended = try await desk.signIn(fixture.attempt("anquan", AccountsFixture.password))
        let visitor = try #require(try await desk.visitor(with: ended))
        try await desk.end(visitor.session.id, of: "anquan", by: visitor.actor)
        #expect(try await desk.visitor(with: ended) == nil)

        let given = try await TestAccounts.open("daqi", ["air-section"], at: desk, fixture.book)
        let disabled = try await desk.signIn(fixture.attempt("daqi", given))
        let account = try #require(
            try await fixture.book.database.read { try AccountStore.account("daqi", in: $0) })
        try await fixture.book.record(
            AccountActions.change(
                account, roles: account.roles, scope: account.scope, isDisabled: true, by: TestAccounts.manager))
        #expect(try await desk.visitor(with: disabled) == nil)
        #expect(await refusal(fixture.attempt("daqi", given)) == .disabled)
    }

    @Test func `a new password ends the other sessions, and none of the last five comes back`() async throws {
        let visitor = try await fixture.settled("anquan", given: fixture.given)
        let other = try await fixture.desk.signIn(fixture.attempt("anquan", AccountsFixture.password))
        var present = AccountsFixture.password
        for number in 1...5 {
            fixture.wait(seconds: 1)
            let next = "Another-\(number)-word"
            #expect(try await fixture.desk.changePassword(of: visitor, from: present, to: next) == nil)
            present = next
            #expect(try await fixture.desk.visitor(with: other) == nil)
        }
        #expect(
            try await fixture.desk.changePassword(of: visitor, from: present, to: "Another-2-word") == .usedBefore(5))
        #expect(try await fixture.desk.changePassword(of: visitor, from: present, to: present) == .usedBefore(5))
        fixture.wait(seconds: 1)
        #expect(
            try await fixture.desk.changePassword(of: visitor, from: present, to: AccountsFixture.password) == nil)
    }

    @Test func `after ninety days a password must be changed`() async throws {
        _ = try await fixture.settled("anquan", given: fixture.given)
        fixture.wait(seconds: 90 * 86_400 + 1)
        let token = try await fixture.desk.signIn(fixture.attempt("anquan", AccountsFixture.password))
        #expect(try #require(try await fixture.desk.visitor(with: token)).duty == .changePassword)
    }

    @Test(arguments: [
        ("Short-1a", PasswordFault.tooShort(10)), ("alllowercase", .tooPlain(3)), ("Anquan-2026-x", .containsLogin),
        (" Leading-1a-x", .invisible), (String(repeating: "Aa1-", count: 60), .tooLong(200)),
    ])
    func `a password that breaks a rule is told which`(password: String, fault: PasswordFault) async throws {
        let visitor = try await fixture.settled("anquan", given: fixture.given)
        let found = try await fixture.desk.changePassword(of: visitor, from: AccountsFixture.password, to: password)
        #expect(found == fault)
    }

    @Test func `no secret stands in a record`() async throws {
        let visitor = try await fixture.settled("anquan", given: fixture.given)
        let seed = OneTimeCode.seed()
        let step = fixture.book.clock() / 1_000 / OneTimeCode.stepSeconds
        try await fixture.desk.setUpFactor(of: visitor, seed: seed, code: OneTimeCode.code(of: seed, step: step))
        let records = try await fixture.book.database.read { connection in
            try (1...RecordStore.lastSequence(in: connection)).compactMap {
                try RecordStore.record($0, in: connection).map { String(decoding: try $0.bytes(), as: UTF8.self) }
            }
        }
        for secret in [fixture.given, AccountsFixture.password, OneTimeCode.base32(seed), "argon2", "姓anquan"] {
            #expect(!records.contains { $0.contains(secret) })
        }
    }
}
