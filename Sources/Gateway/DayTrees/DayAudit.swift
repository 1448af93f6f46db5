import Ledger
import Records
import Storage

/// Makes the trees of closed days again and compares them with their records.
struct DayAudit: Audit {
    let title = "按日报文树"

    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let log = book.archive.packets
        let (hasher, closings) = try await book.database.read { connection in
            (try LedgerStore.soundHasher(in: connection), try DayStore.closings(in: connection))
        }
        var (checked, gone) = (0, 0)
        for closing in closings {
            // What was removed after its time cannot be hashed again; its list still has the root that is on record.
            let isGone = closing.from < log.start
            guard (try? book.archive.attachments.bytes(of: closing.list)) != nil else {
                report(
                    AuditFinding(
                        item: "attachment/\(closing.list.rawValue)",
                        place: "第 \(closing.sequence) 条记录的按日报文清单", fault: "缺失或内容已改变"))
                continue
            }
            do {
                let listed = try DayStore.devices(of: closing, from: book.archive, with: hasher)
                if isGone {
                    gone += 1
                    continue
                }
                let trees = DayTrees(from: closing.from, to: closing.to, hasher: hasher)
                let packets = Int(listed.reduce(0) { $0 + $1.packets })
                let made = try await BackgroundThread.run { try trees.devices(in: log, count: packets) }
                if made != listed { report(finding(closing, "与报文库中的报文不符")) }
                checked += 1
            } catch is StorageError {
                report(finding(closing, "所据报文已损坏"))
            } catch is LedgerError {
                report(finding(closing, "清单与记录的根不符"))
            }
        }
        return "按日 \(checked) 次，原始报文已到期销毁的 \(gone) 次"
    }

    private func finding(_ closing: DayStore.Closing, _ fault: String) -> AuditFinding {
        AuditFinding(item: "day/\(closing.sequence)", place: "第 \(closing.sequence) 条记录的按日报文树", fault: fault)
    }
}
