import Documents
import Foundation
import Hummingbird
import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// Manual monitoring as people do it on the pages, from the plan to the receipt.
struct ManualPageTests {
    private static let paper = Array("%PDF-1.7\n".utf8)

    private static func form(_ act: String, _ more: [(String, String)]) -> [(String, String)] {
        [("token", SiteFixture.token.text), ("act", act), ("person", "甲")] + more
    }

    private static let plan: [(String, String)] = [
        ("name", "断面手工监测"), ("year", "2026"), ("form", "surface-water"), ("basis", "区监测方案〔2026〕1号"),
        ("contractor", "某检测有限公司"), ("certificate", "210012345678"), ("days", "10"),
        ("lines", "断面二；pH、氨氮；每月\n断面一；氨氮；每旬（加密）"),
    ]

    private static let sheet: [(String, String)] = [
        ("date", "2026-10-20"), ("time", "09：40"), ("people", "乙、丙"), ("sample", "S-1"), ("parallel", "S-2"),
        ("blank", "S-K"), ("value.ph", "7.6"), ("field.weather", "晴"), ("field.position", "中"),
        ("field.preserving", "硫酸酸化"), ("field.instrument", "YSI-3"),
    ]

    private static func workbook(_ rows: [[String]]) throws -> [UInt8] {
        let head = ["样品编号", "检测项目", "检测结果", "单位", "检出限", "检测方法", "样品类型"]
        let cells = ([head] + rows).enumerated().map { place, row in
            Spreadsheet.Row(place + 1, row.map { .text($0) })
        }
        return try SpreadsheetWriter.write(Spreadsheet([Spreadsheet.Sheet("结果", cells)]))
    }

    private static let rows = [
        ["S-1", "氨氮", "1.32", "mg/L", "0.025", "HJ 535-2009", "样品"],
        ["S-2", "氨氮", "1.30", "mg/L", "0.025", "HJ 535-2009", "现场平行"],
        ["S-K", "氨氮", "0.025L", "mg/L", "0.025", "HJ 535-2009", "全程序空白"],
    ]

    /// Runs a test under the account of a person.
    private func test(
        as person: String, _ bureau: TestBureau, _ body: @escaping @Sendable (SiteClient) async throws -> Void
    ) async throws {
        try await SiteFixture.test(try SiteFixture.services(bureau, operator: person), body)
    }

    private func path(_ answer: SiteClient.Answer) throws -> String {
        let location = try #require(answer.headers[.location])
        return String(location.prefix { $0 != "?" })
    }

    /// The one link of a page that begins and ends so.
    private func link(_ page: String, _ start: String, _ part: String) throws -> String {
        let links = page.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        return try #require(links.first { $0.hasPrefix(start) && $0.contains(part) })
    }

