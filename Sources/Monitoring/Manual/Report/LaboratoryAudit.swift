import Ledger
import Records
import Registry
import Standards
import Storage

/// Compares laboratories' reports with the records of them: the table of lines is that of the workbook, its root that of the
/// record, and the paper is there.
struct LaboratoryAudit: Audit {
    let title = "检测报告"

    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let (hasher, records) = try await book.database.read { connection in
            (
                try LedgerStore.soundHasher(in: connection),
                try RecordStore.readableRecords(of: LaboratoryActions.reported, in: connection)
            )
        }
        var lines: Int64 = 0
        for record in records {
            func bytes(_ field: String) -> [UInt8]? {
                try? book.archive.attachments.bytes(of: AttachmentID(rawValue: record.body[field]?.text ?? ""))
            }
            guard let workbook = bytes("attachment"), let table = bytes("table"), bytes("paper") != nil else {
                report(finding(record, "附件缺失或内容已改变"))
                continue
            }
            guard let tree = try? LineTree.make(of: table, with: hasher), tree.root.base64 == record.body["root"]?.text,
                tree.size == record.body["lines"]?.integer
            else {
                report(finding(record, "各行的默克尔根与记录不符"))
                continue
            }
            let day = Instant(milliseconds: record.timeMilliseconds).beijingDate
            let rules = try ManualRules(book.archive.catalog, on: day)
            if let again = try? LaboratoryTable(workbook, by: rules.laboratory), again.lines != table {
                report(finding(record, "数据表与工作簿不一致"))
                continue
            }
            lines += tree.size
        }
        return "检测报告 \(records.count) 份、\(lines) 行"
    }

    private func finding(_ record: LedgerRecord, _ fault: String) -> AuditFinding {
        AuditFinding(
            item: "attachment/\(record.body["attachment"]?.text ?? "")",
            place: "第 \(record.sequence) 条记录登记的检测报告 \(record.body["file"]?.text ?? "")", fault: fault)
    }
}
