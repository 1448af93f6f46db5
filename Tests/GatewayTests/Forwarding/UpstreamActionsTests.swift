import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Gateway

struct UpstreamActionsTests {
    private let fixture: ForwardingFixture

    init() async throws { fixture = try await ForwardingFixture() }

    private func stored() async throws -> UpstreamStore.Entry? {
        try await fixture.bureau.book.database.read { try UpstreamStore.upstream("city", in: $0) }
    }

    private func refusal(of upstream: Upstream, reason: String = "市局通知", person: String = "甲") async -> String? {
        do {
            try await fixture.bureau.book.record(
                UpstreamActions.set(
                    upstream, since: fixture.log.durableEnd, reason: reason, person: person,
                    by: ForwardingFixture.actor))
            return nil
        } catch let error as RecordsError {
            return error.field
        } catch {
            return "\(error)"
        }
    }

    @Test func `what is set is what stands there, and a rebuild gives the same`() async throws {
        let upstream = fixture.upstream(
            port: 9_000, devices: .numbers(["DE01", "DE02"]), numbers: ["DE01": "x1"],
            commands: Set(ForwardedCommand.allCases), form: .rewritten)
        try await fixture.set(upstream)
        #expect(try await stored()?.upstream == upstream)
        let before = try await fixture.bureau.dump()
        try await fixture.bureau.book.rebuild()
        #expect(try await fixture.bureau.dump() == before)
    }

    @Test func `a change keeps the beginning, a new start after a removal does not`() async throws {
        try await fixture.set(fixture.upstream(port: 9_000))
        let begin = try await stored()?.since
        try await fixture.receive(1)
        try await fixture.set(fixture.upstream(port: 9_001))
        #expect(try await stored()?.since == begin)
        try await fixture.bureau.book.record(
            UpstreamActions.remove("city", reason: "停用", person: "甲", by: ForwardingFixture.actor))
        #expect(try await stored() == nil)
        try await fixture.set(fixture.upstream(port: 9_001))
        #expect(try await stored()?.since == fixture.log.durableEnd)
    }

    @Test func `what cannot be served is refused and names the field`() async throws {
        let good = fixture.upstream(port: 9_000)
        #expect(await refusal(of: good, reason: "") == "reason")
        #expect(await refusal(of: good, person: "") == "person")
        #expect(await refusal(of: fixture.upstream("City!", port: 9_000)) == "id")
        #expect(await refusal(of: fixture.upstream(port: 0)) == "port")
        #expect(await refusal(of: fixture.upstream(port: 9_000, devices: .kinds([]))) == "devices")
        #expect(await refusal(of: fixture.upstream(port: 9_000, devices: .numbers(["A;B"]))) == "devices")
        #expect(await refusal(of: fixture.upstream(port: 9_000, commands: [])) == "commands")
        #expect(await refusal(of: fixture.upstream(port: 9_000, numbers: ["DE01": "X"])) == "form")
        let twice = ["DE01": "X1", "DE02": "x1"]
        #expect(await refusal(of: fixture.upstream(port: 9_000, numbers: twice, form: .rewritten)) == "numbersTwice")
        let broken = ["DE01": "X1;CN=1012"]
        #expect(await refusal(of: fixture.upstream(port: 9_000, numbers: broken, form: .rewritten)) == "numbers")
        #expect(try await stored() == nil)
        #expect(await refusal(of: good) == nil)
    }

    @Test func `who may not say what leaves the machine does not`() async throws {
        let stranger = Actor(id: "stranger", permissions: [RegistryActions.edit])
        await #expect(throws: RecordsError(.notPermitted, detail: "gateway.edit-upstreams")) {
            try await fixture.bureau.book.record(
                UpstreamActions.set(
                    fixture.upstream(port: 9_000), since: fixture.log.durableEnd, reason: "x", person: "x",
                    by: stranger))
        }
    }

    @Test func `passwords are read by platform, and a faulty line is named without its text`() throws {
        let passwords = try UpstreamPasswords("# 口令\n\ncity=a=b\n".replacing("a=b", with: "ab12"))
        #expect(passwords["city"] == "ab12" && passwords["province"] == nil)
        #expect("\(passwords)" == "1 passwords")
        let lines = try UpstreamPasswords("city=ab12\r\nprovince=cd34\r\n")
        #expect(lines["province"] == "cd34")
        for text in ["city", "=x", "city=", "city=1\ncity=2", "city=a;CN=1", "city=a b"] {
            #expect(throws: UpstreamPasswords.Fault.self, "\(text)") { try UpstreamPasswords(text) }
        }
    }
}
