import Ledger
import Storage

/// Appends records to the ledger within one transaction: each takes the next sequence and becomes the next leaf.
struct LedgerAppender {
    private let connection: WriteConnection
    private var frontier: TreeFrontier
    private(set) var lastSequence: Int64
    var hasher: TreeHasher { frontier.hasher }

    /// Takes up the ledger where it ends; what a store from before the tree lacks is hashed now.
    ///
    /// - Throws: `RecordsError` with `.brokenLedger` when the tree has more leaves than there are records.
    init(_ connection: WriteConnection) throws {
        self.connection = connection
        lastSequence = try LedgerTable.lastSequence(in: connection.reading)
        frontier = try LedgerTable.frontier(in: connection.reading) ?? TreeFrontier(try TreeHasher(.sha256))
        guard frontier.size <= lastSequence else {
            throw RecordsError(.brokenLedger, field: "tree", detail: "\(lastSequence + 1)")
        }
        while frontier.size < lastSequence {
            for record in try LedgerTable.storedRecords(after: frontier.size, limit: 500, in: connection.reading) {
                guard record.sequence == frontier.size + 1 else {
                    throw RecordsError(.brokenLedger, field: "record", detail: "\(frontier.size + 1)")
                }
                try append(leaf: record.bytes)
            }
        }
    }

    /// Appends a record; its sequence must be the next one.
    mutating func append(_ record: LedgerRecord) throws {
        let bytes = try record.bytes()
        try LedgerTable.append(record, bytes, to: connection)
        try append(leaf: bytes)
        lastSequence = record.sequence
    }

    /// Stores the state of the tree; nothing counts before.
    func finish() throws { try LedgerTable.store(frontier, in: connection) }

    private mutating func append(leaf bytes: [UInt8]) throws {
        var nodes: [(Subtree, TreeHash)] = []
        frontier.append(frontier.hasher.leaf(bytes)) { nodes.append(($0, $1)) }
        try LedgerTable.append(nodes, to: connection)
    }
}
