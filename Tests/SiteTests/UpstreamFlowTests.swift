import Foundation
import Gateway
import Hummingbird
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Site

struct UpstreamFlowTests {
    private static let form: [(String, String)] = [
        ("token", SiteFixture.token.text), ("id", "province"), ("name", "省平台<b>"), ("host", "10.0.0.9"),
        ("port", "9001"), ("scope", "kinds"), ("kind", "station"), ("kind", "outlet"), ("devices", ""),
        ("numbers", "de01=HB01\r\n\r\nDE02 = HB02"), ("command", "2011"), ("command", "2061"),
        ("form", "rewritten"), ("answering", "yes"), ("reason", "省厅要求"), ("person", "乙"), ("decision", "set"),
    ]

    private static func form(_ changes: [String: String]) -> [(String, String)] {
        form.map { ($0.0, changes[$0.0] ?? $0.1) }
    }

    private func stored(_ bureau: TestBureau, _ id: String = "province") async throws -> UpstreamStore.Entry? {
        try await bureau.book.database.read { try UpstreamStore.upstream(id, in: $0) }
    }

    @Test func `a platform that is added stands on record as the form says and gets what comes from now on`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let answer = try await site.post("/upstreams", Self.form)
            #expect(answer.status == 303)
            let page = try await site.get(try #require(answer.headers[.location]))
            #expect(page.text.contains("province 已记入台账"))
            #expect(page.text.contains("省平台&lt;b&gt;") && !page.text.contains("省平台<b>"))
        }
        let entry = try #require(try await stored(bureau))
        #expect(
            entry.upstream
                == Upstream(
                    id: "province", name: "省平台<b>", host: "10.0.0.9", port: 9_001,
                    devices: .kinds([.station, .outlet]), numbers: ["DE01": "HB01", "DE02": "HB02"],
                    commands: [.realtimeData, .hourData], form: .rewritten, isAnswering: true))
        #expect(entry.since == bureau.book.archive.packets.durableEnd)
    }

    @Test(arguments: [
        (["port": "x"], "端口应是 1—65535 的数"), (["reason": ""], "事由要写明"), (["person": ""], "经办人要填写"),
        (["numbers": "DE01"], "设备号对照“DE01”不成立"), (["numbers": "A=X\nB=x"], "两台设备用了同一个对方设备号"),
        (["form": "as-received"], "原样转发不能改设备号"), (["scope": "numbers"], "设备范围要选择"),
        (["id": "city"], "已有上级平台使用"), (["id": "A B"], "只能用小写字母"), (["token": "x"], "页面已过期"),
    ])
    func `a form that cannot be kept comes back with its content and the way to mend it`(
        changes: [String: String], words: String
    ) async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let answer = try await site.post("/upstreams", Self.form(changes))
            #expect(answer.status == 422)
            #expect(answer.text.contains(words), "\(words)")
            #expect(answer.text.contains("value=\"10.0.0.9\""))
        }
        #expect(try await stored(bureau) == nil)
        #expect(try await stored(bureau, "city")?.upstream == SiteFixture.upstream)
    }

    @Test func `a platform is changed and removed on its page, with a reason each time`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let changed = try await site.post("/upstreams/city", Self.form(["name": "新市平台"]))
            #expect(changed.status == 303)
            #expect(try await stored(bureau, "city")?.upstream.name == "新市平台")
            let token = ("token", SiteFixture.token.text)
            let silent = try await site.post("/upstreams/city", [token, ("decision", "remove"), ("person", "乙")])
            #expect(silent.status == 422 && silent.text.contains("事由要写明") && silent.text.contains("新市平台"))
            #expect(try await stored(bureau, "city") != nil)
            let removed = try await site.post(
                "/upstreams/city", [token, ("decision", "remove"), ("reason", "停用"), ("person", "乙")])
            #expect(removed.status == 303)
            #expect(try await stored(bureau, "city") == nil)
            #expect(try await site.get("/upstreams").text.contains("没有任何报文离开本机"))
        }
    }

    @Test func `a platform that cannot be reached shows since when, how much waits, and what to do`() async throws {
        let bureau = try await SiteFixture.bureau()
        let board = try await ForwardedBureau.board(of: bureau)
        try await SiteFixture.test(bureau, forwarding: board) { site in
            let text = try await site.get("/upstreams").text
            #expect(text.contains("重连中") && text.contains("连接不上对方地址"))
            #expect(text.contains("9 个报文"), "nine packets of the outlet wait")
        }
    }
}
