import Ledger
package import Storage

/// A record without its content, for lists.
package struct RecordHeader: Hashable, Sendable {
    package let sequence: Int64
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let timeMilliseconds: Int64
    package let actor: String
    package let action: String
    package let subject: String

    init(_ row: SQLRow) throws {
        sequence = try row.integer("seq")
        timeMilliseconds = try row.integer("time")
        actor = try row.text("actor")
        action = try row.text("action")
        subject = try row.text("subject")
    }
}

extension RecordStore {
    /// The records behind one and up to another, in order.
    package static func headers(
        after sequence: Int64, through end: Int64, in connection: ReadConnection
    ) throws -> [RecordHeader] {
        try connection.rows(
            """
            SELECT seq, time, actor, action, subject FROM record WHERE seq > \(sequence) AND seq <= \(end) ORDER BY seq
            """, RecordHeader.init)
    }

    /// When a record was made, in milliseconds since 1970-01-01T00:00:00Z; nil when there is none of this number.
    package static func time(of sequence: Int64, in connection: ReadConnection) throws -> Int64? {
        try connection.first("SELECT time FROM record WHERE seq = \(sequence)") { try $0.integer("time") }
    }
}
