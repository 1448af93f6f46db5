package import Ledger
package import Records
import Standards
package import Storage

/// Entries of ledgers and their values, as the last record of each leaves them.
package struct LedgerEntryProjection: Projection {
    package init() {}

    package let name = "work-ledgers"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "work_entry",
                """
                (id TEXT NOT NULL PRIMARY KEY, ledger TEXT NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL,
                seq INTEGER NOT NULL, last INTEGER NOT NULL, is_withdrawn INTEGER NOT NULL, file TEXT, line INTEGER) STRICT
                """),
            .index("work_entry_day", on: "work_entry (ledger, is_withdrawn, day)"),
            .table(
                "work_value",
                """
                (entry TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (entry, field))
                STRICT, WITHOUT ROWID
                """),
            .table(
                "work_record",
                "(entry TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (entry, seq)) STRICT, WITHOUT ROWID"),
        ] + LedgerEntryFigures.definitions
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard LedgerEntryActions.all.contains(record.action) else { return }
        let (id, body) = (record.subject, record.body)
        try connection.execute("INSERT INTO work_record (entry, seq) VALUES (\(id), \(record.sequence))")
        if record.action == LedgerEntryActions.withdrawn {
            try connection.execute(
                "UPDATE work_entry SET is_withdrawn = 1, last = \(record.sequence) WHERE id = \(id)")
            return
        }
        guard let ledger = body["ledger"]?.text, let values = LedgerEntryActions.values(body) else { return }
        // Which field dates and names an entry, the rules of the day of the record say.
        let day = Instant(secondsSince1970: record.timeMilliseconds / 1_000).beijingDate
        let rule = try WorkLedger.ledger(ledger, on: day, in: archive.catalog)
        let (date, name) = (values[rule.dateField] ?? "", values[rule.nameField] ?? "")
        if record.action == LedgerEntryActions.entered {
            try connection.execute(
                """
                INSERT INTO work_entry (id, ledger, day, name, seq, last, is_withdrawn, file, line) VALUES (\(id),
                \(ledger), \(date), \(name), \(record.sequence), \(record.sequence), 0,
                \(body["origin"]?["file"]?.text), \(body["origin"]?["line"]?.integer))
                """)
        } else {
            try connection.execute(
                """
                UPDATE work_entry SET day = \(date), name = \(name), last = \(record.sequence) WHERE id = \(id)
                """)
            try connection.execute("DELETE FROM work_value WHERE entry = \(id)")
        }
        for (field, value) in values {
            try connection.execute("INSERT INTO work_value (entry, field, value) VALUES (\(id), \(field), \(value))")
        }
    }
}
