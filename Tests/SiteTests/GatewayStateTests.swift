import HJ212
import Testing

@testable import Gateway
@testable import Site

struct GatewayStateTests {
    private func tally(unanswered: Int = 0, lost: Int = 0, _ packets: [[UInt8]] = []) throws -> GatewayTally {
        let tally = GatewayTally()
        var counts = GatewayTally.Counts()
        counts.unanswered = unanswered
        counts.lost = lost
        for raw in packets {
            let judgement = DeviceProfile(.v2017).judge(try #require(Packet(record: raw)), received: 1_795_305_600)
            counts.add(.accepted, judgement)
        }
        tally.add(counts)
        return tally
    }

    private func packet(time: String) throws -> [UInt8] {
        var writer = PacketWriter(
            qn: "20261122070000001", systemType: .ambientAir, command: .hourData, password: "123456", mn: "XX01",
            flag: PacketFlag(version: .v2017, wantsAnswer: true))
        writer.add(["DataTime": time])
        writer.add(code: "a34004", [(.average, "35"), (.flag, "N")])
        return try writer.frame()
    }

    @Test func `packets lost to the quota are said with their number and what to do`() async throws {
        let tally = try tally(unanswered: 41, lost: 17)
        try await SiteFixture.test(try await SiteFixture.bureau(), tally: tally) { site in
            let text = try await site.get("/devices").text
            #expect(text.contains("17 个报文未保存、未应答"))
            #expect(text.contains("超出配额丢失") && text.contains("<dd>17 个报文</dd>"))
            #expect(text.contains("未登记未应答") && text.contains("<dd>41 个报文</dd>"))
        }
    }

    @Test func `a gateway that lost nothing does not warn`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau(), tally: try tally()) { site in
            let text = try await site.get("/devices").text
            #expect(!text.contains("未保存、未应答"))
            #expect(text.contains("尚无偏差"))
        }
    }

    @Test func `deviations stand there by name, in words and with their count, the most frequent first`() async throws {
        let late = try packet(time: "20991231000000")
        let tally = try tally([try packet(time: "202611220600"), late, late])
        try await SiteFixture.test(try await SiteFixture.bureau(), tally: tally) { site in
            let text = try await site.get("/devices").text
            let ahead = try #require(text.firstRange(of: "隔离待核：数据时间超前"))
            let short = try #require(text.firstRange(of: "DataTime 缺秒，按 00 秒"))
            #expect(ahead.lowerBound < short.lowerBound)
            #expect(text.contains("<td class=\"code\">quarantined_timeAhead</td><td class=\"num\">2</td>"))
            #expect(text.contains("<td class=\"code\">datatime_without_seconds</td><td class=\"num\">1</td>"))
        }
    }

    @Test func `every name that can be counted has words`() {
        let names =
            Tolerance.allCases.map(\.rawValue)
            + Judgement.Reason.allCases.flatMap { ["quarantined_\($0.rawValue)", "refused_\($0.rawValue)"] }
            + ["len_mismatch", "pw_len", "crc_wrong", "no_flag", "terminator_LF"]
        for name in names { #expect(DeviationWords.text(name) != name, "\(name)") }
    }
}
