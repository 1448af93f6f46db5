import Ledger
import Records
import Registry
import Storage

/// Compares imported files with the records of their imports.
struct ImportAudit: Audit {
    let title = "导入文件"

    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let (hasher, imports) = try await book.database.read { connection in
            (
                try LedgerStore.soundHasher(in: connection),
                try RecordStore.readableRecords(of: ImportActions.fileImported, in: connection)
            )
        }
        var lines: Int64 = 0
        for record in imports {
            let id = AttachmentID(rawValue: record.subject)
            guard let bytes = try? book.archive.attachments.bytes(of: id) else {
                report(finding(record, "附件缺失或内容已改变"))
                continue
            }
            // Version 1 of the record named the file by its hash only, which was compared just now.
            guard let root = record.body["root"]?.text else { continue }
            guard let tree = try? LineTree.make(of: bytes, with: hasher), tree.root.base64 == root,
                tree.size == record.body["lines"]?.integer
            else {
                report(finding(record, "各行的默克尔根与记录不符"))
                continue
            }
            lines += tree.size
        }
        return "导入 \(imports.count) 次、\(lines) 行"
    }

    private func finding(_ record: LedgerRecord, _ fault: String) -> AuditFinding {
        AuditFinding(
            item: "attachment/\(record.subject)",
            place: "第 \(record.sequence) 条记录导入的文件 \(record.body["file"]?.text ?? "")",
            fault: fault)
    }
}
