package import Ledger
package import Records
package import Storage

/// The decisions of reviewers, every one kept.
package struct ReviewProjection: Projection {
    package init() {}

    package let name = "reviews"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "hour_review",
                """
                (object TEXT NOT NULL, start INTEGER NOT NULL, item TEXT NOT NULL, seq INTEGER NOT NULL,
                decision TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, reviewer TEXT NOT NULL,
                decided INTEGER NOT NULL, PRIMARY KEY (start, object, item, seq)) STRICT, WITHOUT ROWID
                """)
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == ReviewActions.hourReviewed else { return }
        let body = record.body
        for item in body["items"]?.elements ?? [] {
            try connection.execute(
                """
                INSERT INTO hour_review (object, start, item, seq, decision, reason, note, reviewer, decided) VALUES
                (\(record.subject), \(body["start"]?.integer ?? 0), \(item.text ?? ""), \(record.sequence),
                \(body["decision"]?.text ?? ""), \(body["reason"]?.text ?? ""), \(body["note"]?.text ?? ""),
                \(body["reviewer"]?.text ?? ""), \(record.timeMilliseconds))
                """)
        }
    }
}
