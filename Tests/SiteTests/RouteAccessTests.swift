import Hummingbird
import HummingbirdTesting
import Logging
import Records
import Registry
import Standards
import TestKit
import Testing

@testable import Accounts
@testable import Site

/// No page without a right: every route, every role, and what is not theirs.
struct RouteAccessTests {
    private static let password = "Qing-heng-2026"
    private static let cookie = "qingheng-session"

    /// A bureau with data, one account for each role that needs no second factor to look at pages, and their sessions.
    private struct House {
        let bureau: TestBureau
        let desk: SignInDesk
        let rules: AccountRules
        /// By role: the token of a session.
        let tokens: [String: String]
    }

    private static func house() async throws -> House {
        let bureau = try await SiteFixture.peopledBureau()
        let desk = try TestAccounts.desk(of: bureau.book)
        let rules = try AccountRules(bureau.catalog, on: SiteFixture.day)
        var tokens: [String: String] = [:]
        let ordered = rules.roles.sorted { $0.administrator == .security && $1.administrator != .security }
        for role in ordered {
            let scope = role.isAssigned ? DataScope(objects: ["A1"]) : DataScope()
            let given = try await TestAccounts.open(role.id, [role.id], scope: scope, at: desk, bureau.book)
            tokens[role.id] = try await settle(role.id, given, at: desk, bureau)
        }
        return House(bureau: bureau, desk: desk, rules: rules, tokens: tokens)
    }

    /// Signs in, changes the password, sets up a second factor: whatever must be done first.
    private static func settle(
        _ login: String, _ given: String, at desk: SignInDesk, _ bureau: TestBureau
    ) async throws -> String {
        let token = try await desk.signIn(
            SignInAttempt(login: login, password: given, code: nil, source: "", agent: ""))
        var visitor = try #require(try await desk.visitor(with: token))
        #expect(try await desk.changePassword(of: visitor, from: given, to: password) == nil)
        visitor = try #require(try await desk.visitor(with: token))
        if visitor.duty == .setUpFactor {
            let seed = OneTimeCode.seed()
            let step = bureau.clock.milliseconds / 1_000 / OneTimeCode.stepSeconds
            try await desk.setUpFactor(of: visitor, seed: seed, code: OneTimeCode.code(of: seed, step: step))
        }
        return token
    }

    /// An address of a route, with captures that exist, or with foreign ones.
    private static func path(of route: SiteRoute, captures: [String: String]) -> String {
        var path = route.rawValue
        for (name, value) in captures { path = path.replacing("{\(name)}", with: value) }
        return path.replacing("**", with: "x").replacing(/\{[a-z]+\}/, with: "1")
    }

    private static let captures = [
        "station": "A1", "date": "2026-11-21", "hour": "7", "section": "断面一", "outlet": "DA001", "report": "air-daily",
        "period": "2026-11-21", "figure": "air.day.aqi", "address": "0", "mn": SiteFixture.device, "place": "A1",
        "month": "2026-11", "item": "w01018",
    ]

    private static func test(
        _ house: House, _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let services = try SiteFixture.services(house.bureau, desk: house.desk)
        let application = Application(router: try buildRouter(services), logger: logger)
        try await application.test(.router, body)
    }

    private static func headers(_ token: String?) -> HTTPFields {
        token.map { [.cookie: "\(cookie)=\($0)"] } ?? [:]
    }

