import Gateway
import Hummingbird
import Records
import Storage
import TestKit
import Testing

@testable import Site

struct CommandFlowTests {
    private static let page = "/devices/\(SiteFixture.device)/commands"

    private static func form(_ command: String, _ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("token", SiteFixture.token.text), ("act", "request"), ("command", command), ("reason", "核对<b>缺数</b>"),
            ("basis", "监测计划"),
        ] + more
    }

    @Test func `a command is put on record, listed with its state and can be withdrawn`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let answer = try await site.post(
                Self.page,
                Self.form("history-hours", [("p-begin", "2026-11-21T00:00"), ("p-end", "2026-11-21T05:00:00")]))
            #expect(answer.status == 303)
            let location = try #require(answer.headers[.location])
            let listed = try await site.get(location)
            #expect(listed.text.contains("已记入台账第"))
            #expect(listed.text.contains("2061 取小时历史数据") && listed.text.contains("等待下发"))
            #expect(listed.text.contains("开始 2026-11-21 00:00:00"))
            #expect(listed.text.contains("核对&lt;b&gt;缺数"))
            let command = try await bureau.book.database.read {
                try CommandStore.commands(of: SiteFixture.device, limit: 1, in: $0).first
            }
            let id = try #require(command).id
            #expect(command?.parameters == ["begin": "20261121000000", "end": "20261121050000"])
            let withdrawn = try await site.post(
                Self.page, [("token", SiteFixture.token.text), ("act", "withdraw"), ("id", id), ("reason", "误操作")])
            #expect(withdrawn.status == 303)
            let after = try await site.get(Self.page)
            #expect(after.text.contains("已撤回") && after.text.contains("撤回：误操作"))
        }
    }

    /// What is wrong, and words of the message that say how to mend it.
    private static let refusals: [(fields: [(String, String)], words: String)] = [
        (form("set-minute-interval", [("p-minutes", "10")]), "案件或任务编号"),
        (
            form(
                "sample",
                [("p-factor", "w01018"), ("matter", "1号"), ("noticeOn", "2026-11-23"), ("noticeManner", "电话")]),
            "告知日期（不晚于今天）"
        ),
        (form("set-password"), "案件或任务编号"),
        (form("read-serial", [("p-factor", "w01018;CN=3012")]), "参数“监测因子”"),
        (form("history-hours", [("p-begin", "2026-11-20T00:00"), ("p-end", "2026-11-21T05:00")]), "一次最多取 1 天"),
        (form("nonsense"), "没有命令“nonsense”"),
        ([("act", "request"), ("command", "read-clock"), ("reason", "r"), ("basis", "b")], "页面已过期"),
        ([("token", SiteFixture.token.text), ("act", "withdraw"), ("id", "0")], "没有这条命令"),
    ]

    @Test(arguments: refusals.indices)
    func `what the rules refuse is not recorded and says how to mend it`(index: Int) async throws {
        let refusal = Self.refusals[index]
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let answer = try await site.post(Self.page, refusal.fields)
            #expect(answer.status == 422)
            #expect(answer.text.contains(refusal.words))
            let commands = try await bureau.book.database.read {
                try CommandStore.commands(of: SiteFixture.device, limit: 9, in: $0)
            }
            #expect(commands.isEmpty)
        }
    }

    @Test func `what the gateway asks by itself is switched on and off on record`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let answer = try await site.post(
                Self.page, [("token", SiteFixture.token.text), ("act", "configure"), ("setting", "on")])
            #expect(answer.status == 303)
            let settings = try await bureau.book.database.read { try CommandStore.settings(in: $0) }
            #expect(!settings.asksForGaps && !settings.checksClocks && settings.setsClocks)
        }
    }

    @Test(arguments: [
        ("2026-11-22T08:00", CommandParameter.Kind.label, "20261122080000"),
        ("2026-11-22T08:00:05", .time, "20261122080005"), ("06:30", .clock, "063000"),
        ("2026-11-22T08:00&&", .time, "2026-11-22T08:00&&"), ("12", .whole(1...99), "12"),
    ])
    func `times of a browser become times of the protocol, and nothing else does`(
        text: String, kind: CommandParameter.Kind, sent: String
    ) {
        #expect(CommandAttempt.sent(text, as: kind) == sent)
    }
}
