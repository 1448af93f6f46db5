import Documents
import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

/// Which rows of a laboratory's report are taken in, and what is said of the others.
struct LaboratoryImportTests {
    private static let cases: [(row: [String], code: LaboratoryRowRefusal.Code)] = [
        (["", "氨氮", "0.1", "mg/L", "", "", ""], .empty),
        (["W9", "氨氮", "0.1", "mg/L", "", "", ""], .unknownSample),
        (["W1-1009-1", "钚", "0.1", "mg/L", "", "", ""], .unknownItem),
        (["W1-1009-1", "总氮", "0.1", "mg/L", "", "", ""], .notPlanned),
        (["W1-1009-1", "pH", "7.6", "无量纲", "", "", ""], .onSite),
        (["W1-1009-1", "氨氮", "0.1", "mg/L", "", "", "加标"], .unknownKind),
        (["W1-1009-2", "氨氮", "0.1", "mg/L", "", "", "样品"], .otherKind),
        (["W1-1009-1", "氨氮", "0.1", "mmol/L", "", "", ""], .unknownUnit),
        (["W1-1009-1", "氨氮", "约0.1", "mg/L", "", "", ""], .notANumber),
        (["W1-1009-1", "氨氮", "未检出", "mg/L", "", "", ""], .noLimit),
        (["W1-1009-1", "氨氮", "0.02", "mg/L", "0.025", "", ""], .belowLimit),
        (["W1-1009-1", "氨氮", "0.01L", "mg/L", "0.025", "", ""], .otherLimit),
        (["W1-1009-1", "氨氮", "-0.1", "mg/L", "", "", ""], .impossible),
    ]

    private func look(_ rows: [[String]], in bureau: TestBureau) async throws -> LaboratoryReading {
        let order = try ManualFixture.order(rows)
        let catalog = bureau.catalog
        return try await bureau.book.database.read { connection in
            try LaboratoryImport.look(
                through: order, on: ManualFixture.now.beijingDate, catalog: catalog, in: connection)
        }
    }

    private func sampled() async throws -> TestBureau {
        let bureau = try await ManualFixture.bureau()
        try await bureau.book.record(
            ManualActions.sample(ManualFixture.sheet(), by: ManualFixture.person("sampler")))
        return bureau
    }

    @Test func `each wrong row is refused for its own reason, with the line and how to mend it`() async throws {
        let bureau = try await sampled()
        let reading = try await look(Self.cases.map(\.row), in: bureau)
        #expect(reading.refusals.map(\.code) == Self.cases.map(\.code))
        #expect(reading.refusals.map(\.line) == Array(2..<(2 + Self.cases.count)))
        #expect(reading.rows.isEmpty)
        #expect(reading.refusals.allSatisfy { !$0.message.isEmpty })
    }

    @Test func `a result in micrograms is the same as in milligrams, and below detection is the limit marked so`()
        async throws
    {
        let bureau = try await sampled()
        let rows = try await look(ManualFixture.goodRows, in: bureau).rows
        #expect(rows.count == ManualFixture.goodRows.count)
        #expect(rows.first { $0.item == "tp" }?.value == ManualFixture.decimal("0.118"))
        #expect(rows.first { $0.item == "tp" }?.limit == ManualFixture.decimal("0.010"))
        #expect(rows.filter { $0.item == "nh3n" }.map(\.text) == ["0.025L", "0.025L", "0.025L"])
        #expect(rows.map(\.kind) == Array(repeating: [.sample, .parallel, .fieldBlank], count: 4).flatMap { $0 })
    }

    @Test func `a report with a wrong row changes nothing, unless the good rows are asked for alone`() async throws {
        let bureau = try await sampled()
        let rows = ManualFixture.goodRows + [["W9", "氨氮", "0.1", "mg/L", "", "", ""]]
        await #expect(throws: LaboratoryError(.refused, detail: "1")) {
            try await LaboratoryImport.run(
                try ManualFixture.order(rows), takesGoodRows: false, person: "丁", by: ManualFixture.person("clerk"),
                into: bureau.book)
        }
        #expect(try await reports(in: bureau).isEmpty)
        let (id, _) = try await LaboratoryImport.run(
            try ManualFixture.order(rows), takesGoodRows: true, person: "丁", by: ManualFixture.person("clerk"),
            into: bureau.book)
        #expect(try await reports(in: bureau).map(\.id) == [id])
    }

    @Test func `a report needs its signed paper`() async throws {
        let bureau = try await sampled()
        await #expect(throws: LaboratoryError(.noPaper)) {
            try await LaboratoryImport.run(
                try ManualFixture.order(paper: Array("MZ".utf8)), takesGoodRows: false, person: "丁",
                by: ManualFixture.person("clerk"), into: bureau.book)
        }
    }

    @Test func `what one report said no other says again, except to correct it once it is issued`() async throws {
        let (bureau, first) = try await ManualFixture.reported()
        let reading = try await look(ManualFixture.goodRows, in: bureau)
        #expect(Set(reading.refusals.map(\.code)) == [.reported])
        await #expect(throws: RecordsError(.invalid, field: "corrects", detail: first)) {
            try await LaboratoryImport.run(
                try ManualFixture.order(corrects: first), takesGoodRows: false, person: "丁",
                by: ManualFixture.person("clerk"), into: bureau.book)
        }
        try await ManualFixture.review(first, [(.returned, "first")], note: "方法有误", in: bureau)
        #expect(try await look(ManualFixture.goodRows, in: bureau).refusals.isEmpty)
    }

    @Test func `a workbook without the head of the table says which columns it needs`() async throws {
        var sheet = Spreadsheet.Sheet("x", [])
        sheet.rows = [Spreadsheet.Row(1, ["编号", "数值"].map { .text($0) })]
        let bytes = try SpreadsheetWriter.write(Spreadsheet([sheet]))
        let bureau = try await sampled()
        let order = LaboratoryImport.Order(
            workbook: bytes, workbookName: "x.xlsx", paper: [], paperName: "x.pdf", plan: ManualFixture.planID,
            head: try ManualFixture.order().head)
        let catalog = bureau.catalog
        await #expect(throws: LaboratoryError(.noHead, detail: "样品编号、检测项目、检测结果")) {
            try await bureau.book.database.read { connection in
                try LaboratoryImport.look(
                    through: order, on: ManualFixture.now.beijingDate, catalog: catalog, in: connection)
            }
        }
    }

    private func reports(in bureau: TestBureau) async throws -> [LaboratoryReport] {
        try await bureau.book.database.read { try LaboratoryStore.reports(of: ManualFixture.planID, in: $0) }
    }
}
