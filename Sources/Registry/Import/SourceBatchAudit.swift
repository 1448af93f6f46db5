import Ledger
import Records
import Storage

/// Compares files of sources with the records of their imports.
struct SourceBatchAudit: Audit {
    let title = "导入的档案"

    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let (hasher, imports) = try await book.database.read { connection in
            (
                try LedgerStore.soundHasher(in: connection),
                try RecordStore.readableRecords(of: SourceActions.imported, in: connection)
            )
        }
        var lines: Int64 = 0
        for record in imports {
            let id = AttachmentID(rawValue: record.body["attachment"]?.text ?? "")
            guard let bytes = try? book.archive.attachments.bytes(of: id) else {
                report(finding(record, id, "附件缺失或内容已改变"))
                continue
            }
            guard let tree = try? SourceTable.tree(of: bytes, with: hasher),
                tree.root.base64 == record.body["root"]?.text, tree.size == record.body["lines"]?.integer
            else {
                report(finding(record, id, "各行的默克尔根与记录不符"))
                continue
            }
            lines += tree.size
        }
        return "档案导入 \(imports.count) 次、\(lines) 行"
    }

    private func finding(_ record: LedgerRecord, _ id: AttachmentID, _ fault: String) -> AuditFinding {
        AuditFinding(
            item: "attachment/\(id.rawValue)",
            place: "第 \(record.sequence) 条记录导入的文件 \(record.body["file"]?.text ?? "")", fault: fault)
    }
}
