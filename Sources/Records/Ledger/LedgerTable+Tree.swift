import Ledger
import Storage

extension LedgerTable {
    /// The tree over the records (Docs/formats/tree.md) and the checkpoints signed over it.
    static let treeMigration = Migration(
        id: "records.2.tree",
        statements: [
            """
            CREATE TABLE ledger_node (
                level INTEGER NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, position)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE TABLE ledger_state (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), frontier BLOB NOT NULL) STRICT",
            """
            CREATE TABLE checkpoint (
                size INTEGER NOT NULL PRIMARY KEY CHECK (size >= 0), time INTEGER NOT NULL, note BLOB NOT NULL
            ) STRICT
            """,
        ])

    /// The state of the tree; nil before its first record.
    static func frontier(in connection: ReadConnection) throws -> TreeFrontier? {
        try connection.first("SELECT frontier FROM ledger_state") {
            try TreeFrontier(stored: try $0.bytes("frontier"))
        }
    }

    static func store(_ frontier: TreeFrontier, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO ledger_state (id, frontier) VALUES (1, \(frontier.bytes))
            ON CONFLICT (id) DO UPDATE SET frontier = excluded.frontier
            """)
    }

    static func append(_ nodes: [(Subtree, TreeHash)], to connection: WriteConnection) throws {
        for (subtree, hash) in nodes {
            try connection.execute(
                """
                INSERT INTO ledger_node (level, position, hash)
                VALUES (\(subtree.level), \(subtree.index), \(hash.bytes))
                """)
        }
    }

    /// Keeps a checkpoint, in place of a copy of it with fewer signatures.
    static func store(_ checkpoint: SignedCheckpoint, at milliseconds: Int64, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO checkpoint (size, time, note) VALUES
            (\(checkpoint.checkpoint.size), \(milliseconds), \(checkpoint.bytes))
            ON CONFLICT (size) DO UPDATE SET note = excluded.note
            """)
    }
}
