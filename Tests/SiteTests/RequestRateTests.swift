import Accounts
import Catalog
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// Who asks too often is told to wait, and leaves one line a minute.
struct RequestRateTests {
    /// The bundled rules with rates that a test can exceed.
    private static func bureau() async throws -> (TestBureau, SignInDesk) {
        let files = TestAccounts.catalog.sourceFiles.map { file in
            file.path != "accounts/rates.yaml"
                ? file
                : RuleSourceFile(
                    path: file.path, isOverlay: file.isOverlay,
                    text: file.text.replacing("per_minute: 600, burst: 300", with: "per_minute: 60, burst: 4")
                        .replacing("per_minute: 30, burst: 30", with: "per_minute: 6, burst: 2")
                        .replacing("per_minute: 1200, burst: 300", with: "per_minute: 60, burst: 3"))
        }
        let bureau = try await TestBureau(
            SiteFixture.capabilities, catalog: try RuleCatalog.load(files))
        let desk = try TestAccounts.desk(of: bureau.book)
        try await TestAccounts.open("anquan", ["security-administrator"], at: desk, bureau.book)
        return (bureau, desk)
    }

    private static func records(_ bureau: TestBureau) async throws -> [LedgerRecord] {
        try await bureau.book.database.read { try RecordStore.records(of: AccountActions.signInRefused, in: $0) }
    }

    @Test func `strangers are answered at their rate, then told how long to wait, and cost one record a minute`()
        async throws
    {
        let (bureau, desk) = try await Self.bureau()
        try await SiteFixture.test(try SiteFixture.services(bureau, desk: desk)) { site in
            for _ in 0..<4 { #expect(try await site.get("/sign-in").status == 200) }
            for _ in 0..<50 {
                let page = try await site.get("/sign-in")
                #expect(page.status == 429)
                #expect(page.headers[.retryAfter] == "1")
                #expect(page.text.contains("访问过于频繁") && page.text.contains("1 秒后再试"))
                #expect(page.headers[.contentSecurityPolicy] == SecurityHeaders.policy)
            }
            let problem = try await site.get("/api/v1/openapi.json", headers: [.authorization: "Bearer none"])
            #expect(problem.status == 429)
            #expect(problem.headers[.retryAfter] == "1")
            #expect(problem.headers[.contentType]?.hasPrefix("application/problem+json") == true)
            #expect(problem.text.contains("\"code\":\"tooManyRequests\""))
            // What a page needs comes all the same.
            #expect(try await site.get("/assets/qingheng.css").status == 200)
            bureau.clock.advance(seconds: 60)
            #expect(try await site.get("/sign-in").status == 200)
        }
        try await desk.recordRefusals(before: Instant(secondsSince1970: bureau.clock.milliseconds / 1_000))
        let records = try await Self.records(bureau)
        #expect(records.count == 1)
        let accounts = try #require(records.first?.body["accounts"]?.elements)
        #expect(accounts.compactMap { $0["login"]?.text } == ["（未登录）"])
        let counts = try #require(accounts.first?["counts"]?.members)
        #expect(counts["tooMany"]?.integer == 51)
        #expect(counts["unknownToken"]?.integer == 1)
    }

    @Test func `tries to sign in have a rate of their own, whatever login is tried`() async throws {
        let (bureau, desk) = try await Self.bureau()
        try await SiteFixture.test(try SiteFixture.services(bureau, desk: desk)) { site in
            for number in 0..<3 {
                let answer = try await site.post("/sign-in", [("login", "user\(number)"), ("password", "wrong")])
                #expect(answer.status == (number < 2 ? 422 : 429))
                if number == 2 {
                    #expect(answer.headers[.retryAfter] == "10")
                    #expect(answer.text.contains("请 10 秒后再试"))
                }
            }
        }
        try await desk.recordRefusals(before: nil)
        let records = try await Self.records(bureau)
        // Three logins, one source, one minute: one record.
        #expect(records.count == 1)
        let accounts = try #require(records.first?.body["accounts"]?.elements)
        #expect(accounts.compactMap { $0["login"]?.text } == ["user0", "user1", "user2"])
    }

    @Test func `pages keep a session alive, and what they are drawn with does not: assets are everybody's`()
        async throws
    {
        let (bureau, desk) = try await Self.bureau()
        let given = try await TestAccounts.open("daqi", ["air-section"], at: desk, bureau.book)
        let session = try await desk.signIn(
            SignInAttempt(login: "daqi", password: given, code: nil, source: "", agent: ""))
        let cookie: HTTPFields = [.cookie: "qingheng-session=\(session)"]
        let opened = bureau.clock.milliseconds / 1_000
        try await SiteFixture.test(try SiteFixture.services(bureau, desk: desk)) { site in
            bureau.clock.advance(seconds: 120)
            #expect(try await site.get("/assets/qingheng.css", headers: cookie).status == 200)
            let before = try await desk.sessions(of: "daqi")
            #expect(before.map(\.used) == [opened])
            #expect(try await site.get("/account/password", headers: cookie).status == 200)
            let after = try await desk.sessions(of: "daqi")
            #expect(after.map(\.used) == [opened + 120])
        }
    }

    @Test func `a program is answered at its rate, and its owner at the browser is not kept waiting`() async throws {
        let (bureau, desk) = try await Self.bureau()
        let given = try await TestAccounts.open("daqi", ["air-section"], at: desk, bureau.book)
        let session = try await desk.signIn(
            SignInAttempt(login: "daqi", password: given, code: nil, source: "", agent: ""))
        var visitor = try #require(try await desk.visitor(with: session))
        #expect(try await desk.changePassword(of: visitor, from: given, to: "Qing-heng-2026") == nil)
        visitor = try #require(try await desk.visitor(with: session))
        let token = try await desk.issueToken(to: visitor, title: "表格", rights: [.viewMonitoring], days: 1)
        try await SiteFixture.test(try SiteFixture.services(bureau, desk: desk)) { site in
            for number in 0..<5 {
                let answer = try await site.get("/api/v1/stations", headers: [.authorization: "Bearer \(token)"])
                #expect(answer.status == (number < 3 ? 200 : 429), "\(answer.text)")
            }
            for _ in 0..<20 {
                let page = try await site.get("/air/stations", headers: [.cookie: "qingheng-session=\(session)"])
                #expect(page.status == 200)
            }
        }
        try await desk.recordRefusals(before: nil)
        let account = try #require(try await Self.records(bureau).last?.body["accounts"]?.elements?.first)
        #expect(account == ["login": "daqi", "counts": ["tooMany": 2]])
    }
}
