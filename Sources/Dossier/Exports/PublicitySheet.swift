import Casework
package import Catalog
import Documents
import Law
package import Standards
package import Storage

/// 双公示: the penalties that were disclosed, a row each, in the columns of 行政处罚信息公示.
///
/// It holds what was told the public and no more. The columns follow the forms in use; their names were not seen in the
/// official text, so the sheet says that they are provisional.
package struct PublicitySheet: Sendable {
    static let columns = [
        "行政相对人名称", "行政相对人类别", "统一社会信用代码", "行政处罚决定书文号", "违法行为类型", "违法事实", "处罚依据", "处罚类别",
        "处罚内容", "罚款金额（万元）", "没收违法所得、没收非法财物的金额（万元）", "暂扣或吊销证照名称及编号", "处罚决定日期", "处罚有效期",
        "公示截止期", "处罚机关", "处罚机关统一社会信用代码", "备注",
    ]
    /// Columns that nothing on record answers: they are left to whoever sends the sheet.
    static let unknown: Set<String> = [
        "没收违法所得、没收非法财物的金额（万元）", "暂扣或吊销证照名称及编号", "处罚有效期", "公示截止期", "处罚机关统一社会信用代码",
    ]
    /// So many are written, the youngest first.
    private static let greatestCount = 2_000

    /// By column.
    package let rows: [[String: String]]

    /// - Parameter period: the days on which they were disclosed.
    package init(
        disclosedIn period: ClosedRange<CivilDate>, catalog: RuleCatalog, now: Instant, connection: ReadConnection
    ) throws {
        rows = try DisclosureStore.published(limit: Self.greatestCount, in: connection).compactMap { found in
            let (matter, line) = (found.matter, found.disclosure)
            guard period.contains(line.day), line.document.contains("处罚"),
                let file = try CaseFileStore.file(of: matter, catalog: catalog, now: now, in: connection)
            else { return nil }
            var row: [String: String] = [
                "行政相对人名称": line.text["当事人"] ?? "", "统一社会信用代码": line.text["统一社会信用代码"] ?? "",
                "行政处罚决定书文号": line.text["文号"] ?? "", "违法行为类型": line.text["违法行为"] ?? "",
                "违法事实": line.text["违法事实"] ?? "", "处罚依据": line.text["依据"] ?? "",
                "处罚内容": line.text["处罚内容"] ?? "", "处罚决定日期": line.text["决定日期"] ?? "",
                "处罚机关": line.text["机关"] ?? "",
                "行政相对人类别": Set(file.parties.map(Self.kind)).sorted().joined(separator: "、"),
            ]
            if let fine = file.decidedFine {
                row["处罚类别"] = "罚款"
                row["罚款金额（万元）"] = Self.tenThousands(fine)
            }
            return row
        }
    }

    private static func kind(_ party: Party) -> String {
        switch party.kind {
        case .entity: "法人及非法人组织"
        case .business: "个体工商户"
        case .citizen: "自然人"
        }
    }

    /// Exactly, without zeros at its end: 115000 元 is 11.5.
    static func tenThousands(_ money: Money) -> String {
        let digits = String(money.fen % 1_000_000 + 1_000_000).dropFirst()
        var rest = String(digits)
        while rest.hasSuffix("0") { rest.removeLast() }
        return "\(money.fen / 1_000_000)" + (rest.isEmpty ? "" : ".\(rest)")
    }

    /// As a workbook.
    package func workbook() throws -> [UInt8] {
        var sheet = Spreadsheet.Sheet("行政处罚信息公示")
        sheet.rows = [
            Spreadsheet.Row(1, [.text("行政处罚信息公示（双公示）", .title)]),
            Spreadsheet.Row(
                2, [.text("栏目名称未与现行数据标准原文核对（暂定）。带 * 的栏目系统中没有，报送前由人填写。", .note)]),
            Spreadsheet.Row(3, Self.columns.map { .text(Self.unknown.contains($0) ? "\($0)*" : $0, .head) }),
        ]
        for (place, row) in rows.enumerated() {
            sheet.rows.append(
                Spreadsheet.Row(
                    place + 4,
                    Self.columns.map { column in
                        let text = row[column] ?? ""
                        return column == "罚款金额（万元）" && !text.isEmpty ? .number(text) : .text(text)
                    }))
        }
        sheet.widths = Self.columns.map { max(10, min(36, $0.count * 2 + 2)) }
        sheet.frozenRows = 3
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }
}
