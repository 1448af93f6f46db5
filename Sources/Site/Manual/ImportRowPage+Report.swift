import Documents
import Monitoring
import Records
import Registry
import Standards
import Storage

extension ImportRowPage {
    /// A line of a laboratory's report.
    init(report: LaboratoryReport, line: Int64, standing: LedgerStanding, in context: PageContext) throws {
        let bytes = try context.archive.attachments.bytes(of: report.files.lines)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        guard line > 1, line <= lines.count, let head = try CSVReader.row(of: lines[0])?.strings,
            let row = try CSVReader.row(of: lines[Int(line) - 1])?.strings
        else {
            throw SiteError(
                .unknownObject, subject: "导入行", detail: "\(report.files.workbookName) 第 \(line) 行")
        }
        let rules = try ManualRules(context.catalog, on: Instant(milliseconds: report.recordedMilliseconds).beijingDate)
        let read = try LaboratoryStore.rows(of: report.id, in: context.connection).first { $0.line == Int(line) }
        let number = Int64(report.files.firstRow) + line - 1
        let name = report.files.workbookName
        func link(_ label: String, _ line: Int64) -> TextLink {
            TextLink(
                label: label,
                href: SiteURL.importRow(batch: report.sequence, line: line).asOf(context.asOf).path)
        }
        self.init(
            frame: PageFrame("\(name) 第 \(number) 行", in: context, at: nil), fileName: name,
            lineText: String(number), receipt: Self.receipt(report, isRead: read != nil),
            raw: String(decoding: lines[Int(line) - 1], as: UTF8.self),
            columns: zip(head, row).map { title, text in
                Column(name: title, raw: text, read: Self.read(title, read, rules))
            },
            previousRow: line > 2 ? link("上一行", line - 1) : nil,
            nextRow: Int(line) < lines.filter { !$0.isEmpty }.count ? link("下一行", line + 1) : nil,
            uses: [
                TextLink(
                    label: "检测报告 \(report.head.number)",
                    href: SiteURL.manualReport(report.id, of: report.plan).path)
            ],
            past: PastNote(in: context, "导入行", present: .importRow(batch: report.sequence, line: line)),
            standing: standing)
    }

    private static func receipt(_ report: LaboratoryReport, isRead: Bool) -> [LabelledText] {
        func fact(_ label: String, _ value: String, _ href: String? = nil) -> LabelledText {
            LabelledText(label: label, value: value, href: href)
        }
        return [
            fact("导入时间", Instant(milliseconds: report.recordedMilliseconds).minuteText),
            fact("台账记录", "第 \(report.sequence) 条", SiteURL.record(report.sequence).path),
            fact("检测机构", "\(report.head.laboratory)（CMA \(report.head.certificate)）"),
            fact("本行", isRead ? "采用" : "未采用"),
            fact("文件摘要 SHA-256", report.files.workbook.rawValue),
            fact("逐行数据摘要 SHA-256", report.files.lines.rawValue),
        ]
    }

    /// What was read from a column of a line.
    private static func read(_ title: String, _ row: LaboratoryRow?, _ rules: ManualRules) -> String {
        guard let row else { return "未采用" }
        let item = rules.item(row.item)
        let column = LaboratoryTableRule.Column.allCases.first { rules.laboratory.columns[$0]?.contains(title) == true }
        switch column {
        case .sample: return row.sample
        case .item: return item?.title ?? row.item
        case .result: return "\(row.text) \(item?.unit ?? "")"
        case .limit: return row.limit.map { "\($0) \(item?.unit ?? "")" } ?? "未采用"
        case .method: return row.method
        case .kind: return row.kind.title
        case .unit: return item?.unit ?? ""
        case nil: return "未采用"
        }
    }
}
