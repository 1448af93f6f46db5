import Gateway
import HJ212
import Hummingbird
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// The screen by which devices are registered.
struct AdoptionTests {
    private static let mn = "DE00000000000000000000E9"

    private let bureau: TestBureau

    init() async throws {
        bureau = try await SiteFixture.bureau()
        try await receive(hours: 0...4)
    }

    /// Hours of 2026-11-21 from a device that nobody registered; NOx is above the limit of 50 in all of them.
    private func receive(hours: ClosedRange<Int>) async throws {
        let entries = try hours.map { hour in
            var writer = PacketWriter(
                qn: "2026112208300000\(hour)", systemType: .airSource, command: .hourData, password: "secret",
                mn: Self.mn, flag: PacketFlag(version: .v2025, wantsAnswer: true))
            writer.add(["DataTime": "202611210\(hour)0000"])
            writer.add(code: "a21002", [(.average, "40.0"), (.convertedAverage, "6\(hour).5"), (.flag, "N")])
            writer.add(code: "a34004", [(.average, "35"), (.flag, "N")])
            writer.add(code: "zz9<b>", [(.average, "1"), (.flag, "N")])
            return PacketEntry(
                receivedMilliseconds: SiteFixture.now.secondsSince1970 * 1_000, peer: "10.0.0.9:5000",
                verdict: PacketVerdict.accepted.rawValue, raw: try writer.frame())
        }
        _ = try await bureau.book.archive.packets.append(entries)
        try await bureau.projectAllPackets()
    }

    @Test func `the form of a registered device shows what it sent last, for whoever changes its registration`()
        async throws
    {
        try await SiteFixture.test(bureau) { site in
            let text = try await site.get("/adoption/\(SiteFixture.device)").text
            #expect(text.contains("2061 小时数据 9 个") && text.contains("最近 9 个报文"))
            #expect(text.contains("2026-11-21 20:01:40") && text.contains("HJ 212—2017"))
            // The newest value of the code that it is bound with.
            #expect(text.contains("<td class=\"num\">40.0 "))
        }
    }

    private func form(
        follows: Int64 = 0, object: String = "DA001", _ changes: [String: String] = [:],
        codes: [(code: String, item: String)] = [("a21002", "nox"), ("a34004", ""), ("zz9<b>", "")]
    ) -> [(String, String)] {
        var fields = [
            "token": SiteFixture.token.text, "follows": "\(follows)", "object": object, "owner": "甲厂",
            "ownership": "enterprise", "dialect": "2025", "minutes": "10", "hours": "1", "realtime": "30",
            "acceptedOn": "2026-01-05", "filedOn": "2026-02-01", "keyID": "",
        ]
        for (name, value) in changes { fields[name] = value }
        return fields.map { ($0.key, $0.value) }
            + codes.flatMap { code, item in
                [
                    ("code", code), ("item", item), ("power", "0"), ("analyser", item.isEmpty ? "" : "甲型"),
                    ("serial", ""), ("low", item.isEmpty ? "" : "0"), ("high", item.isEmpty ? "" : "300"),
                    ("unit", "mg/m³"),
                ]
            }
    }

    private var bindings: [DeviceBinding] {
        get async throws {
            try await bureau.book.database.read { try RegistryStore.bindings(of: Self.mn, in: $0) }
        }
    }

