package import Ledger
package import Records
package import Storage

/// What was put into case files as a table, of records alone; facts about people stand in it as commitments only.
package struct CaseEntryProjection: Projection {
    package init() {}

    package let name = "case-entries"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "case_entry",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, matter TEXT NOT NULL, action TEXT NOT NULL, item TEXT NOT NULL,
                topic TEXT NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL, content TEXT NOT NULL) STRICT
                """),
            .index("case_entry_matter", on: "case_entry (matter, seq)"),
            .index("case_entry_topic", on: "case_entry (action, topic, seq)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard CaseFileActions.names.contains(record.action) else { return }
        let content = String(decoding: try record.body.bytes(), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO case_entry (seq, matter, action, item, topic, time, actor, content) VALUES
            (\(record.sequence), \(record.subject), \(record.action), \(record.body["item"]?.text ?? ""),
            \(record.body["violation"]?.text ?? ""), \(record.timeMilliseconds), \(record.actor), \(content))
            """)
    }
}
