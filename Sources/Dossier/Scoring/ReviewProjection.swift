package import Ledger
package import Records
package import Storage

/// What persons said of reviews, one row a record.
package struct ReviewProjection: Projection {
    package init() {}

    package let name = "case-reviews"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "case_review",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, matter TEXT NOT NULL, item INTEGER NOT NULL, is_override INTEGER NOT NULL,
                is_fault INTEGER NOT NULL, reason TEXT NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL) STRICT
                """),
            .index("case_review_matter", on: "case_review (matter, seq)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard [ReviewActions.answered, ReviewActions.overridden].contains(record.action) else { return }
        let body = record.body
        try connection.execute(
            """
            INSERT INTO case_review (seq, matter, item, is_override, is_fault, reason, time, actor) VALUES
            (\(record.sequence), \(record.subject), \(body["item"]?.integer ?? 0),
            \(record.action == ReviewActions.overridden), \(body["isFault"]?.bool ?? false), \(body["reason"]?.text ?? ""),
            \(record.timeMilliseconds), \(record.actor))
            """)
    }
}
