import Ledger
import Records
import Storage

/// Compares the segments of the packet log with their records, and reads what no record covers yet.
struct SegmentAudit: Audit {
    let title = "报文库"

    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let log = book.archive.packets
        let (hasher, closings, expiries) = try await book.database.read { connection in
            (
                try LedgerStore.head(in: connection).hasher,
                try RecordStore.records(of: SegmentActions.segmentClosed, in: connection),
                try RecordStore.records(of: SegmentActions.packetsExpired, in: connection)
            )
        }
        let expired = expiries.compactMap { Self.range($0.body) }
        var (checked, gone, packets) = (0, 0, 0)
        for closing in closings {
            guard let range = Self.range(closing.body) else {
                report(
                    AuditFinding(
                        item: "record/\(closing.sequence)", place: "第 \(closing.sequence) 条记录", fault: "分段的地址不成立"))
                continue
            }
            // What was removed by a recorded decision after its time is no loss.
            if expired.contains(where: { $0.start <= range.start && range.end <= $0.end }) {
                gone += 1
                continue
            }
            do {
                let tree = try await log.tree(of: range, with: hasher)
                let summary = try log.summary(of: range)
                packets += summary.packetCount
                checked += 1
                if let fault = Self.fault(of: summary, root: tree.root, by: closing) {
                    report(Self.finding(range, fault + "（第 \(closing.sequence) 条记录）"))
                }
            } catch let error as StorageError {
                report(Self.finding(range, Self.words(error)))
            }
        }
        let open = try readUnrecorded(log, behind: closings.compactMap { Self.range($0.body) }, report)
        return "已关闭的分段 \(checked) 个、报文 \(packets) 条，已到期销毁的分段 \(gone) 个，尚未记入台账的报文 \(open) 条"
    }

    private static func range(_ body: CanonicalValue) -> SegmentRange? {
        guard let start = body["start"]?.integer, let end = body["end"]?.integer, start < end else { return nil }
        return SegmentRange(start: PacketAddress(rawValue: start), end: PacketAddress(rawValue: end))
    }

    private static func fault(of summary: SegmentSummary, root: TreeHash, by record: LedgerRecord) -> String? {
        if record.body["packets"]?.integer != Int64(summary.packetCount) { return "报文条数与记录不符" }
        if record.body["sha256"]?.text != summary.contentHash { return "内容与记录的 sha256 不符" }
        // Version 1 of the record had no root; its sha256 covers the same bytes.
        if let recorded = record.body["root"]?.text, recorded != root.base64 { return "默克尔根与记录不符" }
        return nil
    }

    private static func finding(_ range: SegmentRange, _ fault: String) -> AuditFinding {
        AuditFinding(item: "segment/\(range.name)", place: "报文分段 \(range.name)", fault: fault)
    }

    private static func words(_ error: StorageError) -> String {
        switch error.code {
        case .damagedPacketLog: "在地址 \(error.detail) 处损坏"
        default: "缺失或无法读取：\(error.detail)"
        }
    }

    /// Entries that no record covers have only their own checksums.
    private func readUnrecorded(
        _ log: PacketLog, behind recorded: [SegmentRange], _ report: (AuditFinding) -> Void
    ) throws -> Int {
        var position = recorded.map(\.end).max() ?? log.start
        var count = 0
        while position < log.durableEnd {
            do {
                let packets = try log.read(from: position)
                guard let last = packets.last else { break }
                count += packets.count
                position = log.address(after: last)
            } catch let error as StorageError where error.code == .damagedPacketLog {
                report(
                    AuditFinding(
                        item: "packet/\(position.rawValue)", place: "报文地址 \(position.rawValue)",
                        fault: "此处不是完整的报文，其后直到分段末尾未能核对"))
                guard let next = log.segmentEnd(behind: position), next > position else { break }
                position = next
            }
        }
        return count
    }
}
