import Gateway
import HJ212
import Hummingbird
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Site

struct DevicePagesTests {
    /// Puts packets into the log as if they had come so many minutes ago.
    private func receive(
        _ raw: [UInt8], minutesAgo: Int64 = 1, verdict: PacketVerdict = .accepted, from peer: String = "10.2.3.4:5",
        in bureau: TestBureau
    ) async throws {
        let entry = PacketEntry(
            receivedMilliseconds: bureau.clock.milliseconds - minutesAgo * 60_000, peer: peer,
            verdict: verdict.rawValue, raw: raw)
        try await bureau.book.archive.packets.append([entry])
        try await bureau.projectAllPackets()
    }

    private func packet(_ mn: String, time: String = "20261122082900", flag: String = "N") throws -> [UInt8] {
        var writer = PacketWriter(
            qn: "20261122082900000", systemType: .airSource, command: .realtimeData, password: "secret", mn: mn,
            flag: PacketFlag(version: .v2017, wantsAnswer: true))
        writer.add(["DataTime": time])
        writer.add(code: "a21002", [(.realtime, "31.0"), (.flag, flag)])
        return try writer.frame()
    }

    private func rows(_ text: String) -> [String] {
        text.matches(of: #/<th scope="row">(?:<a [^>]*>)?([^<]*)/#).map { String($0.1) }
    }

    @Test func `what needs a person stands first, and filters leave only what they name`() async throws {
        let bureau = try await SiteFixture.bureau()
        for number in 1...3 {
            let mn = "DE000000000000000000001\(number)"
            try await bureau.book.record(
                RegistryActions.bind(
                    device: mn, to: "A\(number + 1)", channels: [DeviceChannel(code: "a21002", item: "no2")],
                    by: SiteFixture.actor))
        }
        bureau.clock.advance(seconds: 600)
        try await receive(packet("DE0000000000000000000011"), in: bureau)
        try await receive(packet("DE0000000000000000000012"), verdict: .wrongChecksum, in: bureau)
        try await receive(packet("FREMD1"), in: bureau)
        try await SiteFixture.test(bureau) { site in
            let all = try await site.get("/devices").text
            #expect(rows(all).prefix(2) == ["A3站", "甲厂 1号烟囱"])
            #expect(all.contains("在发送，但 CRC 错误，报文未采用"))
            #expect(all.contains("未采用 1 分钟"))
            #expect(rows(try await site.get("/devices?state=online").text).first == "A2站")
            #expect(rows(try await site.get("/devices?state=never").text).first == "A4站")
            #expect(rows(try await site.get("/devices?state=stranger").text).first == "未登记")
            #expect(rows(try await site.get("/devices?q=fremd").text).first == "未登记")
            #expect(
                rows(try await site.get("/devices?kind=%E5%BA%9F%E6%B0%94%E6%8E%92%E5%8F%A3").text).first == "甲厂 1号烟囱")
            #expect(rows(try await site.get("/devices?owner=%E7%94%B2%E5%8E%82").text).first == "甲厂 1号烟囱")
            #expect(try await site.get("/devices?state=nonsense&sort=nonsense&page=99").status == 200)
            let file = try await site.get("/devices.csv?state=never").text
            #expect(file.contains("筛选：从未上线") && file.contains("A4站") && !file.contains("FREMD1"))
            #expect(file.split(separator: "\r\n").count == 3)
        }
    }

    @Test func `more devices than a page holds are found on the next page`() async throws {
        let bureau = try await SiteFixture.bureau()
        let bindings = (0..<60).map { number in
            RegistryActions.bind(
                device: "DE00000000000000000001\(number < 10 ? "0" : "")\(number)", to: "A1",
                channels: [DeviceChannel(code: "a21002", item: "no2")], by: SiteFixture.actor)
        }
        try await bureau.book.record(bindings)
        try await SiteFixture.test(bureau) { site in
            let first = try await site.get("/devices").text
            #expect(first.contains("rel=\"next\"") && !first.contains("rel=\"prev\""))
            let second = try await site.get("/devices?page=2").text
            #expect(second.contains("rel=\"prev\""))
            #expect(rows(first).count == 50 && rows(second).count == 11)
        }
    }

    /// Binds devices to stations: three behind one address, one behind another, one that was never heard.
    private func neighbours(in bureau: TestBureau) async throws -> [String] {
        let numbers = (0..<5).map { "DE000000000000000000002\($0)" }
        for (index, mn) in numbers.enumerated() {
            try await bureau.book.record(
                RegistryActions.bind(
                    device: mn, to: SiteFixture.stations[index], channels: [DeviceChannel(code: "a21002", item: "no2")],
                    by: SiteFixture.actor))
        }
        bureau.clock.advance(seconds: 7_200)
        for mn in numbers[0..<3] { try await receive(packet(mn), minutesAgo: 90, from: "10.9.9.9:1", in: bureau) }
        try await receive(packet(numbers[3]), minutesAgo: 60, from: "10.9.9.90:1", in: bureau)
        return numbers
    }

