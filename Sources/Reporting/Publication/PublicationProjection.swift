package import Ledger
package import Records
package import Storage

/// Which sealed documents are public, and the proofs of their disclosure.
package struct PublicationProjection: Projection {
    package init() {}

    package let name = "publications"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "publication",
                """
                (document INTEGER NOT NULL PRIMARY KEY, opened INTEGER NOT NULL, opened_time INTEGER NOT NULL,
                withdrawn INTEGER, reason TEXT NOT NULL) STRICT
                """),
            .table(
                "disclosure_proof",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, document INTEGER NOT NULL, address TEXT NOT NULL, day TEXT NOT NULL,
                picture TEXT NOT NULL, form TEXT NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL) STRICT
                """),
            .index("disclosure_proof_document", on: "disclosure_proof (document, seq)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        let document = body["document"]?.integer ?? 0
        switch record.action {
        case PublicationActions.opened:
            try connection.execute(
                """
                INSERT INTO publication (document, opened, opened_time, withdrawn, reason)
                VALUES (\(document), \(record.sequence), \(record.timeMilliseconds), \(nil as Int64?), '')
                ON CONFLICT (document) DO UPDATE SET opened = excluded.opened, opened_time = excluded.opened_time,
                withdrawn = excluded.withdrawn, reason = excluded.reason
                """)
        case PublicationActions.withdrawn:
            try connection.execute(
                """
                UPDATE publication SET withdrawn = \(record.sequence), reason = \(body["reason"]?.text ?? "")
                WHERE document = \(document)
                """)
        case PublicationActions.posted:
            try connection.execute(
                """
                INSERT INTO disclosure_proof (seq, document, address, day, picture, form, time, actor) VALUES
                (\(record.sequence), \(document), \(body["address"]?.text ?? ""), \(body["day"]?.text ?? ""),
                \(body["picture"]?.text ?? ""), \(body["form"]?.text ?? ""), \(record.timeMilliseconds), \(record.actor))
                """)
        default: break
        }
    }
}
