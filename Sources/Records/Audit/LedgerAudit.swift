import Ledger
import Storage

/// Hashes every record again and compares it with the tree, the tree with its head, and the head with what was signed.
package struct LedgerAudit: Audit {
    package init() {}

    package let title = "台账"

    package func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String {
        try await book.database.read { connection in
            var check = try LedgerCheck(in: connection, report: report)
            try check.run()
            return "记录 \(check.size) 条，检查点 \(check.checkpoints) 个"
        }
    }
}

/// One pass over the ledger.
private struct LedgerCheck {
    private static let pageLength = 500

    private let connection: ReadConnection
    private let report: (AuditFinding) -> Void
    private let stored: TreeFrontier?
    private var frontier: TreeFrontier
    /// Signed heads by size.
    private var signed: [Int64: SignedCheckpoint] = [:]
    /// Sizes of checkpoints that are damaged or falsely signed.
    private var faulty: [Int64] = []
    /// Subtrees whose stored hash is not the one that follows from the records.
    private var differing: Set<Subtree> = []
    /// Records of which a fault was told.
    private var accused: Set<Int64> = []
    /// Whether a fault was told that explains every head behind it.
    private var isBroken = false
    private(set) var checkpoints = 0

    var size: Int64 { frontier.size }

    init(in connection: ReadConnection, report: @escaping (AuditFinding) -> Void) throws {
        self.connection = connection
        self.report = report
        do {
            stored = try LedgerTable.frontier(in: connection)
        } catch is LedgerError {
            stored = nil
        }
        frontier = TreeFrontier(try LedgerStore.soundHasher(in: connection))
    }

    mutating func run() throws {
        try readCheckpoints()
        compareWithSigned()
        scan: while true {
            let rows = try connection.rows(
                """
                SELECT seq, time, actor, action, subject, bytes FROM record WHERE seq > \(size)
                ORDER BY seq LIMIT \(Self.pageLength)
                """, Row.init)
            if rows.isEmpty { break }
            for row in rows {
                guard row.sequence == size + 1 else {
                    accuse(size + 1, "缺失")
                    isBroken = true
                    break scan
                }
                try check(row)
            }
        }
        try finish()
    }

    /// A record as it stands in the table.
    private struct Row {
        let sequence: Int64
        let time: Int64
        let actor: String
        let action: String
        let subject: String
        let bytes: [UInt8]

        init(_ row: SQLRow) throws {
            sequence = try row.integer("seq")
            time = try row.integer("time")
            actor = try row.text("actor")
            action = try row.text("action")
            subject = try row.text("subject")
            bytes = try row.bytes("bytes")
        }

        /// The columns are copies for look-ups; they must say what the bytes say.
        func fault() -> String? {
            guard let record = try? LedgerRecord(canonical: bytes) else { return "内容不是规范形式的记录" }
            let isCopy =
                record.sequence == sequence && record.timeMilliseconds == time && record.actor == actor
                && record.action == action && record.subject == subject
            return isCopy ? nil : "检索列与记录内容不同"
        }
    }

    private mutating func check(_ row: Row) throws {
        if let fault = row.fault() { accuse(row.sequence, fault) }
        var completed: [(Subtree, TreeHash)] = []
        frontier.append(frontier.hasher.leaf(row.bytes)) { completed.append(($0, $1)) }
        for (subtree, hash) in completed { try compare(subtree, hash) }
        compareWithSigned()
    }

    private mutating func compare(_ subtree: Subtree, _ hash: TreeHash) throws {
        let stored = try connection.first(
            "SELECT hash FROM ledger_node WHERE level = \(subtree.level) AND position = \(subtree.index)"
        ) { TreeHash(try $0.bytes("hash")) }
        if (stored ?? nil) == hash {
            // The parent knows the leaf as it is: the stored leaf hash is at fault, not the record.
            for child in children(of: subtree) where differing.remove(child) != nil {
                if child.level == 0 { report(node(child)) }
            }
            return
        }
        let guilty = children(of: subtree).filter { differing.contains($0) }
        differing.insert(subtree)
        if subtree.level == 0 { return }
        if guilty.isEmpty {
            report(node(subtree))
            differing.remove(subtree)
        }
        for leaf in guilty where leaf.level == 0 {
            accuse(leaf.index + 1)
            isBroken = true
        }
    }

