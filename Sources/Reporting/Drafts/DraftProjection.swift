package import Ledger
package import Records
package import Storage

/// Drafts for lists, and which records are theirs; what a draft says is read from these.
package struct DraftProjection: Projection {
    package init() {}

    package let name = "drafts"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "draft",
                """
                (id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL, period TEXT NOT NULL, title TEXT NOT NULL,
                stage TEXT NOT NULL, opened INTEGER NOT NULL, sealed INTEGER, number TEXT) STRICT
                """),
            .index("draft_document", on: "draft (document, period)"),
            .index("draft_number", on: "draft (number)"),
            .table(
                "draft_record",
                "(draft TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (draft, seq)) STRICT, WITHOUT ROWID"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let id: String
        if DraftActions.all.contains(record.action) {
            id = record.subject
        } else {
            guard SealActions.sealings.contains(record.action), let draft = record.body["draft"]?.text else { return }
            id = draft
        }
        if record.action == DraftActions.opened {
            guard let draft = Draft(opening: record) else { return }
            try connection.execute(
                """
                INSERT INTO draft (id, document, period, title, stage, opened, sealed, number) VALUES (\(draft.id),
                \(draft.document), \(draft.period), \(draft.title), \(draft.stage.rawValue), \(draft.opened), NULL, NULL)
                """)
        }
        try connection.execute("INSERT INTO draft_record (draft, seq) VALUES (\(id), \(record.sequence))")
        guard record.action != DraftActions.opened, let draft = try DraftStore.draft(id, in: connection.reading) else {
            return
        }
        try connection.execute(
            """
            UPDATE draft SET stage = \(draft.stage.rawValue), sealed = \(draft.sealed),
            number = \(draft.holding(.number)?.facts[.number]) WHERE id = \(id)
            """)
    }
}
