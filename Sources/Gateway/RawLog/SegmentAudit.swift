import Ledger
import Records
import Storage

/// Compares the segments of the packet log with their records, and reads what no record covers yet.
struct SegmentAudit: Audit {
    let title = "报文库"

    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        let log = book.archive.packets
        let (hasher, closings, expiries, cursor) = try await book.database.read { connection in
            (
                try LedgerStore.soundHasher(in: connection),
                try RecordStore.readableRecords(of: SegmentActions.segmentClosed, in: connection),
                try RecordStore.readableRecords(of: SegmentActions.packetsExpired, in: connection),
                try RecordStore.packetCursor(in: connection)
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
            guard let (summary, root) = try await check(range, of: log, with: hasher, report) else { continue }
            packets += summary.packetCount
            checked += 1
            if let fault = Self.fault(of: summary, root: root, by: closing) {
                report(Self.finding(range, fault + "（第 \(closing.sequence) 条记录）"))
            }
        }
        let recorded = closings.compactMap { Self.range($0.body) }.map(\.end).max() ?? log.start
        let open = try await readUnrecorded(log, behind: recorded, with: hasher, report)
        try Self.checkEnd(of: log, cursor: cursor, report)
        return "已关闭的分段 \(checked) 个、报文 \(packets) 条，已到期销毁的分段 \(gone) 个，尚未记入台账的报文 \(open) 条"
    }

    /// Reads a closed segment and its index to their ends; nil when the segment is at fault.
    private func check(
        _ range: SegmentRange, of log: PacketLog, with hasher: TreeHasher, _ report: (AuditFinding) -> Void
    ) async throws -> (SegmentSummary, TreeHash)? {
        do {
            let tree = try await log.tree(of: range, with: hasher)
            if try await !log.hasSoundIndex(range, key: .device) {
                report(
                    AuditFinding(
                        item: "segment-index/\(range.name)", place: "报文分段 \(range.name) 的索引",
                        fault: "缺失或损坏；报文不受影响，检索时不用它。请运行 qingheng rebuild 重新生成"))
            }
            return (try log.summary(of: range), tree.root)
        } catch let error as StorageError {
            report(Self.finding(range, Self.words(error)))
            return nil
        }
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
        _ log: PacketLog, behind recorded: PacketAddress, with hasher: TreeHasher, _ report: (AuditFinding) -> Void
    ) async throws -> Int {
        var (position, count) = (recorded, 0)
        for segment in log.presentSegments where segment.range.end > recorded {
            if position < segment.range.start {
                report(Self.finding(position, "到地址 \(segment.range.start.rawValue) 为止的报文缺失"))
            }
            if segment.isClosed {
                count += try await check(segment.range, of: log, with: hasher, report)?.0.packetCount ?? 0
            } else {
                count += try readPlain(segment.range, of: log, report)
            }
            position = segment.range.end
        }
        return count
    }

    private func readPlain(
        _ range: SegmentRange, of log: PacketLog, _ report: (AuditFinding) -> Void
    ) throws -> Int {
        var (position, count) = (range.start, 0)
        while position < range.end {
            do {
                let packets = try log.read(from: position)
                guard let last = packets.last else { break }
                count += packets.count
                position = log.address(after: last)
            } catch let error as StorageError where error.code == .damagedPacketLog {
                report(Self.finding(position, "此处不是完整的报文，已损坏"))
                guard let next = try log.soundAddress(behind: position) else { break }
                position = next
            }
        }
        return count
    }

    /// What stands behind the last whole entry, and whether more was read once than is there.
    private static func checkEnd(
        of log: PacketLog, cursor: PacketAddress?, _ report: (AuditFinding) -> Void
    ) throws {
        let (end, stray) = (log.durableEnd, try log.strayByteCount)
        if let cursor, cursor > end {
            report(finding(end, "报文库到此为止，数据表却已读到地址 \(cursor.rawValue)：其间的报文已损坏或丢失"))
        } else if stray > 0 {
            report(
                finding(end, "末尾 \(stray) 字节不是完整的报文：服务被强行终止时没有写完、也没有应答的，启动时会去掉；此外的情形为损坏"))
        }
    }

    private static func finding(_ address: PacketAddress, _ fault: String) -> AuditFinding {
        AuditFinding(item: "packet/\(address.rawValue)", place: "报文地址 \(address.rawValue)", fault: fault)
    }
}
