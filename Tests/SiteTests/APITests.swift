import Casework
import Hummingbird
import Ledger
import Records
import TestKit
import Testing

@testable import Accounts
@testable import Site

/// The API answers what its document says, in pages that follow each other, and errors as JSON.
struct APITests {
    private static func json(_ answer: SiteClient.Answer) throws -> CanonicalValue {
        try CanonicalValue(canonical: answer.bytes)
    }

    @Test func `every resource of the document is served with the fields it declares and no others`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await MatterSamples.bring(into: bureau)
        try await SiteFixture.test(bureau) { site in
            for resource in APIResources.all {
                let page = try Self.json(try await site.get("/api/v1/\(resource.name)"))
                let items = try #require(page["items"]?.elements)
                #expect(!items.isEmpty, "\(resource.name)")
                for item in items {
                    #expect(Set(item.members?.keys.map(\.self) ?? []) == Set(resource.fields.map(\.name) + ["id"]))
                    let id = try #require(item["id"]?.text)
                    let one = try Self.json(
                        try await site.get("/api/v1/\(resource.name)/\(PercentCoding.encoded(id))"))
                    #expect(one == item)
                }
            }
        }
    }

    @Test func `pages follow each other without gap or repetition`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let whole = try Self.json(try await site.get("/api/v1/records?limit=200"))["items"]?.elements ?? []
            var seen: [CanonicalValue] = []
            var next: String?
            repeat {
                let after = next.map { "&after=\($0)" } ?? ""
                let page = try Self.json(try await site.get("/api/v1/records?limit=3\(after)"))
                seen += page["items"]?.elements ?? []
                next = page["next"]?.text
            } while next != nil
            #expect(seen == whole)
            #expect(Set(seen).count == seen.count)
        }
    }

    @Test func `a matter is told with its clocks and with what stands in the way of each next step`() async throws {
        let bureau = try await SiteFixture.bureau()
        let ids = try await MatterSamples.bring(into: bureau)
        try await SiteFixture.test(bureau) { site in
            let items = try Self.json(try await site.get("/api/v1/matters?procedure=PEN-GENERAL"))["items"]?.elements
            #expect(items?.compactMap { $0["id"]?.text } == ids.map(\.rawValue).sorted())
            let late = try Self.json(try await site.get("/api/v1/matters/\(ids[0].rawValue)"))
            let clock = try #require(late["clocks"]?.elements?.first)
            #expect(clock["clock"] == "办案期限" && clock["step"] == "督办" && clock["overdue"] == true)
            #expect(clock["deadline"] == "2026-10-30" && clock["left"] == -23 && clock["basis"] == "行政处罚法第60条")
            let resting = try Self.json(try await site.get("/api/v1/matters/\(ids[2].rawValue)"))
            #expect(resting["clocks"]?.elements?.first?["status"] == "paused")
            let first = try #require(late["offers"]?.elements?.first { $0["action"] == "调查取证" })
            #expect(first["obstacle"] == .null && first["roles"]?.elements?.contains("enforcement") == true)
            let next = try Self.json(try await site.get("/api/v1/matters/\(ids[1].rawValue)"))
            let step = try #require(next["offers"]?.elements?.first { $0["action"] == "调查终结" })
            #expect(step["obstacleCode"] == "stepMissing" && step["obstacle"]?.text?.contains("调查取证") == true)
            for (query, count) in [
                ("q=%E7%94%B2", 1), ("show=ended", 0), ("show=running&limit=2", 2),
                ("state=%E5%B7%B2%E7%AB%8B%E6%A1%88", 2),
                ("handler=x", 0), ("after=\(ids.map(\.rawValue).sorted()[0])", 2),
            ] {
                let page = try Self.json(try await site.get("/api/v1/matters?\(query)"))
                #expect(page["items"]?.elements?.count == count, "\(query)")
            }
        }
    }

    @Test func `what has not changed is not sent again`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let first = try await site.get("/api/v1/stations")
            let tag = try #require(first.headers[.eTag])
            #expect(try await site.get("/api/v1/stations", headers: [.ifNoneMatch: tag]).status == 304)
        }
    }

    @Test(arguments: [
        ("/api/v1/nothing", 404), ("/api/v1/stations/nothing", 404), ("/api/v1/stations?limit=0", 400),
        ("/api/v1/stations?limit=+5", 400), ("/api/v1/stations?what=1", 400), ("/api/v1/stations?limit=1&limit=2", 400),
        ("/api/v1/air-days?from=2026-13-01", 400),
        ("/api/v1/records?after=x", 400), ("/api/v1/records/01", 404),
    ])
    func `a fault is told to programs as JSON with a code, in Chinese`(path: String, status: Int) async throws {
        try await SiteFixture.test(try await SiteFixture.emptyBureau()) { site in
            let answer = try await site.get(path)
            #expect(answer.status == status)
            #expect(answer.headers[.contentType]?.hasPrefix("application/problem+json") == true)
            let problem = try Self.json(answer)
            #expect(problem["status"]?.integer == Int64(status))
            #expect(problem["code"]?.text?.isEmpty == false)
            #expect(problem["title"]?.text?.isEmpty == false)
        }
    }

    @Test func `a token does what its owner chose and may, until it is taken back`() async throws {
        let bureau = try await SiteFixture.peopledBureau()
        let desk = try TestAccounts.desk(of: bureau.book)
        try await TestAccounts.open("anquan", ["security-administrator"], at: desk, bureau.book)
        let given = try await TestAccounts.open("shenhe", ["monitoring-reviewer"], at: desk, bureau.book)
        let session = try await desk.signIn(
            SignInAttempt(login: "shenhe", password: given, code: nil, source: "", agent: ""))
        var visitor = try #require(try await desk.visitor(with: session))
        _ = try await desk.changePassword(of: visitor, from: given, to: "Qing-heng-2026")
        visitor = try #require(try await desk.visitor(with: session))
        let person = visitor
        await #expect(throws: RecordsError.self) {
            _ = try await desk.issueToken(to: person, title: "x", rights: [.viewAudit], days: 1)
        }
        let token = try await desk.issueToken(to: visitor, title: "采集程序", rights: [.viewMonitoring], days: 2)
        let services = try SiteFixture.services(bureau, desk: desk)
        try await SiteFixture.test(services) { (site: SiteClient) async throws in
            let headers: HTTPFields = [.authorization: "Bearer \(token)"]
            #expect(try await site.get("/api/v1/stations", headers: headers).status == 200)
            #expect(try await site.get("/api/v1/records", headers: headers).status == 403)
            #expect(try await site.get("/api/v1/stations").status == 401)
            #expect(try await site.get("/api/v1/stations", headers: [.authorization: "Bearer x"]).status == 401)
            bureau.clock.advance(seconds: 2 * 86_400)
            #expect(try await site.get("/api/v1/stations", headers: headers).status == 401)
        }
        let other = try await desk.issueToken(to: visitor, title: "另一个", rights: [.viewMonitoring], days: 2)
        let id = try #require(try await desk.tokens(of: "shenhe").first { $0.title == "另一个" }?.id)
        #expect(try await desk.program(with: other, from: "") != nil)
        try await desk.revokeToken(id, of: "shenhe", by: visitor.actor)
        #expect(try await desk.program(with: other, from: "") == nil)
    }
}
