import HTTPTypes
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Accounts
@testable import Site

/// Signing in through another system: who is let in, and what is refused with the way to mend it.
struct OpenIDTests {
    private static let settings = """
        # 统一认证
        issuer=https://sso.example/realm/
        client-id=bureau
        client-secret=s/cret
        title=市统一认证
        """

    private struct House {
        let bureau: TestBureau
        let desk: SignInDesk
        let mock: MockProvider
        let services: SiteServices
    }

    private static func house(role: String = "air-section") async throws -> House {
        let bureau = try await TestBureau(
            SiteFixture.capabilities, catalog: TestAccounts.catalog)
        let desk = try TestAccounts.desk(of: bureau.book)
        try await TestAccounts.open("anquan", ["security-administrator"], at: desk, bureau.book)
        if role != "security-administrator" { try await TestAccounts.open("daqi", [role], at: desk, bureau.book) }
        let clock = bureau.clock
        let mock = MockProvider { clock.milliseconds / 1_000 }
        let provider = OpenIDProvider(
            try OpenIDSettings(settings, site: "https://bureau.example"), returnPath: SiteRoute.openIDReturn.rawValue
        ) { try await mock.fetch($0) }
        return House(
            bureau: bureau, desk: desk, mock: mock,
            services: try SiteFixture.services(bureau, desk: desk, openID: provider))
    }

    private static func link(_ house: House, _ login: String = "daqi", to subject: String? = "u-1001") async throws {
        try await house.desk.link(login, to: subject, of: MockProvider.issuer, by: TestAccounts.manager)
    }

    /// The way there: the address of the provider, and the cookie of the try.
    private static func begin(_ site: SiteClient) async throws -> (address: String, cookie: String) {
        let answer = try await site.get("/sign-in/openid?next=%2Fair%2Fstations")
        #expect(answer.status == 303, "\(answer.text)")
        let cookie = try #require(answer.headers[.setCookie])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/sign-in"))
        return (
            try #require(answer.headers[.location]),
            String(try #require(cookie.split(separator: ";").first))
        )
    }

    /// The whole way, to what the browser gets in the end.
    private static func walk(_ house: House, _ site: SiteClient) async throws -> SiteClient.Answer {
        let (address, cookie) = try await begin(site)
        return try await site.get(try house.mock.consent(at: address).path, headers: [.cookie: cookie])
    }

    @Test func `who is linked comes in without a password, and it is on record like any other way in`() async throws {
        let house = try await Self.house()
        try await Self.link(house)
        try await SiteFixture.test(house.services) { site in
            #expect(try await site.get("/sign-in?next=%2Fwater").text.contains("用市统一认证登录"))
            let answer = try await Self.walk(house, site)
            #expect(answer.status == 303)
            #expect(answer.headers[.location] == "/air/stations")
            let cookies = answer.headers[values: .setCookie]
            let session = try #require(cookies.first { $0.hasPrefix("qingheng-session=") }?.split(separator: ";").first)
            #expect(cookies.contains { $0.hasPrefix("qingheng-openid=;") })
            let page = try await site.get("/air/stations", headers: [.cookie: String(session)])
            #expect(page.status == 200 && page.text.contains("姓daqi"))
        }
        let record = try #require(
            try await house.bureau.book.database.read {
                try RecordStore.records(of: AccountActions.sessionOpened, in: $0).last
            })
        #expect(record.subject == "daqi" && record.body["provider"]?.text == MockProvider.issuer)
        // Nobody was asked but the issuer.
        #expect(house.mock.asked.allSatisfy { $0.hasPrefix("https://sso.example/") })
    }

