import Foundation
import Hummingbird
import Ledger
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Accounts
@testable import Site

/// Who sees only some sources sees no other anywhere: not in lists, not by address, not in files, not through the API.
struct SourceRangeTests {
    private static let password = "Qing-heng-2026"
    private static let seed: UInt64 = 20_261_127

    /// A source with what decides who sees it.
    private struct Made {
        let id: String
        let kind: String
        var town: String?
        var enterprise: String?
    }

    /// Somebody with what they are to see, worked out without the register.
    private struct Person {
        let login: String
        let role: String
        let scope: DataScope
        let sees: (Made) -> Bool
    }

    private static func register(
        _ kind: String, _ values: [String: String], in bureau: TestBureau
    ) async throws -> String {
        let id = SourceID.mint()
        let rule = try SourceKind.inForce(kind, in: bureau.catalog, on: SiteFixture.day)
        var values = values
        // Machines move about.
        if rule.field("location") != nil { values["location"] = "117.1,39.1 WGS84" }
        try await bureau.book.record(
            SourceActions.register(
                id, rule, SourceDraft(values: values), from: .person(basis: ""), decides: true, by: SiteFixture.actor))
        let attach = SourceAttachmentActions.attach(
            try bureau.book.archive.attachments.store(Array("%PDF-1.4".utf8)), form: .pdf, size: 8, named: "证.pdf",
            note: "", to: id.rawValue, rule, by: SiteFixture.actor)
        _ = try await bureau.book.record(attach)
        return id.rawValue
    }

    private static func fill(_ bureau: TestBureau) async throws -> (towns: [String], made: [Made]) {
        var chance = SeededGenerator(seed: seed)
        var towns: [String] = []
        var made: [Made] = []
        for (name, code) in [("东镇", "120111101"), ("西镇", "120111102")] {
            let id = try await register("town", ["name": name, "code": code], in: bureau)
            towns.append(id)
            made.append(Made(id: id, kind: "town"))
        }
        for number in 0..<6 {
            let town = [towns[0], towns[1], nil].randomElement(using: &chance) ?? nil
            var values = ["name": "甲\(number)厂"]
            values["town"] = town
            made.append(
                Made(id: try await register("enterprise", values, in: bureau), kind: "enterprise", town: town))
        }
        let enterprises = made.filter { $0.kind == "enterprise" }
        for number in 0..<12 {
            let kind = ["outlet", "machine", "radiation-source", "risk-source"][number % 4]
            let owner = Bool.random(using: &chance) ? enterprises.randomElement(using: &chance)?.id : nil
            var values = ["name": "乙\(number)号"]
            values["enterprise"] = owner
            var one = Made(id: "", kind: kind, enterprise: owner)
            if kind == "risk-source", Bool.random(using: &chance) {
                one.town = towns.randomElement(using: &chance)
                values["town"] = one.town
            }
            let id = try await register(kind, values, in: bureau)
            made.append(Made(id: id, kind: kind, town: one.town, enterprise: owner))
        }
        return (towns, made)
    }

    private static func people(_ towns: [String], _ made: [Made]) -> [Person] {
        let enterprises = Dictionary(made.map { ($0.id, $0) }) { first, _ in first }
        func isIn(_ town: String, _ one: Made) -> Bool {
            one.id == town || one.town == town || one.enterprise.map { enterprises[$0]?.town == town } ?? false
        }
        func isOpen(_ one: Made) -> Bool { one.kind != "radiation-source" }
        let own = made.first { one in one.kind == "enterprise" && made.contains { $0.enterprise == one.id } }?.id ?? ""
        let point = made.first { $0.kind == "outlet" }?.id ?? ""
        return [
            Person(login: "east", role: "town", scope: DataScope(towns: ["东镇"])) { isOpen($0) && isIn(towns[0], $0) },
            Person(login: "west", role: "town", scope: DataScope(towns: ["120111102"])) {
                isOpen($0) && isIn(towns[1], $0)
            },
            Person(login: "owner", role: "enterprise", scope: DataScope(objects: [own])) {
                isOpen($0) && ($0.id == own || $0.enterprise == own)
            },
            Person(login: "contractor", role: "maintainer", scope: DataScope(objects: [point])) { $0.id == point },
            Person(login: "nowhere", role: "town", scope: DataScope(towns: ["没有的镇"])) { _ in false },
            Person(login: "director", role: "director", scope: DataScope()) { _ in true },
            Person(login: "reviewer", role: "monitoring-reviewer", scope: DataScope(), sees: isOpen),
        ]
    }

    private static func cookie(_ person: Person, at desk: SignInDesk, _ bureau: TestBureau) async throws -> HTTPFields {
        let given = try await TestAccounts.open(
            person.login, [person.role], scope: person.scope, at: desk, bureau.book)
        let token = try await desk.signIn(
            SignInAttempt(login: person.login, password: given, code: nil, source: "", agent: ""))
        let visitor = try #require(try await desk.visitor(with: token))
        #expect(try await desk.changePassword(of: visitor, from: given, to: password) == nil)
        return [.cookie: "\(SessionCookie.name)=\(token)"]
    }