    @Test(arguments: [true, false])
    func `a device asked for alone is judged as it is among all`(isAnyHeard: Bool) async throws {
        let bureau = try await SiteFixture.bureau()
        let numbers = try await neighbours(in: bureau)
        if isAnyHeard { try await receive(packet(numbers[3]), from: "10.9.9.90:1", in: bureau) }
        try await receive(packet("FREMD1"), in: bureau)
        let services = try SiteFixture.services(bureau)
        let causes = try await bureau.book.database.read { connection -> [SilenceCause] in
            let context = try PageContext(services, in: connection, assetVersion: "")
            let fleet = try Fleet(in: context).devices
            #expect(fleet.count == 7)
            for device in fleet {
                let alone = try Fleet.device(device.mn, in: context)
                #expect(alone.cause == device.cause, "\(device.mn)")
                #expect(alone.standing == device.standing && alone.faults == device.faults)
                #expect(alone.health?.packets == device.health?.packets && alone.place == device.place)
            }
            return try numbers.map { try Fleet.device($0, in: context).cause }
        }
        let line = SilenceCause.lineDown(host: "10.9.9.9", silent: 3, count: 3)
        // The outlet of the fixture is silent too.
        let all = SilenceCause.allSilent(count: 5)
        #expect(
            causes == (isAnyHeard ? [line, line, line, .none, .neverHeard] : [all, all, all, all, .neverHeard]))
    }

    @Test func `a device that sends nothing but old data stands before those that are well, and says so`() async throws
    {
        let bureau = try await SiteFixture.bureau()
        bureau.clock.advance(seconds: 60)
        for (index, time) in ["20261122082900", "20241122082900"].enumerated() {
            let mn = "DE000000000000000000003\(index)"
            try await bureau.book.record(
                RegistryActions.bind(
                    device: mn, to: SiteFixture.stations[index + 1],
                    channels: [DeviceChannel(code: "a21002", item: "no2")], by: SiteFixture.actor))
            bureau.clock.advance(seconds: 60)
            try await receive(packet(mn, time: time), minutesAgo: 0, in: bureau)
        }
        try await SiteFixture.test(bureau) { site in
            #expect(rows(try await site.get("/devices?state=trouble").text) == ["甲厂 1号烟囱", "A3站"])
            #expect(try await site.get("/devices").text.contains("数据的时间只到 2024-11-22 08:29"))
            #expect(try await site.get("/devices/DE0000000000000000000031").text.contains("请先查设备时钟"))
            let well = try await site.get("/devices/DE0000000000000000000030").text
            #expect(!well.contains("请先查设备时钟"))
        }
    }

    @Test func `one click on a count of faults opens the last packet that has one`() async throws {
        let bureau = try await SiteFixture.bureau()
        bureau.clock.advance(seconds: 60)
        var faulty: [PacketFault: PacketAddress] = [:]
        func receiveNext(_ fault: PacketFault?, _ verdict: PacketVerdict, _ raw: [UInt8]) async throws {
            if let fault { faulty[fault] = bureau.book.archive.packets.durableEnd }
            try await receive(raw, minutesAgo: 0, verdict: verdict, in: bureau)
        }
        let mn = SiteFixture.device
        try await receiveNext(nil, .wrongChecksum, packet(mn))
        try await receiveNext(.checksum, .wrongChecksum, packet(mn))
        try await receiveNext(.length, .acceptedWrongLength, packet(mn))
        // A time before the protocol: accepted as a frame, and of no use as data.
        try await receiveNext(.other, .accepted, packet(mn, time: "20020101000000"))
        try await receiveNext(nil, .sent, packet(mn))
        try await receiveNext(nil, .accepted, packet(mn))
        let expected = faulty
        try await SiteFixture.test(bureau) { site in
            let list = try await site.get("/devices").text
            for fault in PacketFault.allCases {
                let path = SiteURL.devicePacket(mn, with: fault).path
                #expect(list.contains("href=\"\(path)\""), "\(fault)")
                let answer = try await site.get(path)
                #expect(answer.status == 303)
                let address = try #require(expected[fault])
                #expect(answer.headers[.location] == SiteURL.packet(address).path, "\(fault)")
            }
        }
    }

    @Test func `a device page says why the device is silent and what to do`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let text = try await site.get("/devices/de0000000000000000000001").text
            #expect(text.contains("没有连接：设备断电、故障或自身线路中断"))
            #expect(text.contains("处理：请联系运维单位到现场检查"))
            #expect(text.contains("2025-06-01 通过验收"))
            #expect(try await site.get("/devices/NOBODY").status == 404)
        }
    }

    @Test func `the packet page explains every field at its bytes and hides the password`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let text = try await site.get("/evidence/packet/0").text
            for words in [
                "数据时间 2026-11-21 11:00:00，为时段开始：11-21 11:00 至 11-21 12:00",
                "2017 版，不分包，要求应答", "氮氧化物 折算平均值，单位 mg/m³", "写入磁盘后回 9014 数据应答",
                "1 个因子中 1 个按登记读成数据", "23 23", "回车换行，符合标准", "与实际相符",
            ] { #expect(text.contains(words), "\(words)") }
            #expect(!text.contains("secret"))
            // The password's bytes in figures.
            #expect(!text.contains("73 65 63 72 65 74"))
        }
    }

    /// What peers may send instead of a packet; none of it may reach the page as itself.
    private static let hostile: [[UInt8]] = [
        Array(
            "##0030ST=31;CN=2011;PW=123456;MN=<script>alert(1)</script>;Flag=5;CP=&&DataTime=<b>x</b>&&ABCD\r\n".utf8),
        Array("##\"'><img src=x onerror=alert(1)>\r\n".utf8),
        [0x23, 0x23, 0x30] + (0...255).map { UInt8($0) },
        // GBK for 测试, cut in the middle of a character.
        Array("##0020ST=31;CN=3020;MN=X;CP=&&i11001-Info=//".utf8) + [0xB2, 0xE2, 0xCA] + Array("&&0000\r\n".utf8),
        // Marks that turn the direction of text round, and a line separator.
        Array("##0020ST=31;CN=2011;MN=A\u{202E}B\u{2028}C;CP=&&x=\u{200B}&&0000\r\n".utf8),
        Array("##".utf8), Array("##9999CP=&&&&&&&&&&&&".utf8), Array("##0000CP=CP=CP=&&;;;,,,===&&".utf8),
    ]

    @Test(arguments: hostile.indices)
    func `whatever bytes came, the page shows them and nothing of them acts`(index: Int) async throws {
        let bureau = try await SiteFixture.bureau()
        let address = bureau.book.archive.packets.durableEnd
        try await receive(Self.hostile[index], verdict: .broken, in: bureau)
        try await SiteFixture.test(bureau) { site in
            let answer = try await site.get(SiteURL.packet(address).path)
            #expect(answer.status == 200)
            for piece in ["<script>alert", "<b>x", "<img src=x", "\u{202E}", "\u{2028}", "\u{200B}", "\u{0}"] {
                #expect(!answer.text.contains(piece), "\(piece.debugDescription)")
            }
            let list = try await site.get("/devices?state=stranger")
            #expect(list.status == 200 && !list.text.contains("<script>alert") && !list.text.contains("\u{202E}"))
        }
    }

    @Test func `the parts of a packet are all of its bytes, each once`() throws {
        for raw in Self.hostile + [try packet("DE01")] {
            let parts = PacketAnatomy(raw, packet: Packet(record: raw)).parts
            #expect(parts.flatMap { Array($0.range) } == Array(raw.indices), "\(String(decoding: raw, as: UTF8.self))")
        }
    }

    @Test func `a deviation stands at the bytes in which it is`() throws {
        let raw = Array(
            "##0099QN=1;ST=31;CN=2011;PW=1;MN=A;Flag=x;CP=&&DataTime=20261122060000;a-Rtd=1;a-Rtd=2&&0000".utf8)
        let packet = try #require(Packet(record: raw))
        let anatomy = PacketAnatomy(raw, packet: packet)
        let issues = PacketIssues(anatomy, packet)
        func names(_ issue: HJ212.Issue) -> [String] {
            anatomy.parts.indices.filter { issues.of($0).contains(issue) }.map { index in
                anatomy.parts[index].pair?.name.string ?? anatomy.parts[index].kind.rawValue
            }
        }
        #expect(names(.exchangeNumberForm) == ["QN"])
        #expect(names(.passwordLength(1)) == ["PW"])
        #expect(names(.flagNotNumber) == ["Flag"])
        #expect(names(.duplicateName) == ["a-Rtd"])
        #expect(packet.issues.contains { if case .lengthMismatch = $0 { !names($0).isEmpty } else { false } })
    }

    @Test func `a strip says in words what it draws`() {
        let states: [HourCompleteness.State] = [.full, .partial, .missing, .due, .none]
        let hours = states.map { HourCompletenessSample.hour($0) }
        let strip = HourStrip(hours)
        #expect(strip.words == "近 5 小时：齐全 1，不全 1，缺 1")
        for name in ["full", "part", "gap", "due"] { #expect(strip.svg.contains("class=\"\(name)\"")) }
    }
}

/// Hours in every state, as judging makes them.
private enum HourCompletenessSample {
    static func hour(_ state: HourCompleteness.State) -> HourCompleteness {
        let expectation = DeviceExpectation(realtimeSeconds: 60, minuteSeconds: nil, hourSeconds: nil)
        let arrived =
            switch state {
            case .full: 60
            case .partial: 20
            case .missing, .due, .none: 0
            }
        let hour = DeviceHour(mn: "A", start: 0, realtimeMinutes: arrived, minuteData: 0, hourData: 0)
        return HourCompleteness.judge(
            start: 0, hour, period: nil, expectation, leastMinutes: 45, known: state == .none ? 3_600 : 0,
            now: state == .due ? 1_800 : 86_400)
    }
}