    @Test func `the provider is asked for a code with PKCE, state and nonce, and for nothing about the person`()
        async throws
    {
        let house = try await Self.house()
        try await SiteFixture.test(house.services) { site in
            let address = try await Self.begin(site).address
            #expect(address.hasPrefix("https://sso.example/realm/authorize?response_type=code&scope=openid&"))
            for part in [
                "client_id=bureau", "redirect_uri=https%3A%2F%2Fbureau.example%2Fsign-in%2Fopenid%2Freturn",
                "code_challenge_method=S256", "code_challenge=", "state=", "nonce=",
            ] { #expect(address.contains(part)) }
        }
    }

    @Test func `nobody gets an account by coming: the page says which number to tell the administrator`() async throws {
        let house = try await Self.house()
        try await SiteFixture.test(house.services) { site in
            let answer = try await Self.walk(house, site)
            #expect(answer.status == 422)
            #expect(answer.text.contains("u-1001") && answer.text.contains("还没有关联"))
            #expect(!answer.headers[values: .setCookie].contains { $0.hasPrefix("qingheng-session=") })
        }
        let accounts = try await house.bureau.book.database.read { try AccountStore.accounts(in: $0) }
        #expect(accounts.map(\.login) == ["anquan", "daqi"])
    }

    @Test(arguments: [
        ("iss", "https://evil.example"), ("aud", "another"), ("exp", "1"), ("nonce", "replayed"), ("sub", ""),
    ])
    func `a token that was made for something else is refused, with what is wrong`(claim: String, value: String)
        async throws
    {
        let house = try await Self.house()
        try await Self.link(house)
        house.mock.fail { $0.claims[claim] = value }
        try await SiteFixture.test(house.services) { site in
            let answer = try await Self.walk(house, site)
            #expect(answer.status == 422)
            #expect(answer.text.contains("没有通过核验（\(claim)）"))
        }
    }

    @Test func `a token by an unknown key is refused; a key that the provider changed is found`() async throws {
        let house = try await Self.house()
        try await Self.link(house)
        try await SiteFixture.test(house.services) { site in
            house.mock.fail { $0.signsOtherwise = true }
            let answer1 = try await Self.walk(house, site)
            #expect(answer1.text.contains("没有通过核验（签名）"))
            house.mock.fail { $0.signsOtherwise = false }
            house.mock.changeKey()
            house.bureau.clock.advance(seconds: 60)
            let answer2 = try await Self.walk(house, site)
            #expect(answer2.status == 303)
        }
    }

    @Test func `an answer without the cookie of its try, of another try, twice, or too late is refused`() async throws {
        let house = try await Self.house()
        try await Self.link(house)
        try await SiteFixture.test(house.services) { site in
            let (address, cookie) = try await Self.begin(site)
            let other = try await Self.begin(site).cookie
            let path = try house.mock.consent(at: address).path
            for headers: HTTPFields in [[:], [.cookie: other], [.cookie: cookie + "x"]] {
                let answer = try await site.get(path, headers: headers)
                #expect(answer.status == 422 && answer.text.contains("不是在这个浏览器里开始的"))
            }
            #expect(try await site.get(path, headers: [.cookie: cookie]).status == 303)
            // The code was taken.
            #expect(try await site.get(path, headers: [.cookie: cookie]).text.contains("token_endpoint：400"))
            house.bureau.clock.advance(seconds: 601)
            #expect(try await site.get(path, headers: [.cookie: cookie]).text.contains("超过 10 分钟"))
        }
    }

    @Test(arguments: [
        ("jwks_uri", "https://169.254.169.254/keys"), ("token_endpoint", "http://sso.example/realm/token"),
        ("authorization_endpoint", "https://sso.example:8443/realm"), ("issuer", "https://evil.example"),
    ])
    func `an address at another origin is never asked`(name: String, address: String) async throws {
        let house = try await Self.house()
        house.mock.fail { $0.metadata[name] = address }
        try await SiteFixture.test(house.services) { site in
            let answer = try await site.get("/sign-in/openid")
            #expect(answer.status == 422 && answer.text.contains("（\(name)）"))
        }
        #expect(house.mock.asked == ["https://sso.example/realm/.well-known/openid-configuration"])
    }

    @Test func `a provider that is down leaves the way by password`() async throws {
        let house = try await Self.house()
        house.mock.fail { $0.status = 503 }
        try await SiteFixture.test(house.services) { site in
            let answer = try await site.get("/sign-in/openid")
            #expect(answer.status == 422)
            #expect(answer.text.contains("没有正常应答") && answer.text.contains("name=\"password\""))
        }
    }

    @Test func `where an account has a second factor the provider must have asked for one too`() async throws {
        let house = try await Self.house(role: "security-administrator")
        try await Self.link(house, "anquan")
        let seed = OneTimeCode.seed()
        try await house.bureau.book.record([
            AccountActions.setFactor(of: "anquan", keyID: "k", by: SignInDesk.owning(TestAccounts.manager))
        ]) {
            try FactorState.set(FactorState.Stored(sealed: seed, keyID: "k", lastStep: 0), of: "anquan", in: $0)
        }
        try await SiteFixture.test(house.services) { site in
            let answer3 = try await Self.walk(house, site)
            #expect(answer3.text.contains("统一认证没有要求第二种验证"))
            house.mock.fail { $0.methods = ["pwd", "otp"] }
            let answer4 = try await Self.walk(house, site)
            #expect(answer4.status == 303)
        }
    }

    @Test func `a disabled account stays shut, one person of the provider is one account, a link can be taken away`()
        async throws
    {
        let house = try await Self.house()
        try await Self.link(house)
        await #expect(throws: AccountsError(.takenLink, detail: "daqi")) {
            try await Self.link(house, "anquan")
        }
        try await SiteFixture.test(house.services) { site in
            let account = try #require(
                try await house.bureau.book.database.read { try AccountStore.account("daqi", in: $0) })
            try await house.bureau.book.record(
                AccountActions.change(
                    account, roles: account.roles, scope: account.scope, isDisabled: true, by: TestAccounts.manager))
            let answer5 = try await Self.walk(house, site)
            #expect(answer5.text.contains("已停用"))
            try await Self.link(house, to: nil)
            let answer6 = try await Self.walk(house, site)
            #expect(answer6.text.contains("还没有关联"))
        }
    }

    @Test(arguments: [
        ("issuer=http://sso.example", "项 issuer"), ("issuer=sso.example", "项 issuer"),
        ("issuer=https://user:word@sso.example", "项 issuer"), ("issuer", "1 行"), ("colour=red", "1 行"),
        ("issuer=https://a.example\nissuer=https://b.example", "2 行"), ("issuer=https://a.example", "项 address"),
    ])
    func `settings that cannot be right are refused with their line`(text: String, place: String) {
        #expect(throws: OpenIDError(.faultySettings, detail: place)) { try OpenIDSettings(text, site: nil) }
    }
}
