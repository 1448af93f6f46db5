package import Ledger
import Records
package import Storage

/// Questions about entries of ledgers.
package enum LedgerEntryStore {
    /// An entry; nil when there is none.
    package static func entry(_ id: String, in connection: ReadConnection) throws -> LedgerEntry? {
        try connection.first(
            "SELECT id, ledger, day, name, seq, last, is_withdrawn, file, line FROM work_entry WHERE id = \(id)"
        ) { try entry($0, in: connection) }
    }

    /// Entries of a ledger, the latest day first.
    ///
    /// - Parameter year: only of this year; nil for all.
    package static func entries(
        of ledger: String, year: Int?, withdrawn: Bool = false, limit: Int, offset: Int = 0,
        in connection: ReadConnection
    ) throws -> [LedgerEntry] {
        let (from, to) = days(year)
        return try connection.rows(
            """
            SELECT id, ledger, day, name, seq, last, is_withdrawn, file, line FROM work_entry
            WHERE ledger = \(ledger) AND is_withdrawn = \(withdrawn) AND day BETWEEN \(from) AND \(to)
            ORDER BY day DESC, seq DESC LIMIT \(Int64(limit)) OFFSET \(Int64(offset))
            """
        ) { try entry($0, in: connection) }
    }

    /// How many there are.
    package static func count(
        of ledger: String, year: Int?, withdrawn: Bool = false, in connection: ReadConnection
    ) throws -> Int {
        let (from, to) = days(year)
        return try connection.first(
            """
            SELECT count(*) AS count FROM work_entry
            WHERE ledger = \(ledger) AND is_withdrawn = \(withdrawn) AND day BETWEEN \(from) AND \(to)
            """
        ) { Int(try $0.integer("count")) } ?? 0
    }

    /// The records of an entry, in order.
    package static func records(of id: String, in connection: ReadConnection) throws -> [LedgerRecord] {
        try connection.rows("SELECT seq FROM work_record WHERE entry = \(id) ORDER BY seq") { try $0.integer("seq") }
            .compactMap { try RecordStore.record($0, in: connection) }
    }

    private static func days(_ year: Int?) -> (String, String) {
        year.map { ("\($0)-01-01", "\($0)-12-31") } ?? ("0000-01-01", "9999-12-31")
    }

    private static func entry(_ row: SQLRow, in connection: ReadConnection) throws -> LedgerEntry {
        let id = try row.text("id")
        let values = try connection.rows("SELECT field, value FROM work_value WHERE entry = \(id)") {
            (try $0.text("field"), try $0.text("value"))
        }
        let line = try row.optionalInteger("line")
        return LedgerEntry(
            id: id, ledger: try row.text("ledger"), day: try row.text("day"), name: try row.text("name"),
            values: Dictionary(values, uniquingKeysWith: { $1 }), sequence: try row.integer("seq"),
            last: try row.integer("last"), isWithdrawn: try row.integer("is_withdrawn") == 1,
            origin: try row.optionalText("file").flatMap { file in
                line.map { LedgerEntry.Origin(file: file, line: $0) }
            })
    }
}
