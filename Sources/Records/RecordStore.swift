package import Ledger
package import Storage

/// Questions about records themselves.
package enum RecordStore {
    /// The record with a sequence number.
    package static func record(_ sequence: Int64, in connection: ReadConnection) throws -> LedgerRecord? {
        try connection.first("SELECT bytes FROM record WHERE seq = \(sequence)") {
            try LedgerRecord(canonical: try $0.bytes("bytes"))
        }
    }

    /// The number of the last record: the present moment of the ledger.
    package static func lastSequence(in connection: ReadConnection) throws -> Int64 {
        try LedgerTable.lastSequence(in: connection)
    }

    /// The number of the last record of an action; 0 when there is none.
    package static func lastSequence(of action: String, in connection: ReadConnection) throws -> Int64 {
        try connection.first("SELECT max(seq) AS last FROM record WHERE action = \(action)") {
            try $0.optionalInteger("last") ?? 0
        } ?? 0
    }

    /// The records of an action, in order.
    package static func records(of action: String, in connection: ReadConnection) throws -> [LedgerRecord] {
        try connection.rows("SELECT bytes FROM record WHERE action = \(action) ORDER BY seq") {
            try LedgerRecord(canonical: try $0.bytes("bytes"))
        }
    }

    /// The records of an action that can be read, in order, for checks that go on behind one that cannot.
    package static func readableRecords(of action: String, in connection: ReadConnection) throws -> [LedgerRecord] {
        try connection.rows("SELECT bytes FROM record WHERE action = \(action) ORDER BY seq") {
            try? LedgerRecord(canonical: try $0.bytes("bytes"))
        }.compactMap(\.self)
    }

    /// What the records of an action are about, each once and in order.
    package static func subjects(of action: String, in connection: ReadConnection) throws -> [String] {
        try connection.rows("SELECT DISTINCT subject FROM record WHERE action = \(action) ORDER BY subject") {
            try $0.text("subject")
        }
    }

    /// How far packets are projected.
    package static func packetCursor(in connection: ReadConnection) throws -> PacketAddress? {
        try LedgerTable.packetCursor(in: connection)
    }
}
