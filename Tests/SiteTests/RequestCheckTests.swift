import HTTPTypes
import Hummingbird
import Testing

@testable import Site

struct RequestCheckTests {
    private static let form = [
        ("token", SiteFixture.token.text), ("hour", "2026-11-21T07"), ("item", "pm10"), ("reviewer", "甲"),
        ("decision", "accept"),
    ]

    @Test(arguments: [
        "http://evil.example", "null", "https://localhost.evil.example", "http://localhost:81", "http://127.0.0.1",
    ])
    func `a form of another origin is refused`(origin: String) async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.post("/air/stations/A1/hours/2026-11-21/7", Self.form, origin: origin)
            #expect(answer.status == 403)
            #expect(answer.text.contains("没有接受这次提交"))
        }
    }

    @Test func `a form without origin and referer is refused`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.post("/air/stations/A1/hours/2026-11-21/7", Self.form, origin: nil)
            #expect(answer.status == 403)
        }
    }

    @Test func `a form larger than any of ours is refused`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let note = String(repeating: "x", count: 300_000)
            let answer = try await site.post("/air/stations/A1/hours/2026-11-21/7", Self.form + [("note", note)])
            #expect(answer.status == 413)
        }
    }

    @Test func `a name that is not of this machine is turned away`() async throws {
        let field = try #require(HTTPField.Name("Host"))
        try await SiteFixture.test(try await SiteFixture.emptyBureau()) { site in
            let answer = try await site.get("/", headers: [field: "rebind.example:8080"])
            #expect(answer.status == 421)
            #expect(answer.text.contains("127.0.0.1"))
        }
    }

    @Test(arguments: [
        ("localhost", true), ("localhost:8080", true), ("127.0.0.1:8080", true), ("127.8.9.1", true),
        ("[::1]:80", true),
        ("LOCALHOST", true), ("localhost.example", false), ("127.0.0.1.example", false), ("127.0.0.256", false),
        ("127.1", false), ("10.0.0.1", false), ("[::2]", false), ("", false), ("0.0.0.0", false),
    ])
    func `only names and addresses of the machine itself are its own`(authority: String, isOwn: Bool) {
        #expect(RequestHost(authority: authority.lowercased()).isLoopback == isOwn)
    }

    @Test func `every answer carries the policy, also errors`() async throws {
        try await SiteFixture.test(try await SiteFixture.emptyBureau()) { site in
            for path in ["/", "/nothing", "/assets/qingheng.css"] {
                let headers = try await site.get(path).headers
                #expect(headers[.contentSecurityPolicy] == SecurityHeaders.policy, "\(path)")
                #expect(headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[try #require(HTTPField.Name("Referrer-Policy"))] == "same-origin")
            }
            #expect(try await site.get("/").headers[.cacheControl] == "no-store")
        }
    }

    @Test func `assets are kept by browsers only under the address of their version`() async throws {
        let version = try SiteAssets().version
        try await SiteFixture.test(try await SiteFixture.emptyBureau()) { site in
            let current = try await site.get("/assets/qingheng.css?v=\(version)")
            #expect(current.status == 200 && current.headers[.cacheControl]?.contains("immutable") == true)
            let plain = try await site.get("/assets/qingheng.css")
            #expect(plain.headers[.cacheControl] == "no-cache")
            let tag = try #require(plain.headers[.eTag])
            #expect(try await site.get("/assets/qingheng.css", headers: [.ifNoneMatch: tag]).status == 304)
            #expect(try await site.get("/").text.contains("/assets/qingheng.css?v=\(version)"))
            for path in ["../SiteRouter.swift", "%2e%2e/SiteRouter.swift", "..%2fSiteRouter.swift"] {
                #expect(try await site.get("/assets/\(path)").status == 404, "\(path)")
            }
        }
    }
}