    /// The ids of the sources whose addresses stand in a text.
    private static func ids(in text: String) -> Set<String> {
        Set(text.matches(of: #/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/#).map { String($0.0) })
    }

    /// What the API names, all pages of it.
    private static func listed(
        _ site: SiteClient, _ resource: String, _ member: String, _ headers: HTTPFields
    ) async throws -> Set<String> {
        var found: Set<String> = []
        var next: String?
        repeat {
            let after = next.map { "&after=\(PercentCoding.encoded($0))" } ?? ""
            let answer = try await site.get("/api/v1/\(resource)?limit=7\(after)", headers: headers)
            let page = try CanonicalValue(canonical: answer.bytes)
            for item in page["items"]?.elements ?? [] {
                let isNew = found.insert(item[member]?.text ?? "").inserted
                if member == "id" { #expect(isNew) }
            }
            next = page["next"]?.text
        } while next != nil
        return found
    }

    @Test func `lists, pages, files and the API show what lies in a range, all of it and nothing else`() async throws {
        let bureau = try await SiteFixture.peopledBureau()
        let (towns, made) = try await Self.fill(bureau)
        let desk = try TestAccounts.desk(of: bureau.book)
        try await TestAccounts.open("anquan", ["security-administrator"], at: desk, bureau.book)
        let people = Self.people(towns, made)
        var cookies: [HTTPFields] = []
        for person in people { cookies.append(try await Self.cookie(person, at: desk, bureau)) }
        let all = Set(made.map(\.id))
        let services = try SiteFixture.services(bureau, desk: desk)
        let expected = people.map { person in Set(made.filter(person.sees).map(\.id)) }
        let kinds = Set(made.map(\.kind)).sorted()
        let (logins, headers, scoped) = (people.map(\.login), cookies, people.map { !$0.scope.isEmpty })
        let kindOf = Dictionary(made.map { ($0.id, $0.kind) }) { first, _ in first }
        // The first three are enough: one attachment is like another.
        let papers = try await bureau.book.database.read { connection in
            try made.prefix(3).map { one in
                (one.id, try SourceAttachmentStore.attachments(of: [one.id], in: connection).first?.sequence ?? 0)
            }
        }
        try await SiteFixture.test(services) { site in
            for (place, login) in logins.enumerated() {
                let (mine, cookie) = (expected[place], headers[place])
                for id in all {
                    let wanted = mine.contains(id) ? 200 : 404
                    for path in ["/source/\(id)/fields/name", "/api/v1/sources/\(id)"] {
                        #expect(try await site.get(path, headers: cookie).status == wanted, "\(login) \(path)")
                    }
                }
                for (id, record) in papers {
                    let answer = try await site.get("/source/\(id)/attachments/\(record)", headers: cookie)
                    #expect(answer.status == (mine.contains(id) ? 200 : 404), "\(login)")
                }
                for kind in kinds {
                    let points = try await site.get("/map/sources/\(kind)", headers: cookie)
                    let mapped = mine.filter { kindOf[$0] == kind && kind != "machine" }
                    #expect(all.intersection(Self.ids(in: points.text)) == mapped, "\(login) \(kind)")
                    let wanted = mine.filter { kindOf[$0] == kind }
                    let list = try await site.get("/sources/\(kind)", headers: cookie)
                    let csv = try await site.get("/sources/\(kind)/list.csv", headers: cookie)
                    let mayKind = kind != "radiation-source" || login == "director"
                    #expect(list.status == (mayKind ? 200 : 403) && csv.status == list.status, "\(login) \(kind)")
                    let rows = list.text.components(separatedBy: "<tbody>").last ?? ""
                    #expect(Self.ids(in: rows).isSubset(of: all.intersection(mine)), "\(login) \(kind)")
                    if mayKind {
                        // Who sees everything sees the objects of the fixture besides.
                        let isWhole = !scoped[place]
                        #expect(isWhole || list.text.contains("共 \(wanted.count) "), "\(login) \(kind)")
                        let named = csv.text.split(whereSeparator: \.isNewline).dropFirst(2).compactMap { line in
                            Self.ids(in: String(line.split(separator: ",").last ?? "")).first
                        }
                        #expect(all.intersection(named) == wanted, "\(login) \(kind)")
                    }
                }
                // An address can name any town; the page calls by name only what its reader may see.
                let foreign = towns.first { !mine.contains($0) }
                if let foreign {
                    let list = try await site.get("/sources/enterprise?f.town=\(foreign)", headers: cookie)
                    #expect(!list.text.contains("街镇为东镇") && !list.text.contains("街镇为西镇"), "\(login)")
                }
                let told = try await Self.listed(site, "sources", "id", cookie)
                #expect(told.intersection(all) == mine, "\(login)")
                let events = try await Self.listed(site, "source-events", "source", cookie)
                #expect(events.intersection(all) == mine, "\(login)")
            }
        }
    }

    @Test func `a page names no source beside it that its reader may not open`() async throws {
        let bureau = try await SiteFixture.peopledBureau()
        let (towns, made) = try await Self.fill(bureau)
        let desk = try TestAccounts.desk(of: bureau.book)
        try await TestAccounts.open("anquan", ["security-administrator"], at: desk, bureau.book)
        let people = Self.people(towns, made)
        for person in people where person.role != "director" {
            let cookie = try await Self.cookie(person, at: desk, bureau)
            let mine = Set(made.filter(person.sees).map(\.id))
            let (others, services) = (
                Set(made.map(\.id)).subtracting(mine), try SiteFixture.services(bureau, desk: desk)
            )
            try await SiteFixture.test(services) { site in
                for id in mine {
                    let page = try await site.get("/source/\(id)", headers: cookie)
                    for other in others { #expect(!page.text.contains("/source/\(other)")) }
                }
            }
        }
    }
}
