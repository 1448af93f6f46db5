import Ledger
import Storage

/// Compares the rule files that were put in force with their records: without them no figure of the past can be judged again.
package struct RulesAudit: Audit {
    package init() {}

    package let title = "规则文件"

    package func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let attachments = book.archive.attachments
        let (hasher, adoptions) = try await book.database.read { connection in
            (
                try LedgerStore.soundHasher(in: connection),
                try RecordStore.readableRecords(of: RuleActions.adopted, in: connection)
            )
        }
        var known: Set<AttachmentID> = []
        for adoption in adoptions {
            let place = "第 \(adoption.sequence) 条记录采用的规则目录"
            let id = RulesOnRecord.id(of: adoption)
            guard let bytes = try? attachments.bytes(of: id), let listing = try? RuleListing(canonical: bytes),
                try listing.root(with: hasher).base64 == adoption.body["root"]?.text
            else {
                report(AuditFinding(item: "attachment/\(id.rawValue)", place: place, fault: "清单缺失，或与记录的根不符"))
                continue
            }
            for (path, file) in listing.files.sorted(by: { $0.key < $1.key })
            where known.insert(file).inserted && (try? attachments.bytes(of: file)) == nil {
                report(
                    AuditFinding(
                        item: "attachment/\(file.rawValue)", place: "\(place)中的 \(path)", fault: "缺失或内容已改变"))
            }
        }
        return "采用 \(adoptions.count) 次、文件 \(known.count) 份"
    }
}
