import Documents
import Registry
package import Standards
package import Storage

/// The issued values of a month of a plan as a workbook for the city (数据上报).
package enum ManualExport {
    private static let titles = [
        "序号", "点位代码", "点位名称", "采样时间", "项目代码", "项目", "结果", "单位", "检出限", "分析方法", "样品编号", "来源", "检测机构", "CMA 编号", "报告编号",
    ]
    private static let widths = [6, 16, 20, 18, 10, 18, 12, 10, 10, 24, 18, 10, 24, 18, 20]

    /// The issued values of samples taken in a month, by time, point and item.
    ///
    /// - Parameter month: its first day.
    package static func results(
        of plan: String, month: CivilDate, rules: ManualRules, in connection: ReadConnection
    ) throws -> [ManualResult] {
        let span = Period.month(of: month)
        let sheets = try ManualSheetStore.sheets(of: plan, in: connection).filter {
            $0.sampled >= span.start && $0.sampled < span.end
        }
        let bySample = Dictionary(sheets.map { ($0.bottles.sample, $0) }, uniquingKeysWith: { _, last in last })
        let entered = try ManualSheetStore.entered(of: plan, in: connection)
        var results: [ManualResult] = []
        for sheet in sheets where entered.contains(sheet.id) {
            for (item, value) in sheet.values {
                results.append(
                    ManualResult(
                        object: sheet.task.object, sampled: sheet.sampled, item: item, text: value.description,
                        limit: nil, method: "", sample: sheet.bottles.sample, report: nil))
            }
        }
        for report in try LaboratoryStore.reports(of: plan, in: connection) where report.state == .issued {
            for row in try LaboratoryStore.rows(of: report.id, in: connection) where row.kind == .sample {
                guard let sheet = bySample[row.sample] else { continue }
                results.append(
                    ManualResult(
                        object: sheet.task.object, sampled: sheet.sampled, item: row.item, text: row.text,
                        limit: row.limit, method: row.method, sample: row.sample, report: report))
            }
        }
        let places = Dictionary(
            rules.items.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        return results.sorted {
            ($0.sampled, $0.object, places[$0.item] ?? .max) < ($1.sampled, $1.object, places[$1.item] ?? .max)
        }
    }

    /// The workbook of a month: the same values give the same bytes.
    ///
    /// - Throws: `DocumentError`.
    package static func workbook(
        of plan: ManualPlan, month: CivilDate, rules: ManualRules, in connection: ReadConnection
    ) throws -> (bytes: [UInt8], count: Int) {
        let results = try results(of: plan.id, month: month, rules: rules, in: connection)
        var names: [String: String] = [:]
        for id in Set(results.map(\.object)) { names[id] = try RegistryStore.object(id, in: connection)?.name ?? id }
        var rows = [
            Spreadsheet.Row(1, [.text("\(plan.name) \(month.monthText) 手工监测数据", .title)]),
            Spreadsheet.Row(2, titles.map { .text($0, .head) }),
        ]
        for (place, result) in results.enumerated() {
            let cells = cells(of: result, number: place + 1, name: names[result.object] ?? "", rules)
            rows.append(Spreadsheet.Row(place + 3, cells))
        }
        var sheet = Spreadsheet.Sheet("手工监测数据", rows)
        sheet.widths = widths
        sheet.frozenRows = 2
        return (try SpreadsheetWriter.write(Spreadsheet([sheet])), results.count)
    }

    private static func cells(
        of result: ManualResult, number: Int, name: String, _ rules: ManualRules
    ) -> [Spreadsheet.Cell] {
        let item = rules.item(result.item)
        let texts = [
            result.object, name, minute(of: result.sampled), result.item, item?.title ?? result.item, result.text,
            item?.unit ?? "", result.limit?.description ?? "", result.method, result.sample,
            result.report == nil ? "现场测定" : "实验室", result.report?.head.laboratory ?? "",
            result.report?.head.certificate ?? "", result.report?.head.number ?? "",
        ]
        return [.number(String(number))] + texts.map { .text($0) }
    }

    /// `2026-11-21 09:05`.
    private static func minute(of moment: Instant) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(moment.beijingDate) \(two(moment.beijingHour)):\(two(moment.beijingMinute))"
    }
}
