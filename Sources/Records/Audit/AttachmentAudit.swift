import Storage

/// Reads every attachment and compares it with its name, the hash of its content.
package struct AttachmentAudit: Audit {
    package init() {}

    package let title = "附件"

    package func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let attachments = book.archive.attachments
        let ids = try attachments.ids
        for id in ids where (try? attachments.bytes(of: id)) == nil {
            report(AuditFinding(item: "attachment/\(id.rawValue)", place: "附件 \(id.rawValue)", fault: "内容已改变"))
        }
        return "附件 \(ids.count) 个"
    }
}