    @Test func `every route asks who comes, and lets in the roles that have its right and no others`() async throws {
        let house = try await Self.house()
        try await Self.test(house) { client in
            for route in SiteRoute.allCases {
                let path = Self.path(of: route, captures: Self.captures).addingPercents
                let stranger = try await client.execute(uri: path, method: .get, headers: [:])
                let isOpen = if case .enter = route.access.answer(to: .nobody) { true } else { false }
                // A route without a page for GET tells nobody anything either.
                let isTurnedAway =
                    stranger.status == .seeOther && stranger.headers[.location]?.hasPrefix("/sign-in") == true
                #expect(
                    isOpen || isTurnedAway || stranger.status == .notFound
                        || route.isAPI && stranger.status == .unauthorized, "\(route) \(stranger.status)")
                for role in house.rules.roles {
                    let answer = try await client.execute(
                        uri: path, method: .get, headers: Self.headers(house.tokens[role.id]))
                    let may = Self.mayEnter(route, role)
                    let isRefused = [.forbidden, .unauthorized].contains(answer.status)
                    #expect(answer.status.code < 500, "\(route) as \(role.id): \(answer.status)")
                    if !may {
                        let isHidden = answer.status == .notFound || route == .morning && answer.status == .seeOther
                        #expect(isRefused || isHidden, "\(route) as \(role.id): \(answer.status)")
                    } else {
                        #expect(!isRefused, "\(route) as \(role.id): \(answer.status)")
                    }
                }
            }
        }
    }

    /// What the declarations say, worked out another way than the router does.
    private static func mayEnter(_ route: SiteRoute, _ role: Role) -> Bool {
        let rights = Permission.views.filter { right in
            if case .enter = route.access.answer(to: .signedIn(visitor(with: [right]))) { true } else { false }
        }
        let isOwn = if case .enter = route.access.answer(to: .signedIn(visitor(with: []))) { true } else { false }
        return isOwn
            || !rights.isDisjoint(with: role.rights) && (!role.isAssigned || route.subject != nil || route.limitsItself)
    }

    private static func visitor(with rights: Set<Permission>) -> SignedIn {
        SignedIn(
            session: Session(
                id: "", login: "x", opened: 0, used: 0, source: "", agent: "", hasFactor: true),
            account: Account(login: "x", person: "", roles: [], scope: DataScope(), isDisabled: false, record: 1),
            person: Person(id: "", unit: "", post: "", certificates: [], record: 1, name: "x", phone: nil),
            roles: [
                Role(
                    id: "x", title: "x", rights: rights, administrator: nil, needsSecondFactor: false, isAssigned: false
                )
            ],
            actor: Actor(id: "x", permissions: rights), duty: nil, formWord: "")
    }

    @Test func `who sees only some points sees no other, not even that it exists`() async throws {
        let house = try await Self.house()
        try await Self.test(house) { client in
            let token = house.tokens["town"]
            for (path, status) in [
                ("/air/stations/A1", HTTPResponse.Status.ok), ("/air/stations/A2", .notFound),
                ("/air/stations/none", .notFound),
                ("/air/stations", .notFound), ("/mine", .ok),
            ] {
                let answer = try await client.execute(uri: path, method: .get, headers: Self.headers(token))
                #expect(answer.status == status, "\(path)")
            }
            let first = try await client.execute(uri: "/", method: .get, headers: Self.headers(token))
            #expect(first.headers[.location] == "/mine")
        }
    }

    @Test func `a form needs the word of its own session, whatever its sender may do`() async throws {
        let house = try await Self.house()
        try await Self.test(house) { client in
            var headers = Self.headers(house.tokens["security-administrator"])
            headers[.origin] = "http://localhost"
            headers[.contentType] = "application/x-www-form-urlencoded"
            let other = try #require(try await house.desk.visitor(with: house.tokens["director"] ?? ""))
            for word in ["", "token=\(other.formWord)", "token=\(SiteFixture.token.text)"] {
                let answer = try await client.execute(
                    uri: "/people", method: .post, headers: headers,
                    body: ByteBuffer(string: word + "&name=x&login=xyz"))
                #expect(answer.status == .forbidden)
            }
        }
    }

    @Test func `signing in goes to where one wanted to go, and never to another site`() {
        #expect(SignInRoutes.address("/air/stations/A1?date=2026-11-21") == "/air/stations/A1?date=2026-11-21")
        for next in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/sign-in?next=/", "/a\nb"] {
            #expect(SignInRoutes.address(next) == "/")
        }
    }
}

extension String {
    var addingPercents: String {
        utf8.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "%" + String($0, radix: 16, uppercase: true) }.joined()
    }
}
