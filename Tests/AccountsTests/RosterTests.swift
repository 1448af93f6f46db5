import Accounts
import Records
import Standards
import Storage
import TestKit
import Testing

/// Who may hold which account, and that one cannot saw off the branch one sits on.
struct RosterTests {
    private let fixture: AccountsFixture

    init() async throws { fixture = try await AccountsFixture() }

    private func open(_ login: String, _ roles: [String], scope: DataScope = DataScope()) async throws {
        try await TestAccounts.open(login, roles, scope: scope, at: fixture.desk, fixture.book)
    }

    private func account(_ login: String) async throws -> Account {
        let found = try await fixture.book.database.read { try AccountStore.account(login, in: $0) }
        return try #require(found)
    }

    private func change(_ account: Account, roles: [String]? = nil, isDisabled: Bool = false) async throws {
        try await fixture.book.record(
            AccountActions.change(
                account, roles: roles ?? account.roles, scope: account.scope, isDisabled: isDisabled,
                by: TestAccounts.manager))
    }

    @Test(arguments: [
        ["system-administrator", "security-administrator"], ["security-administrator", "audit-administrator"],
        ["audit-administrator", "system-administrator"], ["system-administrator", "office"],
    ])
    func `no account is two of the three administrators, nor one of them beside a post`(roles: [String]) async {
        await #expect(throws: AccountsError.self) { try await open("both", roles) }
    }

    @Test func `a person with two accounts is not two of the three administrators either`() async throws {
        let first = try await account("anquan")
        await #expect(throws: AccountsError.self) {
            try await fixture.book.record(
                AccountActions.open(
                    "second", person: first.person, roles: ["audit-administrator"], scope: DataScope(),
                    by: TestAccounts.manager))
        }
    }

    @Test func `the first account must be one that can open others`() async throws {
        let bureau = try await TestBureau(AccountsFixture.capabilities, catalog: TestAccounts.catalog)
        let desk = try TestAccounts.desk(of: bureau.book)
        await #expect(throws: AccountsError(.firstManager, detail: "daqi")) {
            try await TestAccounts.open("daqi", ["air-section"], at: desk, bureau.book)
        }
        let count = try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
        #expect(count == 0)
    }

    @Test func `the last account that can manage others is neither disabled nor given another post`() async throws {
        let last = try await account("anquan")
        await #expect(throws: AccountsError(.lastManager, detail: "anquan")) {
            try await change(last, isDisabled: true)
        }
        await #expect(throws: AccountsError(.lastManager, detail: "anquan")) {
            try await change(last, roles: ["office"])
        }
        try await open("anquan2", ["security-administrator"])
        try await change(last, isDisabled: true)
        #expect(try await account("anquan").isDisabled)
    }

    @Test func `of two people who change one account the second is told`() async throws {
        try await open("daqi", ["air-section"])
        let seen = try await account("daqi")
        try await change(seen, roles: ["water-section"])
        let now = try await account("daqi")
        await #expect(throws: RecordsError(.superseded, detail: String(now.record))) {
            try await change(seen, roles: ["legal"])
        }
        #expect(try await account("daqi").roles == ["water-section"])
    }

    @Test(arguments: ["", "a", "Anquan", "1a", "a b", "张三", String(repeating: "a", count: 33), "a/b"])
    func `a login is short, plain and begins with a letter`(login: String) async {
        await #expect(throws: AccountsError(.invalidLogin, detail: login)) { try await open(login, ["office"]) }
    }

    @Test func `a post that sees only its range needs one`() async throws {
        await #expect(throws: AccountsError(.invalidScope, detail: "zhen")) { try await open("zhen", ["town"]) }
        try await open("zhen", ["town"], scope: DataScope(towns: ["甲镇"]))
    }

    @Test func `who stands in for whom follows from the days of the leave`() async throws {
        try await open("jia", ["office"])
        try await open("yi", ["office"])
        let (first, second) = (try await account("jia").person, try await account("yi").person)
        let days = try #require(CivilDate("2026-11-23"))...(try #require(CivilDate("2026-11-25")))
        try await fixture.book.record(
            AccountActions.setLeave(of: first, days: days, substitute: second, by: TestAccounts.manager))
        for (date, people) in [
            ("2026-11-22", []), ("2026-11-23", [first]), ("2026-11-25", [first]), ("2026-11-26", []),
        ] {
            let found = try await fixture.book.database.read {
                try AccountStore.represented(by: second, on: CivilDate(date) ?? .first, in: $0)
            }
            #expect(found.map(\.person) == people)
        }
    }

    @Test func `the tables of people made again are equal`() async throws {
        try await open("daqi", ["air-section"])
        try await change(try await account("daqi"), roles: ["water-section"])
        let before = try await fixture.bureau.dump()
        try await fixture.book.rebuild()
        #expect(try await fixture.bureau.dump() == before)
    }
}
