package import Ledger
package import Records
package import Storage

/// The attachments of sources as a table.
package struct SourceAttachmentProjection: Projection {
    package init() {}

    package let name = "source-attachments"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "source_attachment",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, number INTEGER NOT NULL, attachment TEXT NOT NULL,
                form TEXT NOT NULL, size INTEGER NOT NULL, file TEXT NOT NULL, note TEXT NOT NULL,
                time INTEGER NOT NULL, actor TEXT NOT NULL, removed_by INTEGER, reason TEXT NOT NULL) STRICT
                """),
            .index("source_attachment_number", on: "source_attachment (number, seq)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        switch record.action {
        case SourceAttachmentActions.attached:
            guard let head = try SourceStore.head(record.subject, in: connection.reading) else { return }
            try connection.execute(
                """
                INSERT INTO source_attachment (seq, number, attachment, form, size, file, note, time, actor, removed_by,
                reason) VALUES
                (\(record.sequence), \(head.number), \(body["attachment"]?.text ?? ""), \(body["form"]?.text ?? ""),
                \(body["size"]?.integer ?? 0), \(body["file"]?.text ?? ""), \(body["note"]?.text ?? ""),
                \(record.timeMilliseconds), \(record.actor), \(nil as Int64?), '')
                """)
        case SourceAttachmentActions.detached:
            try connection.execute(
                """
                UPDATE source_attachment SET removed_by = \(record.sequence), reason = \(body["reason"]?.text ?? "")
                WHERE seq = \(body["attached"]?.integer ?? 0)
                """)
        default: break
        }
    }
}
