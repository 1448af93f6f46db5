import Documents
import Standards
package import Storage

/// The workbook that a laboratory fills in: one row for each bottle and item of a plan that waits for a result.
package enum LaboratoryTemplate {
    private static let columns: [LaboratoryTableRule.Column] = [.sample, .item, .result, .unit, .limit, .method, .kind]
    private static let widths = [20, 20, 14, 10, 10, 30, 14]

    /// - Throws: `DocumentError`.
    package static func workbook(
        of plan: ManualPlan, rules: ManualRules, in connection: ReadConnection
    ) throws -> [UInt8] {
        let onSite = Set(rules.form(plan.form)?.onSite ?? [])
        let known = Set(
            try LaboratoryStore.standing(of: plan.id, in: connection).map { [$0.row.sample, $0.row.item] })
        var rows = [
            Spreadsheet.Row(1, columns.map { .text(rules.laboratory.columns[$0]?.first ?? "", .head) })
        ]
        for sheet in try ManualSheetStore.sheets(of: plan.id, in: connection) {
            let items = plan.line(sheet.task.object, sheet.task.frequency)?.items ?? []
            let bottles: [(String, LaboratoryRow.Kind)] = [
                (sheet.bottles.sample, .sample), (sheet.bottles.parallel, .parallel),
                (sheet.bottles.blank, .fieldBlank),
            ]
            for (number, kind) in bottles where !number.isEmpty {
                for code in items where !onSite.contains(code) && !known.contains([number, code]) {
                    let item = rules.item(code)
                    let word = rules.laboratory.kinds[kind]?.first ?? kind.title
                    let texts = [
                        number, item?.title ?? code, "", item?.unit ?? "",
                        item?.methods.first?.limit?.description ?? "", item?.methods.first?.name ?? "", word,
                    ]
                    rows.append(Spreadsheet.Row(rows.count + 1, texts.map { .text($0) }))
                }
            }
        }
        var sheet = Spreadsheet.Sheet("检测结果", rows)
        sheet.widths = widths
        sheet.frozenRows = 1
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }
}
