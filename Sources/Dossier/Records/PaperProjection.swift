package import Ledger
package import Records
package import Storage

/// What happened to the papers of matters, one row an event, and the numbers that were given. Facts about people stand in neither.
package struct PaperProjection: Projection {
    package init() {}

    package let name = "papers"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "paper_event",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, matter TEXT NOT NULL, paper TEXT NOT NULL, time INTEGER NOT NULL,
                actor TEXT NOT NULL, content TEXT NOT NULL) STRICT
                """),
            .index("paper_event_matter", on: "paper_event (matter, seq)"),
            .index("paper_event_paper", on: "paper_event (paper, seq)"),
            .table(
                "paper_number",
                """
                (series TEXT NOT NULL, year INTEGER NOT NULL, ordinal INTEGER NOT NULL, number TEXT NOT NULL,
                matter TEXT NOT NULL, paper TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, spoiled INTEGER, reason TEXT NOT NULL,
                PRIMARY KEY (series, year, ordinal)) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard PaperActions.all.contains(record.action), let event = PaperEvent(record.body),
            let paper = record.body["paper"]?.text
        else { return }
        let content = String(decoding: try record.body.bytes(), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO paper_event (seq, matter, paper, time, actor, content) VALUES
            (\(record.sequence), \(record.subject), \(paper), \(record.timeMilliseconds), \(record.actor), \(content))
            """)
        switch event {
        case .numbered(let series, let year, let ordinal, let number):
            try connection.execute(
                """
                INSERT INTO paper_number (series, year, ordinal, number, matter, paper, seq, spoiled, reason) VALUES
                (\(series), \(year), \(ordinal), \(number), \(record.subject), \(paper), \(record.sequence),
                \(nil as Int64?), '')
                """)
        case .spoiled(let reason):
            try connection.execute(
                "UPDATE paper_number SET spoiled = \(record.sequence), reason = \(reason) WHERE paper = \(paper)")
        case .written, .signed, .completed: break
        }
    }
}
