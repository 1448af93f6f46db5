import Casework
import Foundation
import Hummingbird
import Records
import Reporting
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier
@testable import Site

/// Monitoring data enter a case as claims that lead to the packets, and a sample on the spot prevails over them.
struct MonitoringDrawTests {
    private static let token = ("token", SiteFixture.token.text)
    private static var taker: String { "p-\(SiteFixture.actor.id)" }

    private static let order = [
        token, ("channel", "DA001|nox"), ("day", "2026-11-21"), ("reason", "核实超标线索"), ("proves", "当日排放浓度"),
        ("taker1", taker),
    ]

    private static func evidence(_ matter: MatterID, _ bureau: TestBureau) async throws -> [EvidenceItem] {
        try await bureau.book.database.read { try EvidenceStore.items(of: matter, in: $0) }
    }

    @Test func `data of a day are drawn as a claim with acceptance, calibration and marks, and lead to the packets`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        let matter = try await CaseFilePageTests.matter(in: bureau)
        let path = "/matters/\(matter.rawValue)/evidence"
        try await SiteFixture.test(bureau) { site in
            let form = try await site.get(path)
            #expect(form.text.contains("甲厂 1号烟囱 氮氧化物"))
            let unnamed = try await site.post(path + "/monitoring", Self.order.filter { $0.0 != "reason" })
            #expect(unnamed.status == 422 && unnamed.text.contains("调取事由"))
            let done = try await site.post(path + "/monitoring", Self.order)
            #expect(done.status == 303)
            let item = try #require(try await Self.evidence(matter, bureau).first)
            let data = try #require(DrawnData(item))
            #expect(data.acceptance == "当日数据都在设备验收之后")
            #expect(data.calibration.contains("没有带校准标记"))
            #expect(data.marks.hasPrefix("设备没有标记异常"))
            guard case .claim(let claim) = item.content else {
                Issue.record("no claim")
                return
            }
            let page = try await site.get(path)
            for words in ["/claims/\(claim)", "核实超标线索", "当日数据都在设备验收之后", "调取"] {
                #expect(page.text.contains(words), "\(words)")
            }
            // The claim prints what the packets said, hour by hour, and its inputs are the packets.
            let proof = try await site.get("/claims/\(claim)")
            #expect(proof.text.contains("14时（68.13）") && proof.text.contains("12时（31）"))
            let report = try await site.get("/reports/outlet-day/2026-11-21~DA001")
            #expect(report.status == 200 && report.text.contains("2025-06-01") && report.text.contains("68.16"))
            let hour = Instant(beijing: SiteFixture.day, hour: 13).secondsSince1970
            let trace = try await site.get("/evidence/outlet-hour/DA001/nox-zs/\(hour)")
            #expect(trace.status == 200 && trace.text.contains("68.13"))
        }
    }

    @Test func `the same data drawn again are the same claim, and a day that is not over is refused`() async throws {
        let bureau = try await SiteFixture.bureau()
        let matter = try await CaseFilePageTests.matter(in: bureau)
        let path = "/matters/\(matter.rawValue)/evidence/monitoring"
        try await SiteFixture.test(bureau) { site in
            for _ in 1...2 { #expect(try await site.post(path, Self.order).status == 303) }
            let items = try await Self.evidence(matter, bureau)
            #expect(items.count == 2 && items[0].content == items[1].content)
            let today = Self.order.filter { $0.0 != "day" } + [("day", "2026-11-22")]
            let early = try await site.post(path, today)
            #expect(early.status == 422 && early.text.contains("还没有结束"))
            #expect(try await Self.evidence(matter, bureau).count == 2)
        }
    }

    @Test func `a sample by a statutory method in the same hours prevails and both pieces say so`() async throws {
        let bureau = try await SiteFixture.bureau()
        let matter = try await CaseFilePageTests.matter(in: bureau)
        let path = "/matters/\(matter.rawValue)/evidence"
        try await SiteFixture.test(bureau) { site in
            #expect(try await site.post(path + "/monitoring", Self.order).status == 303)
            let sample = [
                Self.token, ("title", "监测报告"), ("kind", "书证"), ("proves", "排放浓度"), ("day", "2026-11-21"),
                ("place", "甲厂1号烟囱"), ("taker1", Self.taker), ("document", "监测报告"), ("channel", "DA001|nox"),
                ("sampledFrom", "2026-11-21 13:00"), ("sampledTo", "2026-11-21 14:00"), ("result", "45 mg/m³"),
            ]
            let report = Array("%PDF-1.4\n".utf8)
            #expect(try await site.upload(path, sample, file: report, name: "报告.pdf").status == 303)
            let unsure = try await site.get(path)
            #expect(unsure.text.contains("没有注明采用法定标准方法"))
            let statutory = sample + [("statutory", "yes")]
            #expect(try await site.upload(path, statutory, file: report, name: "报告.pdf").status == 303)
            let sure = try await site.get(path)
            #expect(sure.text.contains("2026-11-21 14时：这一时段以现场监测为准"))
            let conflicts = MonitoringConflict.all(in: try await Self.evidence(matter, bureau))
            #expect(conflicts.map(\.hours) == [14...14, 14...14])
            // Another day, another outlet: nothing to say.
            let other = sample.map { $0.0 == "sampledFrom" || $0.0 == "sampledTo" ? ($0.0, "2026-11-20 13:00") : $0 }
            #expect(try await site.upload(path, other, file: report, name: "报告.pdf").status == 303)
            #expect(MonitoringConflict.all(in: try await Self.evidence(matter, bureau)).count == 2)
        }
    }
}
