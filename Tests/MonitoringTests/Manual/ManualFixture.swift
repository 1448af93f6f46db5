import Catalog
import Documents
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit

/// A bureau with a plan of two sections for a year, and people enough for three levels of review.
enum ManualFixture {
    static let planID = MintedID.mint(at: 1)
    static let year = 2026
    static let items = ["wt", "ph", "do", "codmn", "nh3n", "tp", "cod"]
    /// In November 2026, after the samples of October.
    static let now = Instant("2026-11-22T08:30:00+08:00") ?? Instant(secondsSince1970: 0)

    static func person(_ id: String, for absent: String? = nil) -> Actor {
        Actor(id: id, permissions: MonitoringFixture.actor.permissions, actingFor: absent)
    }

    static func plan(
        _ lines: [ManualPlan.Line] = [
            ManualPlan.Line(object: "W1", frequency: "monthly", items: items),
            ManualPlan.Line(object: "W2", frequency: "ten-days", items: ["nh3n"]),
        ], form: String = "surface-water", id: String = planID
    ) -> ManualPlan {
        ManualPlan(
            id: id, name: "地表水手工监测", year: year, basis: "区监测方案〔2026〕1号", form: form,
            contractor: ManualPlan.Contractor(name: "某检测有限公司", certificate: "210012345678", reportDays: 10),
            lines: lines)
    }

    /// - Parameter at: the moment of its clock.
    static func bureau(at: Instant = now) async throws -> TestBureau {
        let bureau = try await TestBureau(MonitoringFixture.capabilities, clock: TestClock(at))
        try await bureau.book.record([
            MonitoringFixture.section("W1", target: "III"), MonitoringFixture.section("W2", target: "III"),
            ManualActions.plan(plan(), person: "甲", by: person("planner")),
        ])
        return bureau
    }

    static func task(_ object: String = "W1", _ frequency: String = "monthly", _ month: Int = 10) -> ManualTaskID {
        ManualTaskID(
            plan: planID, object: object, frequency: frequency,
            window: CivilDate(year: year, month: month, day: 1) ?? .first)
    }

    static func sheet(
        _ task: ManualTaskID = task(), at moment: String = "2026-10-09T09:40:00+08:00",
        id: String = MintedID.mint(at: 2),
        bottles: ManualSheet.Bottles = ManualSheet.Bottles(
            sample: "W1-1009-1", parallel: "W1-1009-2", blank: "W1-1009-K"),
        people: [String] = ["乙", "丙"], values: [String: ExactDecimal] = onSite,
        fields: [String: String] = [
            "weather": "晴", "position": "中", "preserving": "硫酸酸化", "instrument": "YSI-3，校准 10-09",
        ]
    ) -> ManualSheet {
        ManualSheet(
            id: id, task: task, sampled: Instant(moment) ?? now, bottles: bottles, people: people, fields: fields,
            values: values, note: "")
    }

    static var onSite: [String: ExactDecimal] {
        ["wt": decimal("18.2"), "ph": decimal("7.6"), "do": decimal("7.9")]
    }

    static func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }

    static let goodRows = [
        ["W1-1009-1", "高锰酸盐指数", "4.2", "mg/L", "0.5", "GB 11892-89", "样品"],
        ["W1-1009-2", "高锰酸盐指数", "4.4", "mg/L", "0.5", "GB 11892-89", "现场平行"],
        ["W1-1009-K", "高锰酸盐指数", "0.5L", "mg/L", "0.5", "GB 11892-89", "全程序空白"],
        ["W1-1009-1", "氨氮", "0.025L", "mg/L", "0.025", "HJ 535-2009", ""],
        ["W1-1009-2", "氨氮", "未检出", "mg/L", "0.025", "HJ 535-2009", ""],
        ["W1-1009-K", "氨氮", "<0.025", "mg/L", "0.025", "HJ 535-2009", ""],
        ["W1-1009-1", "总磷", "118", "μg/L", "10", "GB 11893-89", ""],
        ["W1-1009-2", "总磷", "0.120", "mg/L", "0.01", "GB 11893-89", ""],
        ["W1-1009-K", "总磷", "0.01L", "mg/L", "0.01", "GB 11893-89", ""],
        ["W1-1009-1", "化学需氧量", "22", "mg/L", "4", "HJ 828-2017", ""],
        ["W1-1009-2", "化学需氧量", "23", "mg/L", "4", "HJ 828-2017", ""],
        ["W1-1009-K", "化学需氧量", "4L", "mg/L", "4", "HJ 828-2017", ""],
    ]

    /// A workbook of a laboratory: a title, an empty row, the head and rows.
    static func workbook(_ rows: [[String]] = goodRows) throws -> [UInt8] {
        let head = ["样品编号", "检测项目", "检测结果", "单位", "检出限", "检测方法", "样品类型"]
        var sheet = Spreadsheet.Sheet("结果", [Spreadsheet.Row(1, [.text("检测结果表")])])
        for (place, row) in ([head] + rows).enumerated() {
            sheet.rows.append(Spreadsheet.Row(place + 3, row.map { .text($0) }))
        }
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }

    static func order(
        _ rows: [[String]] = goodRows, corrects: String? = nil, number: String = "JC2026-101",
        paper: [UInt8] = Array("%PDF-1.7\n".utf8)
    ) throws -> LaboratoryImport.Order {
        LaboratoryImport.Order(
            workbook: try workbook(rows), workbookName: "结果.xlsx", paper: paper, paperName: "报告.pdf", plan: planID,
            head: LaboratoryReport.Head(
                laboratory: "某检测有限公司", certificate: "210012345678", number: number,
                date: CivilDate(year: 2026, month: 10, day: 16) ?? .first), corrects: corrects)
    }

    /// A bureau with the sheet of October and its report, not yet reviewed.
    ///
    /// - Returns: the bureau and the report's id.
    static func reported(_ rows: [[String]] = goodRows) async throws -> (TestBureau, String) {
        let bureau = try await bureau()
        try await bureau.book.record(ManualActions.sample(sheet(), by: person("sampler")))
        let (id, _) = try await LaboratoryImport.run(
            try order(rows), takesGoodRows: false, person: "丁", by: person("clerk"), into: bureau.book)
        return (bureau, id)
    }

    static func review(
        _ subject: String, _ steps: [(ManualReviewStep.Kind, String)], note: String = "", in bureau: TestBureau
    ) async throws {
        for (step, person) in steps {
            try await bureau.book.record(
                ManualReviewActions.take(step, of: subject, note: note, reviewer: person, by: Self.person(person)))
        }
    }

    static let allLevels: [(ManualReviewStep.Kind, String)] = [
        (.checked, "first"), (.examined, "second"), (.issued, "third"),
    ]

    static func month(_ section: String = "W1", in bureau: TestBureau) async throws -> WaterSectionMonth? {
        try await bureau.book.database.read { connection in
            let month = CivilDate(year: 2026, month: 10, day: 1) ?? .first
            return try WaterStore.months(from: month, to: month, section: section, in: connection).first
        }
    }

    static func tasks(at moment: Instant = now, in bureau: TestBureau) async throws -> [ManualTask] {
        let catalog = bureau.catalog
        return try await bureau.book.database.read { connection in
            guard let plan = try ManualPlanStore.plan(planID, in: connection) else { return [] }
            let rules = try ManualRules(catalog, on: moment.beijingDate)
            return try ManualTaskStore.tasks(of: plan, rules: rules, at: moment, in: connection)
        }
    }
}
