import Ledger
import Storage

/// Compares the facts about people with the commitments in their records; what was erased must have been erased by a record.
package struct PersonalAudit: Audit {
    package init() {}

    private static let pageLength = 500
    /// How a body with commitments is told from others before it is read.
    private static let mark = Array("\"\(PersonalState.member)\":{".utf8)

    package let title = "个人信息"

    package func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        try await book.database.read { connection in
            let hasher = try LedgerStore.soundHasher(in: connection)
            let decisions = try Self.decisions(in: connection)
            var (last, count, erased): (Int64, Int, Int) = (0, 0, 0)
            while true {
                let records = try LedgerTable.storedRecords(after: last, limit: Self.pageLength, in: connection)
                guard let end = records.last?.sequence else { break }
                last = end
                for stored in records where stored.bytes.firstRange(of: Self.mark) != nil {
                    guard let record = try? LedgerRecord(canonical: stored.bytes),
                        let commitments = record.body[PersonalState.member]?.members
                    else { continue }
                    let rows = try PersonalState.rows(of: record.sequence, in: connection)
                    for (field, commitment) in commitments.sorted(by: { $0.key < $1.key }) {
                        count += 1
                        let fault: String?
                        if case .erased(let by)? = rows[field]?.value {
                            erased += 1
                            fault =
                                decisions[by]?.contains("\(record.sequence)/\(field)") == true
                                ? nil : "已删除，但第 \(by) 条记录不是删除它的决定"
                        } else if let row = rows[field], let text = row.text, let salt = row.salt {
                            let right = PersonalCommitment(to: text, field: field, salt: salt, with: hasher).text
                            fault = right == commitment.text ? nil : "与记录中的承诺值不符，已被改动"
                        } else {
                            fault = "缺失"
                        }
                        if let fault {
                            report(
                                AuditFinding(
                                    item: "personal/\(record.sequence)/\(field)",
                                    place: "第 \(record.sequence) 条记录的个人信息 \(field)", fault: fault))
                        }
                    }
                }
            }
            return "个人信息 \(count) 项，其中依法删除 \(erased) 项"
        }
    }

    /// What each record of erasing erased.
    private static func decisions(in connection: ReadConnection) throws -> [Int64: Set<String>] {
        let records = try RecordStore.readableRecords(of: PersonalActions.erased, in: connection)
        return Dictionary(
            uniqueKeysWithValues: records.map { record in
                let subject = record.body["record"]?.integer ?? 0
                let fields = record.body["fields"]?.elements?.compactMap(\.text) ?? []
                return (record.sequence, Set(fields.map { "\(subject)/\($0)" }))
            })
    }
}