    private mutating func accuse(_ sequence: Int64, _ fault: String = "内容与台账树中的哈希不符，已被改动") {
        if accused.insert(sequence).inserted { report(.record(sequence, fault)) }
    }

    private func children(of subtree: Subtree) -> [Subtree] {
        guard subtree.level > 0 else { return [] }
        return [0, 1].map { Subtree(level: subtree.level - 1, index: subtree.index * 2 + $0) }
    }

    private func node(_ subtree: Subtree) -> AuditFinding {
        AuditFinding(
            item: "node/\(subtree.level)/\(subtree.index)", place: "台账树第 \(subtree.level) 层第 \(subtree.index) 个节点",
            fault: "存储的哈希缺失或与记录不符")
    }

    private mutating func readCheckpoints() throws {
        let keys = try CheckpointKeys(in: connection)
        for (size, note) in try connection.rows(
            "SELECT size, note FROM checkpoint ORDER BY size", { (try $0.integer("size"), try $0.bytes("note")) })
        {
            checkpoints += 1
            if let checkpoint = try? SignedCheckpoint(note), checkpoint.checkpoint.size == size,
                keys.haveSigned(checkpoint)
            {
                signed[size] = checkpoint
            } else {
                faulty.append(size)
            }
        }
    }

    private mutating func compareWithSigned() {
        guard let checkpoint = signed.removeValue(forKey: size)?.checkpoint, !isBroken,
            checkpoint.root != frontier.root
        else { return }
        // A leaf that differs is accused when its parent is complete; until then the head cannot tell more.
        if differing.contains(where: { $0.level == 0 }) { return }
        report(
            AuditFinding(
                item: "checkpoint/\(size)", place: "第 \(size) 条记录的检查点",
                fault: "签过名的根与现有记录不符：前 \(size) 条记录中有被改写的"))
        isBroken = true
    }

    private mutating func finish() throws {
        let isHead = stored?.bytes == frontier.bytes
        for leaf in differing.filter({ $0.level == 0 }).sorted(by: { $0.index < $1.index }) {
            // Without a parent only the head can tell which of both is at fault.
            let isAccused = Subtree(level: 1, index: leaf.index >> 1)
            if differing.contains(isAccused) { continue }
            if isHead { report(node(leaf)) } else { accuse(leaf.index + 1) }
            isBroken = isBroken || !isHead
        }
        // A leaf of the tree without a record: the state is right, and the record is gone.
        let isShort = try !isBroken && (stored?.size ?? 0) > size && hasLeaf(size)
        if isShort { accuse(size + 1, "缺失") }
        if !isHead, !isBroken, !isShort, size > 0 {
            report(AuditFinding(item: "state", place: "台账树的状态", fault: "与记录不符"))
        }
        // Told behind the records: the key that signed stands in one of them.
        for size in faulty where accused.isEmpty {
            report(
                AuditFinding(item: "checkpoint/\(size)", place: "第 \(size) 条记录的检查点", fault: "内容损坏，或签名不成立"))
        }
        for (size, _) in signed.sorted(by: { $0.key < $1.key }) where !isBroken {
            report(
                AuditFinding(
                    item: "checkpoint/\(size)", place: "第 \(size) 条记录的检查点",
                    fault: "签名时有 \(size) 条记录，现在只有 \(self.size) 条"))
        }
        let nodes = try connection.first("SELECT count(*) AS n FROM ledger_node") { try $0.integer("n") } ?? 0
        let expected = 2 * size - Int64(size.nonzeroBitCount)
        if nodes != expected, !isBroken, !isShort {
            report(
                AuditFinding(
                    item: "node", place: "台账树", fault: "有 \(nodes) 个节点，应有 \(expected) 个"))
        }
    }
    private func hasLeaf(_ index: Int64) throws -> Bool {
        try connection.exists("SELECT 1 FROM ledger_node WHERE level = 0 AND position = \(index)")
    }
}
