import Documents
import Foundation
import Ledger
import Records
import Storage
import TestKit
import Testing

@testable import Registry

/// Lists of sources: looked through, taken in whole or not at all, taken back.
struct SourceImportTests {
    private static let list = """
        企业名称*,信用代码,生产状态,备注
        甲厂,91640000321673484F,在产,一
        乙厂,916400002276950035,停产,二

        """
    private let fixture: SourceFixture

    init() async throws { fixture = try await SourceFixture() }

    private func count() async throws -> Int {
        try await fixture.bureau.book.database.read { try SourceStore.count(SourceQuery(kind: "enterprise"), in: $0) }
    }

    private func id(of name: String) async throws -> String {
        let found = try await fixture.bureau.book.database.read {
            try SourceStore.active("enterprise", where: "name", is: name, in: $0)
        }
        return try #require(found.first).id
    }

    @Test func `a file is looked through before anything changes`() async throws {
        let plan = try await fixture.plan(Self.list, SourceFixture.order())
        #expect(plan.rows.map(\.outcome) == [.registers, .registers])
        #expect(plan.rows.map(\.line) == [2, 3])
        #expect(plan.columns.map(\.field) == ["企业名称", "统一社会信用代码", "生产状态"])
        #expect(plan.unreadColumns == ["备注"])
        #expect(plan.rows[0].changes.map(\.title) == ["企业名称", "统一社会信用代码", "生产状态"])
        #expect(try await fixture.lastRecord() == 0)
    }

