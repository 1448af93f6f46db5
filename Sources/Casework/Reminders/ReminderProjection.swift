package import Ledger
package import Records
package import Storage

/// Which reminders were given, as a table.
package struct ReminderProjection: Projection {
    package init() {}

    package let name = "reminders"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "reminder",
                """
                (matter TEXT NOT NULL, clock TEXT NOT NULL, entry INTEGER NOT NULL, extensions INTEGER NOT NULL,
                step TEXT NOT NULL, seq INTEGER NOT NULL, time INTEGER NOT NULL, content TEXT NOT NULL,
                PRIMARY KEY (matter, clock, entry, extensions, step)) STRICT, WITHOUT ROWID
                """),
            .index("reminder_seq", on: "reminder (seq)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == ReminderActions.given else { return }
        for reminder in ReminderActions.reminders(record.body) {
            let key = reminder.key
            let content = String(decoding: try reminder.canonical.bytes(), as: UTF8.self)
            try connection.execute(
                """
                INSERT INTO reminder (matter, clock, entry, extensions, step, seq, time, content) VALUES
                (\(record.subject), \(key.clock), \(key.entry), \(key.extensions), \(key.step), \(record.sequence),
                \(record.timeMilliseconds), \(content))
                """)
        }
    }
}
