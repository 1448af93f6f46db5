import Accounts
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

/// A、B 岗: who stands in for whom, from when to when, and with which rights.
struct LeaveTests {
    private let fixture: AccountsFixture

    init() async throws { fixture = try await AccountsFixture() }

    private var today: CivilDate { Instant(secondsSince1970: fixture.book.clock() / 1_000).beijingDate }

    private func open(_ login: String, _ roles: [String], scope: DataScope = DataScope()) async throws -> String {
        try await TestAccounts.open(login, roles, scope: scope, at: fixture.desk, fixture.book)
    }

    private func person(_ login: String) async throws -> String {
        try await fixture.book.database.read { try #require(try AccountStore.account(login, in: $0)).person }
    }

    private func setLeave(
        _ login: String, _ first: Int, _ last: Int, _ substitute: String
    ) async throws {
        try await fixture.book.record(
            AccountActions.setLeave(
                of: try await person(login), days: today.adding(days: first)...today.adding(days: last),
                substitute: try await person(substitute), by: TestAccounts.manager))
    }

    private func code(_ body: () async throws -> Void) async throws -> AccountsError.Code? {
        do {
            try await body()
            return nil
        } catch let error as AccountsError {
            return error.code
        }
    }

    /// Two of the same office: 甲 reviews, 乙 is of the air section and stands in.
    private func pair() async throws -> (token: String, visitor: SignedIn) {
        _ = try await open("jia", ["monitoring-reviewer"])
        let given = try await open("yi", ["air-section"])
        _ = try await fixture.settled("yi", given: given)
        let token = try await fixture.desk.signIn(fixture.attempt("yi", AccountsFixture.password))
        return (token, try #require(try await fixture.desk.visitor(with: token)))
    }

    @Test func `who stands in acts with the rights of who is away, in both names, on the days of the leave only`()
        async throws
    {
        let (token, own) = try await pair()
        let review = Permission(rawValue: "monitoring.review")
        #expect(!own.may(review) && own.actor.actingFor == nil)
        #expect(try await code { try await fixture.desk.act(for: "jia", own) } == .notSubstitute)

        try await setLeave("jia", 0, 1, "yi")
        let open = try await fixture.desk.representable(by: own.person.id)
        #expect(open.map(\.login) == ["jia"])
        try await fixture.desk.act(for: "jia", own)
        let acting = try #require(try await fixture.desk.visitor(with: token))
        #expect(acting.may(review) && acting.represented?.name == "姓jia")
        #expect(acting.actor.id == "yi" && acting.actor.actingFor == "jia")

        // The right stays with the leave, not with the session.
        fixture.wait(seconds: 2 * 86_400)
        let again = try await fixture.desk.signIn(fixture.attempt("yi", AccountsFixture.password))
        let after = try #require(try await fixture.desk.visitor(with: again))
        #expect(try await code { try await fixture.desk.act(for: "jia", after) } == .notSubstitute)
    }

    @Test func `a session that acts for somebody falls back to its owner when the leave is ended`() async throws {
        let (token, own) = try await pair()
        try await setLeave("jia", 0, 5, "yi")
        try await fixture.desk.act(for: "jia", own)
        let leave = try #require(
            try await fixture.book.database.read { try AccountStore.leaves(limit: 1, in: $0).first })
        try await fixture.book.record(AccountActions.end(leave, on: today, by: TestAccounts.manager))
        let after = try #require(try await fixture.desk.visitor(with: token))
        #expect(after.represented == nil && !after.may(Permission(rawValue: "monitoring.review")))
        #expect(try await fixture.book.database.read { try AccountStore.leaves(limit: 9, in: $0).isEmpty })
    }

    @Test func `a leave that has begun ends with yesterday and stays on the list`() async throws {
        _ = try await pair()
        try await setLeave("jia", 0, 5, "yi")
        fixture.wait(seconds: 3 * 86_400)
        let leave = try #require(
            try await fixture.book.database.read { try AccountStore.leaves(limit: 1, in: $0).first })
        try await fixture.book.record(AccountActions.end(leave, on: today, by: TestAccounts.manager))
        let ended = try #require(
            try await fixture.book.database.read { try AccountStore.leaves(limit: 1, in: $0).first })
        #expect(ended.days.upperBound == today.adding(days: -1))
    }

    @Test func `what is done for who is away names both on record`() async throws {
        let (token, own) = try await pair()
        try await setLeave("jia", 0, 1, "yi")
        try await fixture.desk.act(for: "jia", own)
        let acting = try #require(try await fixture.desk.visitor(with: token))
        try await fixture.desk.recordExport(of: "/air/stations/A1.csv", by: acting, from: "10.0.0.1")
        let record = try #require(
            try await fixture.book.database.read {
                try RecordStore.records(of: AccountActions.exported, in: $0).last
            })
        #expect(record.actor == "yi" && record.body[Action.actingFor]?.text == "jia")
    }

    @Test func `the range of who is away goes with the post, not the one of who stands in`() async throws {
        _ = try await open("zhen", ["town"], scope: DataScope(towns: ["甲镇"]))
        let given = try await open("zhen2", ["town"], scope: DataScope(towns: ["乙镇"]))
        _ = try await fixture.settled("zhen2", given: given)
        let token = try await fixture.desk.signIn(fixture.attempt("zhen2", AccountsFixture.password))
        let own = try #require(try await fixture.desk.visitor(with: token))
        #expect(own.range?.towns == ["乙镇"])
        try await setLeave("zhen", 0, 0, "zhen2")
        try await fixture.desk.act(for: "zhen", own)
        #expect(try #require(try await fixture.desk.visitor(with: token)).range?.towns == ["甲镇"])
    }

    @Test func `nobody becomes an administrator beside another post by standing in`() async throws {
        _ = try await open("yi", ["air-section"])
        _ = try await open("shenji", ["audit-administrator"])
        _ = try await open("anquan2", ["security-administrator"])
        #expect(try await code { try await setLeave("anquan", 0, 3, "yi") } == .rolesApart)
        #expect(try await code { try await setLeave("anquan", 0, 3, "shenji") } == .rolesApart)
        #expect(try await code { try await setLeave("anquan", 0, 3, "anquan2") } == nil)
    }

    @Test func `a post with a second factor asks who stands in for theirs`() async throws {
        _ = try await open("bangong", ["office"])
        let given = try await open("yi", ["air-section"])
        _ = try await fixture.settled("yi", given: given)
        let token = try await fixture.desk.signIn(fixture.attempt("yi", AccountsFixture.password))
        try await setLeave("bangong", 0, 0, "yi")
        try await fixture.desk.act(for: "bangong", try #require(try await fixture.desk.visitor(with: token)))
        let acting = try #require(try await fixture.desk.visitor(with: token))
        #expect(acting.duty == .setUpFactor && !acting.may(.viewReporting))
    }

    @Test func `leaves that cannot be are refused with why`() async throws {
        for login in ["jia", "yi", "bing"] { _ = try await open(login, ["office"]) }
        #expect(try await code { try await setLeave("jia", 0, 3, "jia") } == .ownSubstitute)
        try await setLeave("jia", 2, 4, "yi")
        #expect(try await code { try await setLeave("jia", 4, 6, "bing") } == .overlappingLeave)
        #expect(try await code { try await setLeave("yi", 3, 3, "bing") } == .standsIn)
        #expect(try await code { try await setLeave("bing", 4, 9, "jia") } == .substituteAway)
        // The same leave with another end and another one who stands in.
        #expect(try await code { try await setLeave("jia", 2, 9, "bing") } == nil)
        #expect(try await code { try await setLeave("yi", 3, 3, "bing") } == nil)
        let bing = try #require(
            try await fixture.book.database.read { try AccountStore.account("bing", in: $0) })
        try await fixture.book.record(
            AccountActions.change(
                bing, roles: bing.roles, scope: bing.scope, isDisabled: true, by: TestAccounts.manager))
        #expect(try await code { try await setLeave("yi", 20, 21, "bing") } == .substituteWithoutAccount)
        let before = try await fixture.bureau.dump()
        try await fixture.book.rebuild()
        #expect(try await fixture.bureau.dump() == before)
    }
}
