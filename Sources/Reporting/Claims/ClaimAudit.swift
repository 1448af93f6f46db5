import Ledger
import Records
import Storage

/// Compares the claims and files of sealed documents with their records.
struct ClaimAudit: Audit {
    let title = "封存文件"

    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let (hasher, records) = try await book.database.read { connection in
            (
                try LedgerStore.soundHasher(in: connection),
                try SealActions.sealings.flatMap { try RecordStore.readableRecords(of: $0, in: connection) }
            )
        }
        var count: Int64 = 0
        for record in records {
            let place = "第 \(record.sequence) 条记录封存的 \(record.subject)"
            guard let document = try? SealedDocument(record) else {
                report(AuditFinding(item: "record/\(record.sequence)", place: place, fault: "记录缺少内容"))
                continue
            }
            for id in [document.claims, document.file] where (try? book.archive.attachments.bytes(of: id)) == nil {
                report(AuditFinding(item: "attachment/\(id.rawValue)", place: place, fault: "附件缺失或内容已改变"))
            }
            guard (try? SealStore.claims(of: document, from: book.archive, hasher: hasher)) != nil else {
                report(AuditFinding(item: "claims/\(record.sequence)", place: place, fault: "各数字的凭证与记录不符"))
                continue
            }
            count += document.claimCount
        }
        return "文件 \(records.count) 份、数字凭证 \(count) 个"
    }
}