    @Test func `what was taken in knows its file and line, and the same file again changes nothing`() async throws {
        let batch = try await fixture.take(Self.list, SourceFixture.order())
        #expect(batch.registered == 2 && batch.sequence == 1)
        let file = try #require(try await fixture.file(try await id(of: "乙厂")))
        let origin = try #require(file.fields["operation"]?.current.origin)
        #expect(origin == SourceOrigin(name: "名单甲", basis: "名单.csv", batch: batch.id, line: 3))
        #expect(try fixture.bureau.book.archive.attachments.bytes(of: batch.attachment) == Array(Self.list.utf8))
        #expect(try await fixture.plan(Self.list, SourceFixture.order()).unchanged == 2)
        await #expect(throws: SourceImportError(.nothingNew)) {
            try await fixture.take(Self.list, SourceFixture.order())
        }
        let hasher = try await fixture.bureau.book.database.read { try LedgerStore.head(in: $0).hasher }
        let record = try await fixture.bureau.book.database.read { try RecordStore.record(1, in: $0) }
        let root = try SourceTable.tree(of: Array(Self.list.utf8), with: hasher).root.base64
        #expect(record?.body["root"]?.text == root)
        try await fixture.expectRebuildsAlike()
    }

    @Test func `names of people come in with a list and are compared with those that are known`() async throws {
        let list = "企业名称*,信用代码,法定代表人\n甲厂,91640000321673484F,某甲\n"
        try await fixture.take(list, SourceFixture.order())
        let file = try #require(try await fixture.file(try await id(of: "甲厂")))
        let texts = try await fixture.bureau.book.database.read { try SourcePersonal.texts(of: file, in: $0) }
        #expect(texts == ["legalPerson": "某甲"])
        #expect(try await fixture.plan(list, SourceFixture.order()).unchanged == 1)
        let later = try await fixture.plan(list.replacing("某甲", with: "某某乙"), SourceFixture.order())
        #expect(later.rows.flatMap(\.changes).map { [$0.field, $0.old, $0.new] } == [["legalPerson", "某*", "某**"]])
    }

    @Test func `a later list of the same origin replaces, one of another origin stands against`() async throws {
        try await fixture.take(Self.list, SourceFixture.order())
        let later = "名称,统一社会信用代码,生产状态\n甲厂,91640000321673484F,关闭\n"
            .replacing("名称", with: "单位名称")
        let same = try await fixture.plan(later, SourceFixture.order())
        #expect(
            same.rows[0].changes == [
                .init(field: "operation", title: "生产状态", old: "在产", new: "关闭", isContested: false)
            ])
        let other = try await fixture.plan(later, SourceFixture.order("enterprise", "名单乙"))
        #expect(other.rows[0].changes.map(\.isContested) == [true] && other.contested == 1)
        try await fixture.take(later, SourceFixture.order("enterprise", "名单乙"))
        let file = try #require(try await fixture.file(try await id(of: "甲厂")))
        #expect(file.value("operation") == "在产" && file.contestedFields == ["operation"])
    }

    @Test func `a row that cannot be used is refused with column and reason, and the file with it`() async throws {
        let faulty = Self.list + "丙厂,,半停,三\n,916400002276950035,在产,四\n甲厂,91640000321673484F,在产,五\n"
        let plan = try await fixture.plan(faulty, SourceFixture.order())
        #expect(plan.rows.map(\.outcome) == [.registers, .registers, .refused, .refused, .refused])
        #expect(plan.rows[2].faults.map(\.column) == ["生产状态"])
        #expect(plan.rows[3].faults.map(\.column) == ["企业名称"])
        #expect(plan.rows[4].faults.first?.message.contains("与第 2 行重复") == true)
        await #expect(throws: SourceImportError(.rowsRefused, detail: "3")) {
            try await fixture.take(faulty, SourceFixture.order())
        }
        #expect(try await fixture.lastRecord() == 0)
        let batch = try await fixture.take(faulty, SourceFixture.order(), takesGoodRows: true)
        #expect(batch.registered == 2 && batch.refused == 3)
        #expect(try await count() == 2)
    }

    @Test func `a code that fails its check is kept as doubtful, not thrown away`() async throws {
        let plan = try await fixture.plan("企业名称,信用代码\n甲厂,91640205750828907P\n乙厂,-\n", SourceFixture.order())
        #expect(plan.rows.map(\.outcome) == [.registers, .registers])
        #expect(plan.rows[0].doubts.first?.message.contains("校验位不符") == true)
        #expect(plan.rows[1].doubts.isEmpty && plan.rows[1].changes.count == 1)
        try await fixture.take("企业名称,信用代码\n甲厂,91640205750828907P\n", SourceFixture.order())
        #expect(try await fixture.file(try await id(of: "甲厂"))?.value("creditCode") == "91640205750828907P")
    }

    @Test func `two rows of one code and two names become two files and a doubt, and each finds its own again`()
        async throws
    {
        let list = "企业名称,信用代码\n甲厂,91640000321673484F\n乙厂,91640000321673484F\n"
        let plan = try await fixture.plan(list, SourceFixture.order())
        #expect(plan.registered == 2 && plan.doubtful == 1)
        try await fixture.take(list, SourceFixture.order())
        #expect(try await fixture.plan(list, SourceFixture.order()).unchanged == 2)
        let third = try await fixture.plan("企业名称,信用代码\n丙厂,91640000321673484F\n", SourceFixture.order())
        #expect(third.rows[0].faults.first?.message.contains("对应 2 份档案") == true)
    }

    @Test func `a changed name is a change of the file that has the code`() async throws {
        try await fixture.take(Self.list, SourceFixture.order())
        let plan = try await fixture.plan("企业名称,信用代码\n甲集团,91640000321673484F\n", SourceFixture.order())
        #expect(plan.rows[0].changes.map(\.old) == ["甲厂"] && plan.rows[0].changes.map(\.new) == ["甲集团"])
    }

    @Test func `places are two columns with a datum, given by the row or for the file`() async throws {
        let order = SourceImport.Order(kind: "enterprise", fileName: "a.csv", datum: .gcj02)
        let plan = try await fixture.plan(
            "企业名称,lng,lat,坐标系\n甲,117.1,39.1,\n乙,117.2,39.2,CGCS2000\n丙,39.1,117.1,\n丁,117.1,,\n", order)
        #expect(plan.rows[0].draft.values["location"] == "117.1,39.1 GCJ-02")
        #expect(plan.rows[1].draft.values["location"] == "117.2,39.2 WGS84")
        #expect(plan.rows[2].outcome == .refused && plan.rows[3].outcome == .refused)
    }

    @Test func `references are found by name or code`() async throws {
        let town = try await fixture.register(["name": "某镇", "code": "120111101"], "town")
        let plan = try await fixture.plan(
            "企业名称,街镇\n甲,某镇\n乙,120111101000\n丙,没有的镇\n", SourceFixture.order())
        #expect(plan.rows.prefix(2).map { $0.draft.values["town"] } == [town, town])
        #expect(plan.rows[2].faults.first?.message == "“街镇”的“没有的镇”还没有登记为街镇，请先登记或改正")
    }

    @Test func `a batch is taken back whole, by a record of its own, and can be brought again`() async throws {
        let first = try await fixture.take(Self.list, SourceFixture.order())
        let later = try await fixture.take("企业名称,生产状态\n甲厂,关闭\n丙厂,在产\n", SourceFixture.order())
        let early = SourceActions.undo(first.id, reason: "误传", by: SourceFixture.actor)
        await #expect(throws: RecordsError.self) { try await fixture.bureau.book.record(early) }
        try await fixture.bureau.book.record(SourceActions.undo(later.id, reason: "误传", by: SourceFixture.actor))
        #expect(try await count() == 2)
        #expect(try await fixture.file(try await id(of: "甲厂"))?.value("operation") == "在产")
        #expect(try await fixture.find("丙厂").isEmpty)
        let again = SourceActions.undo(later.id, reason: "误传", by: SourceFixture.actor)
        await #expect(throws: RecordsError.self) { try await fixture.bureau.book.record(again) }
        try await fixture.take("企业名称,生产状态\n甲厂,关闭\n丙厂,在产\n", SourceFixture.order())
        #expect(try await count() == 3)
        try await fixture.expectRebuildsAlike()
    }

    @Test func `an import is refused when the register changed since it was looked through`() async throws {
        let plan = try await fixture.plan(Self.list, SourceFixture.order())
        try await fixture.register(["name": "丁厂"])
        await #expect(throws: SourceImportError(.changedMeanwhile)) {
            try await fixture.take(Self.list, SourceFixture.order(), after: plan.sequence)
        }
    }

    @Test func `a template can be filled in and comes back, in both forms`() async throws {
        let kind = try fixture.kind()
        let bytes = try await fixture.bureau.book.database.read { try SourceTemplate.workbook(of: kind, in: $0) }
        var sheet = try SpreadsheetReader().read(bytes)
        #expect(sheet.name == "填写" && sheet.rows[0].cells[0].text == "企业名称*")
        #expect(sheet.rows[0].cells.contains { $0.text == "法定代表人" })
        let state = try #require(sheet.rows[0].cells.firstIndex { $0.text == "生产状态" })
        var cells = [Spreadsheet.Cell](repeating: Spreadsheet.Cell(), count: state + 1)
        cells[0] = .text("甲厂")
        cells[state] = .text("在产")
        sheet.rows.append(Spreadsheet.Row(2, cells))
        let filled = try SpreadsheetWriter.write(Spreadsheet([sheet]))
        let plan = try await fixture.plan(filled, SourceFixture.order())
        #expect(plan.rows.map(\.outcome) == [.registers] && plan.unreadColumns.isEmpty)
        try await fixture.take(filled, SourceFixture.order())
        let csv = String(decoding: SourceTemplate.csv(of: kind).dropFirst(3), as: UTF8.self)
        let plain = try await fixture.plan(csv + "乙厂\n", SourceFixture.order())
        #expect(plain.rows.first?.faults.first?.message.contains("列") == true)
    }

    @Test func `the marked copy holds every row, its faults in red with the reason`() async throws {
        let text = "企业名称,生产状态\n甲厂,在产\n乙厂,半停\n"
        let plan = try await fixture.plan(text, SourceFixture.order())
        let copy = try SpreadsheetReader().read(try SourceMarkedCopy.workbook(of: Array(text.utf8), plan))
        #expect(copy.rows[0].cells.map(\.text) == ["企业名称", "生产状态", "未导入原因", "存疑"])
        #expect(copy.rows[1].cells.map(\.text) == ["甲厂", "在产"])
        #expect(copy.rows[2].cells[2].text.hasPrefix("“生产状态”的“半停”不在可选范围内"))
    }

    @Test func `merged cells, rounded codes and files without a head are refused with what to do`() async throws {
        var sheet = Spreadsheet.Sheet("一", [Spreadsheet.Row(1, [.text("企业名称"), .text("信用代码")])])
        sheet.rows.append(Spreadsheet.Row(2, [.text("甲厂"), .number("916400003216734840")]))
        let bytes = try SpreadsheetWriter.write(Spreadsheet([sheet]))
        let plan = try await fixture.plan(bytes, SourceFixture.order())
        #expect(plan.rows[0].faults.first?.message.contains("超过 15 位") == true)
        await #expect(throws: SourceImportError(.noHead, detail: "企业名称")) {
            try await fixture.plan("甲,乙\n1,2\n", SourceFixture.order())
        }
        await #expect(throws: SourceImportError(.doubledColumn, detail: "企业名称")) {
            try await fixture.plan("企业名称,企业名称\n1,2\n", SourceFixture.order())
        }
        await #expect(throws: SourceImportError(.unknownKind, detail: "x")) {
            try await fixture.plan(Self.list, SourceFixture.order("x"))
        }
    }

    @Test func `an export can be read again and says the same, without facts about people`() async throws {
        try await fixture.take(
            "企业名称,信用代码,lng,lat,许可证有效期至,大气污染物\n=甲厂,91640000321673484F,117.1,39.10,2027-01-31,\"烟尘,二氧化硫\"\n",
            SourceFixture.order())
        let kind = try fixture.kind()
        let (workbook, csv) = try await fixture.bureau.book.database.read { connection in
            let export = SourceExport(
                SourceQuery(kind: "enterprise"), kind, filter: "全部", made: "2026-11-27 08:00", count: 1, in: connection)
            return (try export.workbook(), try export.csv())
        }
        let sheet = try SpreadsheetReader().read(workbook)
        #expect(sheet.rows[1].cells[0].text == "制表时间 2026-11-27 08:00　筛选：全部　共 1 家")
        #expect(sheet.rows[3].cells.map(\.content).contains(.number("39.10")))
        #expect(sheet.rows[3].cells.map(\.content).contains(.date("2027-01-31")))
        #expect(!sheet.rows[2].cells.contains { $0.text.contains("法定代表人") })
        for bytes in [workbook, csv] {
            let plan = try await fixture.plan(bytes, SourceFixture.order())
            #expect(plan.rows.map(\.faults) == [[]], "\(plan.rows.map(\.changes))")
        }
        #expect(String(decoding: csv, as: UTF8.self).contains("'=甲厂"))
        #expect(try await fixture.plan(workbook, SourceFixture.order()).unchanged == 1)
    }
}
