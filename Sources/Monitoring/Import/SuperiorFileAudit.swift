import Ledger
import Records
import Storage

/// Looks for the files of the superior's platform from which marks, replacement values and tickets were taken.
struct SuperiorFileAudit: Audit {
    let title = "上级平台导出的文件"

    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let (marks, tickets) = try await book.database.read { connection in
            (
                try RecordStore.readableRecords(of: OutletMarkActions.imported, in: connection),
                try RecordStore.readableRecords(of: TicketActions.received, in: connection)
            )
        }
        let named =
            marks.map { ($0, $0.subject) } + tickets.map { ($0, $0.body["attachment"]?.text ?? "") }
        var sound: [String: Bool] = [:]
        for (record, file) in named {
            // Many tickets come in one file.
            let isSound = sound[file] ?? Self.isSound(file, book)
            sound[file] = isSound
            if isSound { continue }
            report(
                AuditFinding(
                    item: "attachment/\(file)",
                    place: "第 \(record.sequence) 条记录导入的文件 \(record.body["file"]?.text ?? "")", fault: "附件缺失或内容已改变"))
        }
        return "上级平台导出的文件 \(sound.count) 个"
    }

    private static func isSound(_ file: String, _ book: RecordBook) -> Bool {
        (try? book.archive.attachments.bytes(of: AttachmentID(rawValue: file))) != nil
    }
}
