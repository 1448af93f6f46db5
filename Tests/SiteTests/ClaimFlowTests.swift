import Hummingbird
import Ledger
import Monitoring
import Records
import Reporting
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// Sealing a report on its page, and the pages and proofs of the numbers printed in it.
struct ClaimFlowTests {
    private static let report = "/reports/air-daily/2026-11-21"
    private static let figure = "/figures/air.day.value?date=2026-11-21&item=pm25&place=A2"
    private static let consent = [("token", SiteFixture.token.text), ("confirmed", "yes")]

    private func lastSequence(_ bureau: TestBureau) async throws -> Int64 {
        try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
    }

    /// The claim of the daily value of A2, by what is on record.
    private func claim(_ bureau: TestBureau) async throws -> ClaimID {
        let archive = bureau.book.archive
        return try await bureau.book.database.read { connection in
            let document = try #require(try SealStore.last("air-daily/2026-11-21", in: connection))
            let set = try SealStore.claims(
                of: document, from: archive, hasher: try TreeHasher(document.suite))
            return try #require(
                set.id(
                    of: FigureRequest("air.day.value", on: SiteFixture.day, ["item": "pm25", "place": "A2"])))
        }
    }

    @Test func `a report is sealed on its page once it is confirmed, and again only when a number has changed`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { client in
            let draft = try await client.get(Self.report)
            #expect(draft.text.contains("草稿") && draft.text.contains("还没有封存"))
            for fields in [[], [("token", SiteFixture.token.text)], [("confirmed", "yes"), ("token", "x")]] {
                let refused = try await client.post(Self.report, fields)
                #expect(refused.status == 422)
                #expect(refused.text.contains("没有封存"))
            }
            #expect(try await client.get("/reports").text.contains("定稿封存") == false)
            let sealed = try await client.post(Self.report, Self.consent)
            #expect(sealed.status == 303)
            let page = try await client.get(try #require(sealed.headers[.location]))
            #expect(page.text.contains("已封存：台账第"))
            #expect(page.text.contains("此后数字未变"))
            #expect(page.text.contains("<span class=\"tag ok\">定稿封存（2026-11-22 08:30）"))
            let again = try await client.post(Self.report, Self.consent)
            #expect(again.status == 422)
            #expect(again.text.contains("没有再次封存"))
            #expect(try await client.get("/reports").text.contains("定稿封存（2026-11-22 08:30）"))
            let open = try await client.post("/reports/water-monthly/2026-11", Self.consent)
            #expect(open.status == 422)
            #expect(open.text.contains("2026年11月还没有结束，没有封存"))
        }
    }

    @Test func `the file of a sealed report stays what was issued, and no other record gives one`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { client in
            _ = try await client.post(Self.report, Self.consent)
            let document = try await bureau.book.database.read {
                try #require(try SealStore.last("air-daily/2026-11-21", in: $0))
            }
            let file = try await client.get("\(Self.report)/sealed/\(document.sequence).docx")
            #expect(file.status == 200)
            #expect(file.bytes == (try bureau.book.archive.attachments.bytes(of: document.file)))
            #expect(try await client.get("\(Self.report)/sealed/1.docx").status == 404)
            #expect(
                try await client.get("/reports/water-monthly/2026-10/sealed/\(document.sequence).docx").status == 404)
        }
    }

    @Test func `the page of a claim says what was printed, of what, as of when, and how it is proved`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { client in
            _ = try await client.post(Self.report, Self.consent)
            let id = try await claim(bureau)
            #expect(try await client.get(Self.report).text.contains("/claims/\(id.rawValue)"))
            let page = try await client.get("/claims/\(id.rawValue)")
            #expect(page.status == 200)
            for word in [
                id.rawValue, "日评价浓度", "A2站", "PM₂.₅", "测试区生态环境局空气质量日报", "air.day.value", "已签名", "无外部见证", "保留 0 位小数",
                "现在计算的结果与定稿相同", "下载公开证明包", "记入台账并下载内部证明包", "监测设备是否测得准确",
            ] {
                #expect(page.text.contains(word), "\(word)")
            }
            let document = try await bureau.book.database.read {
                try #require(try SealStore.last("air-daily/2026-11-21", in: $0))
            }
            let trace = "\(Self.figure)&asof=\(document.asOf)"
            #expect(page.text.contains("href=\"\(trace.replacing("&", with: "&amp;"))\""))
            #expect(try await client.get(trace).status == 200)
            // As typed from paper.
            let typed = id.rawValue.lowercased().replacing("-", with: "")
            #expect(try await client.get("/claims/\(typed)").text.contains(id.rawValue))
            let found = try await client.get("/claims?id=\(typed)")
            #expect(found.headers[.location] == "/claims/\(id.rawValue)")
        }
    }

    @Test func `a claim whose figure is another one today says so and leads to the reason`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { client in
            _ = try await client.post(Self.report, Self.consent)
            let id = try await claim(bureau)
            let sealedAt = try await lastSequence(bureau)
            var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
            for hour in 1...24 {
                let end = Instant(beijing: SiteFixture.day, hour: hour)
                text +=
                    "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00,A2,10,20,90,77,0.5,50\n"
            }
            _ = try await FileImport.run(
                Array(text.utf8), fileName: "更正.csv", format: .air, defaultYear: nil, by: SiteFixture.actor,
                into: bureau.book
            ) { _ in }
            let page = try await client.get("/claims/\(id.rawValue)")
            #expect(page.text.contains("现在是 77 μg/m³，与定稿不同"))
            #expect(page.text.contains("为什么不同"))
            let report = try await client.get(Self.report)
            #expect(report.text.contains("处数字与定稿不同"))
            #expect(report.text.contains("定稿为"))
            #expect(sealedAt > 0)
            // The bundle still proves what was printed.
            let bundle = try await client.get("/claims/\(id.rawValue).zip")
            #expect(try BundleCheck(try ProofBundle(archive: bundle.bytes)).run().id == id)
        }
    }

    @Test func `the public bundle is for everybody, the one with raw data needs a reason and leaves a record`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { client in
            _ = try await client.post(Self.report, Self.consent)
            let id = try await claim(bureau)
            let before = try await lastSequence(bureau)
            let open = try await client.get("/claims/\(id.rawValue).zip")
            #expect(open.headers[.contentType] == "application/zip")
            #expect(try BundleCheck(try ProofBundle(archive: open.bytes)).run().grade == .open)
            #expect(try await lastSequence(bureau) == before)
            for fields in [[("reason", "复议机关调取")], [("token", SiteFixture.token.text), ("reason", " ")]] {
                let refused = try await client.post("/claims/\(id.rawValue)", fields)
                #expect(refused.status == 422)
                #expect(refused.text.contains("没有出具"))
            }
            #expect(try await lastSequence(bureau) == before)
            let full = try await client.post(
                "/claims/\(id.rawValue)", [("token", SiteFixture.token.text), ("reason", "复议机关调取")])
            #expect(full.status == 200)
            let outcome = try BundleCheck(try ProofBundle(archive: full.bytes)).run()
            #expect(outcome.grade == .full)
            #expect(outcome.evidence > 0)
            let record = try await bureau.book.database.read { try RecordStore.record(before + 1, in: $0) }
            #expect(record?.action == SealActions.proofIssued)
            #expect(record?.body["reason"]?.text == "复议机关调取")
        }
    }

    @Test(arguments: ["abc", "7F3K-2M9Q-4X6U", "7F3K-2M9Q-4X6T", "none.zip", "7F3K-2M9Q-4X6T.zip"])
    func `a name that is none, or that no document prints, is a page that says so`(name: String) async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { client in
            let answer = try await client.get("/claims/\(name)")
            #expect(answer.status == 404)
            #expect(answer.text.contains("没有这个数字凭证"))
        }
    }

    @Test func `every page of evidence says that nobody outside keeps checkpoints, and who does once somebody does`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { client in
            _ = try await client.post(Self.report, Self.consent)
            let pages = [
                Self.figure, "/evidence/air-day/A2/pm25/2026-11-21", "/evidence/packet/0", "/evidence/import/14/2",
                "/evidence/record/1", "/claims/\(try await claim(bureau).rawValue)",
            ]
            for path in pages {
                let page = try await client.get(path)
                #expect(page.text.contains("<span class=\"tag warn\">无外部见证</span>"), "\(path)")
                #expect(page.text.contains("检查点没有局外的人留存"), "\(path)")
            }
            try await bureau.book.record(
                LedgerActions.name("区档案馆", way: .printed, key: nil, by: SiteFixture.actor))
            for path in pages { #expect(try await client.get(path).text.contains(">尚未见证</span>"), "\(path)") }
            let stored = try await bureau.book.database.read { try LedgerStore.checkpoint(in: $0) }
            let checkpoint = try #require(stored).signed.checkpoint
            try await bureau.book.record(
                LedgerActions.deposit(checkpoint, with: "区档案馆", remark: "2026 年第 1 卷", by: SiteFixture.actor))
            for path in pages {
                let page = try await client.get(path)
                #expect(!page.text.contains("无外部见证") && !page.text.contains("尚未见证</span>"), "\(path)")
                #expect(
                    page.text.contains("区档案馆（纸质存档）：见证至第 \(checkpoint.size) 条记录（2026-11-22 08:30）"), "\(path)")
            }
        }
    }
}