    @Test func `a device that sends and is not registered is listed with what its packets tell`() async throws {
        try await SiteFixture.test(bureau) { site in
            let list = try await site.get("/adoption").text
            for words in [
                Self.mn, "1 台设备在发送", "HJ 212—2025", "2061 小时数据", "氮氧化物", "10.0.0.9", "（0%）", "/adoption/\(Self.mn)",
            ] { #expect(list.contains(words), "\(words)") }
            let form = try await site.get("/adoption/\(Self.mn.lowercased())").text
            for words in [
                "登记设备", "甲厂 1号烟囱（DA001）", "value=\"2025\" selected", "value=\"nox\"", "标准单位为 ng/m³", "标准中没有此编码",
                "zz9&lt;b&gt;",
            ] { #expect(form.contains(words), "\(words)") }
            #expect(!form.contains("zz9<b>"))
            let morning = try await site.get("/").text
            #expect(morning.contains("1 台设备在发送，尚未登记"))
        }
    }

    @Test func `a registered device is on record and its waiting packets are read`() async throws {
        try await SiteFixture.test(bureau) { [bureau] site in
            let answer = try await site.post("/adoption/\(Self.mn)", form())
            #expect(answer.status == 303)
            let place = try #require(answer.headers[.location])
            let shown = try await site.get(place).text
            #expect(shown.contains("等待的 5 个报文已读成数据"))
            #expect(try await site.get("/adoption").text.contains("没有未登记的设备在发送"))
            let binding = try #require(try await bindings.first)
            #expect(binding.object == "DA001" && binding.settings.dialect == "2025")
            #expect(binding.settings.acceptedOn == CivilDate("2026-01-05"))
            #expect(
                binding.channels == [
                    DeviceChannel(
                        code: "a21002", item: "nox", analyser: "甲型",
                        range: MeasuringRange(low: "0", high: "300", unit: "mg/m³"))
                ])
            let readings = try await bureau.book.database.read {
                try ReadingStore.versions(
                    of: "DA001", at: Instant(beijing: SiteFixture.day, hour: 2), seconds: 3_600, in: $0)
            }
            #expect(readings.map(\.series.item).sorted() == ["nox", "nox-zs"])
            // Hours 1–5 of the new device beside 14–17 of the other one.
            #expect(try await site.get("/leads").text.contains("<td class=\"num\">9</td>"))
        }
    }

    @Test func `without a date of 验收 the hours are shown and serve no lead, and count when the date is there`()
        async throws
    {
        try await SiteFixture.test(bureau) { site in
            _ = try await site.post("/adoption/\(Self.mn)", form(["acceptedOn": ""]))
            var leads = try await site.get("/leads").text
            #expect(leads.contains("<td class=\"num\">4</td>"))
            #expect(leads.contains("设备未验收的小时，不列为线索：甲厂 1号烟囱 5 小时"))
            let lead = try await site.get("/leads/DA001/2026-11-21").text
            #expect(lead.contains("N 正常，未验收"))
            let sequence = try #require(try await bindings.last?.sequence)
            let answer = try await site.post(
                "/adoption/\(Self.mn)", form(follows: sequence, ["acceptedOn": "2026-11-21"]))
            #expect(answer.status == 303)
            leads = try await site.get("/leads").text
            #expect(leads.contains("<td class=\"num\">9</td>") && !leads.contains("设备未验收的小时"))
        }
    }

    @Test(
        arguments: [
            (["token": "x"], "页面已过期"), (["object": ""], "没有选择监测对象"), (["object": "NONE"], "没有登记的对象“NONE”"),
            (["object": "T1"], "没有登记的对象“T1”"), (["ownership": "x"], "没有选择设备属于谁"),
            (["minutes": "7"], "能整除 60"), (["minutes": "zehn"], "不是 1—60 的分钟数"), (["hours": "5"], "能整除 24"),
            (["realtime": "9999"], "0—3600 秒"), (["acceptedOn": "2026-11-23"], "在今天之后"),
            (["acceptedOn": "2026-13-01"], "不是日期"), (["filedOn": "2027-01-01"], "在今天之后"),
            (["follows": "1"], "刚被他人修改"), (["dialect": "x y"], "没有记入"),
        ] as [([String: String], String)])
    func `a form that cannot be recorded says why and keeps what was typed`(
        changes: [String: String], words: String
    ) async throws {
        try await SiteFixture.test(bureau) { site in
            let answer = try await site.post(
                "/adoption/\(Self.mn)", form(changes.merging(["owner": "写过的<单位>"]) { $1 }))
            #expect(answer.status == 422)
            #expect(answer.text.contains(words) && answer.text.contains("没有记入"))
            #expect(answer.text.contains("写过的&lt;单位&gt;") && answer.text.contains("value=\"甲型\""))
            #expect(try await bindings.isEmpty)
        }
    }

    @Test func `codes are refused twice, with a range upside down, and when none has an item`() async throws {
        try await SiteFixture.test(bureau) { site in
            func post(_ codes: [(code: String, item: String)], _ high: String = "300") async throws -> String {
                let fields = form(codes: codes).map { $0.0 == "high" && !$0.1.isEmpty ? ("high", high) : $0 }
                return try await site.post("/adoption/\(Self.mn)", fields).text
            }
            let twice = try await post([("a21002", "nox"), ("A21002", "so2")])
            #expect(twice.contains("编码 a21002 出现了两次"))
            let upsideDown = try await post([("a21002", "nox")], "-1")
            #expect(upsideDown.contains("下限小于上限"))
            let useless = try await post([("a21002", "")])
            #expect(useless.contains("读不出数据"))
            #expect(try await bindings.isEmpty)
        }
    }

    @Test func `of two people who change one device the second is told and nothing is overwritten`() async throws {
        try await SiteFixture.test(bureau) { site in
            #expect(try await site.post("/adoption/\(Self.mn)", form()).status == 303)
            let second = try await site.post("/adoption/\(Self.mn)", form(["owner": "乙"]))
            #expect(second.status == 422 && second.text.contains("刚被他人修改"))
            #expect(try await bindings.map(\.settings.owner) == ["甲厂"])
        }
    }

    @Test func `every deviation that can be allowed has its words`() {
        for tolerance in DeviceTolerances.settable { #expect(AdoptionWords.tolerance(tolerance) != tolerance.rawValue) }
    }

    @Test func `capture is switched on with a reason and an end, said loudly, and switched off`() async throws {
        try await SiteFixture.test(bureau, tally: GatewayTally()) { [bureau] site in
            let token = ("token", SiteFixture.token.text)
            func post(_ fields: [(String, String)]) async throws -> SiteClient.Answer {
                try await site.post("/adoption", [token] + fields)
            }
            var text = try await site.get("/adoption").text
            #expect(text.contains("已关闭：未登记的设备保留数据并重发"))
            let long = try await post([("capture", "on"), ("days", "31"), ("reason", "整体切换")])
            #expect(long.status == 422 && long.text.contains("不是 1—30"))
            let mute = try await post([("capture", "on"), ("days", "3")])
            #expect(mute.status == 422 && mute.text.contains("没有写明理由"))
            let foreign = try await site.post("/adoption", [("capture", "on"), ("days", "3"), ("reason", "整体切换")])
            #expect(foreign.status == 422)
            let on = try await post([("capture", "on"), ("days", "3"), ("reason", "整体切换")])
            #expect(on.status == 303)
            text = try await site.get("/adoption").text
            #expect(text.contains("接管已开启") && text.contains("到 2026-11-25 08:30 自动关闭") && text.contains("整体切换"))
            bureau.clock.advance(seconds: 3 * 86_400)
            text = try await site.get("/adoption").text
            #expect(!text.contains("接管已开启") && text.contains("已于 2026-11-25 08:30 自动关闭"))
            let again = try await post([("capture", "on"), ("days", "1"), ("reason", "再次")])
            let off = try await post([("capture", "off"), ("reason", "已登记完")])
            #expect(again.status == 303 && off.status == 303)
            text = try await site.get("/adoption").text
            #expect(!text.contains("接管已开启"))
        }
    }

    @Test func `capture by the command line is said and cannot be switched off on the screen`() async throws {
        try await SiteFixture.test(bureau, tally: GatewayTally(isCaptureForced: true)) { site in
            let text = try await site.get("/adoption").text
            #expect(text.contains("接管已开启") && text.contains("--capture-unknown") && !text.contains("关闭接管"))
        }
    }
}