    @Test func `from the plan to the receipt on pages, by as many people as it takes`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await test(as: "planner", bureau) { site in
            let planned = try await site.post("/manual", Self.form("plan", Self.plan))
            #expect(planned.status == 303)
            let address = try path(planned)
            let october = try await site.get("\(address)?month=2026-10")
            for words in ["断面二", "逾期未采", "所缺项目", "采样完成率", "0/42"] {
                #expect(october.text.contains(words), "\(words)")
            }
            let task = try link(october.text, "\(address)/tasks/", "/monthly/2026-10-01")
            let wrong = try await site.post(task, Self.form("sample", Self.sheet.filter { $0.0 != "field.weather" }))
            #expect(wrong.status == 422 && wrong.text.contains("“天气”没有填写") && wrong.text.contains("硫酸酸化"))
            #expect(try await site.post(task, Self.form("sample", Self.sheet)).status == 303)
            let sampled = try await site.get(task)
            for words in ["报告逾期", "7.6", "S-K", "氨氮"] { #expect(sampled.text.contains(words), "\(words)") }
            let template = try await site.get("\(address)/results.xlsx")
            #expect(try SpreadsheetReader().read(template.bytes).rows.count == 4)
        }
        let (address, report) = try await reported(bureau)
        for (person, step) in [("first", "checked"), ("second", "examined"), ("third", "issued")] {
            try await test(as: person, bureau) { site in
                let page = "\(address)/reports/\(report)"
                let answer = try await site.post(
                    page, Self.form("review", [("step", step), ("subject", report), ("note", "相符")]))
                #expect(answer.status == 303)
                let same = try await site.post(
                    page, Self.form("review", [("step", "examined"), ("subject", report), ("note", "")]))
                #expect(same.status == 422)
            }
        }
        try await test(as: "planner", bureau) { site in
            let page = try await site.get("\(address)/reports/\(report)")
            for words in ["已签发", "三审签发", "全部符合", "相对偏差 0.8 %"] { #expect(page.text.contains(words), "\(words)") }
            let row = try await site.get(try link(page.text, "/evidence/import/", "/2"))
            for words in ["结果.xlsx", "1.32 mg/L", "某检测有限公司"] { #expect(row.text.contains(words), "\(words)") }
            #expect(try await site.get("\(address)/reports/\(report)/paper").bytes == Self.paper)
            let comparison = try await site.get("\(address)/comparison")
            for words in ["手工值与同时段自动值", "1.32", "相差"] { #expect(comparison.text.contains(words), "\(words)") }
            let section = try await site.get("/water/sections/%E6%96%AD%E9%9D%A2%E4%BA%8C?month=2026-10")
            #expect(section.text.contains("10-20 09:40（手工）"))
            let export = try await site.get("\(address)/export/2026-10.xlsx")
            #expect(try SpreadsheetReader().read(export.bytes).rows.count == 4)
            let receipt = Self.form(
                "upload",
                [("month", "2026-10"), ("receiver", "市监测中心"), ("receipt", "SJ-88"), ("date", "2026-11-20")])
            #expect(try await site.post(address, receipt).status == 303)
            #expect(try await site.get(address).text.contains("SJ-88"))
        }
    }

    /// The plan's address and the report's id, after the clerk brought the report.
    private func reported(_ bureau: TestBureau) async throws -> (String, String) {
        let plan = try await bureau.book.database.read { try ManualPlanStore.plans(in: $0).first?.id }
        let address = "/manual/\(try #require(plan))"
        try await test(as: "clerk", bureau) { site in
            let head = [
                ("token", SiteFixture.token.text), ("laboratory", "某检测有限公司"), ("certificate", "210012345678"),
                ("number", "JC-101"), ("date", "2026-10-28"), ("corrects", ""),
            ]
            let bad = try Self.workbook(Self.rows + [["S-9", "氨氮", "1", "mg/L", "", "", ""]])
            let looked = try await site.upload(
                "\(address)/import", head, file: bad, name: "结果.xlsx", paper: Self.paper)
            #expect(looked.status == 200)
            for words in ["样品编号 S-9 不在本计划的采样记录中", "登记 3 行", "只采用可用的行"] {
                #expect(looked.text.contains(words), "\(words)")
            }
            let refused = try await site.upload("\(address)/import", head, file: bad, name: "结果.xlsx", paper: [1, 2])
            #expect(refused.status == 422 && refused.text.contains("须附盖章的检测报告"))
            let key = try #require(
                looked.text.components(separatedBy: "name=\"upload\" value=\"").last?.prefix { $0 != "\"" })
            let yes = [("token", SiteFixture.token.text), ("upload", String(key)), ("person", "丁")]
            let all = try await site.post("\(address)/import", yes)
            #expect(all.status == 422 && all.text.contains("有 1 行不能采用"))
            #expect(try await site.post("\(address)/import", yes + [("good", "yes")]).status == 303)
        }
        let report = try await bureau.book.database.read { connection in
            try LaboratoryStore.reports(of: plan ?? "", in: connection).first?.id
        }
        return (address, try #require(report))
    }

    @Test func `a plan that cannot be read says which line, and keeps what was typed`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await test(as: "planner", bureau) { site in
            for (lines, words) in [
                ("断面二；pH", "第 1 行“断面二；pH”须写成"), ("断面二；pH；每月\n断面九；pH；每月", "第 2 行的点位“断面九”没有登记"),
                ("断面二；钚；每月", "项目“钚”不在项目目录中"), ("断面二；pH；每世纪", "频次“每世纪”不在频次目录中"),
                ("断面二；pH；每月\n断面二；氨氮；每月", "同一频次写了两行"),
            ] {
                let fields = Self.plan.filter { $0.0 != "lines" } + [("lines", lines)]
                let answer = try await site.post("/manual", Self.form("plan", fields))
                #expect(answer.status == 422 && answer.text.contains(words), "\(words)")
                #expect(answer.text.contains("区监测方案〔2026〕1号"))
            }
        }
    }
}
