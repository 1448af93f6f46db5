import Ledger
import Storage

/// The SQL of the door itself: the table of records, the cursor of packet projection, the memory of projections' shapes.
///
/// Besides projections and states this is the one file that writes; rows of `record` are only ever appended.
enum LedgerTable {
    static let migrations = [
        Migration(
            id: "records.1.ledger",
            statements: [
                """
                CREATE TABLE record (
                    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
                    time INTEGER NOT NULL,
                    actor TEXT NOT NULL,
                    action TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    bytes BLOB NOT NULL
                ) STRICT
                """,
                "CREATE INDEX record_action ON record (action, seq)",
                "CREATE INDEX record_subject ON record (subject, seq)",
                "CREATE TABLE packet_cursor (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), address INTEGER NOT NULL) STRICT",
                """
                CREATE TABLE projection_object (
                    position INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL UNIQUE
                ) STRICT
                """,
                "CREATE TABLE projection_schema (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), schema TEXT NOT NULL) STRICT",
            ]),
        treeMigration,
    ]

    static func lastSequence(in connection: ReadConnection) throws -> Int64 {
        try connection.first("SELECT max(seq) AS last FROM record") { try $0.optionalInteger("last") ?? 0 } ?? 0
    }

    /// - Parameter bytes: the record's canonical bytes.
    static func append(_ record: LedgerRecord, _ bytes: [UInt8], to connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO record (seq, time, actor, action, subject, bytes) VALUES
            (\(record.sequence), \(record.timeMilliseconds), \(record.actor), \(record.action), \(record.subject), \(bytes))
            """)
    }

    static func records(after sequence: Int64, limit: Int, in connection: ReadConnection) throws -> [LedgerRecord] {
        try storedRecords(after: sequence, limit: limit, in: connection).map { try LedgerRecord(canonical: $0.bytes) }
    }

    /// Records as they are stored, unread.
    static func storedRecords(
        after sequence: Int64, limit: Int, in connection: ReadConnection
    ) throws -> [(sequence: Int64, bytes: [UInt8])] {
        try connection.rows("SELECT seq, bytes FROM record WHERE seq > \(sequence) ORDER BY seq LIMIT \(limit)") {
            (try $0.integer("seq"), try $0.bytes("bytes"))
        }
    }

    static func packetCursor(in connection: ReadConnection) throws -> PacketAddress? {
        try connection.first("SELECT address FROM packet_cursor") {
            PacketAddress(rawValue: try $0.integer("address"))
        }
    }

    static func movePacketCursor(to address: PacketAddress, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO packet_cursor (id, address) VALUES (1, \(address.rawValue))
            ON CONFLICT (id) DO UPDATE SET address = excluded.address
            """)
    }

    static func projectionSchema(in connection: ReadConnection) throws -> String? {
        try connection.first("SELECT schema FROM projection_schema") { try $0.text("schema") }
    }

    /// The statements that remove every object of the present projections, dependants first.
    static func projectionDrops(in connection: ReadConnection) throws -> [String] {
        try connection.rows("SELECT kind, name FROM projection_object ORDER BY position DESC") {
            "DROP \(try $0.text("kind")) IF EXISTS \(try $0.text("name"))"
        }
    }

    static func rememberProjections(
        schema: String, definitions: [Definition], in connection: WriteConnection
    ) throws {
        try connection.execute("DELETE FROM projection_object")
        for (position, definition) in definitions.enumerated() {
            try connection.execute(
                """
                INSERT INTO projection_object (position, kind, name)
                VALUES (\(position), \(definition.kind.rawValue), \(definition.name))
                """)
        }
        try connection.execute(
            """
            INSERT INTO projection_schema (id, schema) VALUES (1, \(schema))
            ON CONFLICT (id) DO UPDATE SET schema = excluded.schema
            """)
    }
}
