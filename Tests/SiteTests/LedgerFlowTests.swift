import Hummingbird
import Records
import Registry
import Reporting
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// Ledgers of what no capability records: entered, taken in, corrected, withdrawn, and counted.
struct LedgerFlowTests {
    private static let token = ("token", SiteFixture.token.text)

    private func figure(_ id: String, in bureau: TestBureau) async throws -> FigureValue {
        let services = try SiteFixture.services(bureau)
        let day = try #require(CivilDate("2026-12-31"))
        return try await bureau.book.database.read { connection in
            try FigureEngine(services.figures, in: connection).value(FigureRequest(id, on: day))
        }
    }

    @Test func `an entry is typed, corrected with a reason and withdrawn, and figures follow`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { client in
            let faulty = try await client.post(
                "/ledgers/training", [Self.token, ("day", "2026-03-04"), ("topic", "行政处罚法"), ("people", "多人")])
            #expect(faulty.status == 422)
            #expect(faulty.text.contains("“参训人次”的“多人”无法识别"))
            let ahead = try await client.post(
                "/ledgers/training", [Self.token, ("day", "2026-12-04"), ("topic", "行政处罚法"), ("people", "40")])
            #expect(ahead.status == 422)
            #expect(ahead.text.contains("在今天以后"))
            let entered = try await client.post(
                "/ledgers/training", [Self.token, ("day", "2026-03-04"), ("topic", "行政处罚法"), ("people", "40")])
            #expect(entered.status == 303)
            let path = try #require(entered.headers[.location])
            #expect(try await figure("ledger.year.trainings", in: bureau).printed == "1")
            #expect(try await figure("ledger.year.trainings.people", in: bureau).printedWithUnit == "40人次")
            let entry = try #require(path.split(separator: "/").last.map(String.init))
            let record = try await bureau.book.database.read {
                try #require(try LedgerEntryStore.entry(entry, in: $0)).last
            }
            let values = [("day", "2026-03-04"), ("topic", "行政处罚法"), ("people", "38")]
            let silent = try await client.post(path, [Self.token, ("follows", "\(record)"), ("reason", "")] + values)
            #expect(silent.status == 422)
            let corrected = try await client.post(
                path, [Self.token, ("follows", "\(record)"), ("reason", "签到表 38 人")] + values)
            #expect(corrected.status == 303)
            // Whoever still has the older page on screen does not overwrite it.
            let stale = try await client.post(path, [Self.token, ("follows", "\(record)"), ("reason", "再改")] + values)
            #expect(stale.status == 422)
            #expect(stale.text.contains("已由别人改过"))
            #expect(try await figure("ledger.year.trainings.people", in: bureau).printed == "38")
            let page = try await client.get(path)
            #expect(page.text.contains("理由：签到表 38 人"))
            let last = try await bureau.book.database.read {
                try #require(try LedgerEntryStore.entry(entry, in: $0)).last
            }
            let gone = try await client.post(
                path, [Self.token, ("follows", "\(last)"), ("withdraw", "yes"), ("reason", "重复登记")])
            #expect(gone.status == 303)
            #expect(try await figure("ledger.year.trainings", in: bureau).printed == "0")
            #expect(try await client.get("/ledgers/training?year=2026").text.contains("已撤销"))
        }
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test func `a file is taken in as a whole or not at all, and its figure leads back to its rows`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { client in
            let head = "日期,活动名称,形式,覆盖企业（家次）\n"
            let faulty = try await client.upload(
                "/ledgers/publicity", [Self.token],
                file: Array("\(head)2026-03-01,甲,守法培训,20\n2026-03-02,乙,演讲,3\n".utf8), name: "a.csv")
            #expect(faulty.status == 422)
            #expect(faulty.text.contains("第 3 行：“形式”的“演讲”不在可选范围内"))
            #expect(try await figure("ledger.year.publicity", in: bureau).printed == "0")
            let taken = try await client.upload(
                "/ledgers/publicity", [Self.token],
                file: Array("\(head)2026-03-01,甲,守法培训,20\n2026-03-02,乙,新媒体,\n".utf8), name: "a.csv")
            #expect(taken.status == 303)
            #expect(try await client.get(try #require(taken.headers[.location])).text.contains("已从文件登记 2 条"))
            #expect(try await figure("ledger.year.publicity.firms", in: bureau).printedWithUnit == "20家次")
            let value = try await figure("ledger.year.publicity.trainings", in: bureau)
            let input = try #require(value.inputs.first)
            let archive = bureau.book.archive
            let trace = try await bureau.book.database.read {
                try #require(try LedgerEntryFigures().trace(input.id, in: $0, from: archive))
            }
            #expect(trace.title == "甲")
            #expect(try await client.get("/figures/ledger.year.publicity?date=2026-12-31").status == 200)
            let book = try await client.get("/ledgers/publicity.xlsx?year=2026")
            #expect(book.status == 200)
            // The list that was taken out can be taken in elsewhere: its head names the fields.
            let ledger = try WorkLedger.ledger(
                "publicity", on: try #require(CivilDate("2026-11-22")), in: bureau.catalog)
            #expect(try LedgerImport(book.bytes, of: ledger).rows.count == 2)
            #expect(try await client.get("/ledgers/none").status == 404)
        }
    }
}
