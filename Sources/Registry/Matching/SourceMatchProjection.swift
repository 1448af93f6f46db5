package import Ledger
package import Records
package import Storage

/// Rows of lists that wait for a person, as a table.
package struct SourceMatchProjection: Projection {
    package init() {}

    package let name = "source-matches"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "source_match",
                """
                (id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, kind TEXT NOT NULL, batch TEXT NOT NULL, origin TEXT NOT NULL,
                line INTEGER NOT NULL, name TEXT NOT NULL, candidates TEXT NOT NULL, state TEXT NOT NULL,
                decided_by INTEGER, verdict TEXT, source TEXT) STRICT
                """),
            .index("source_match_kind", on: "source_match (kind, state, seq)"),
            .index("source_match_name", on: "source_match (kind, origin, name)"),
            .index("source_match_batch", on: "source_match (batch)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        switch record.action {
        case SourceMatchActions.asked:
            let candidates = (body["candidates"]?.elements ?? []).map { candidate in
                let (name, address) = (candidate["name"]?.integer ?? 0, candidate["address"]?.integer ?? 0)
                return "\(candidate["id"]?.text ?? ""),\(name),\(address)"
            }.joined(separator: ";")
            try connection.execute(
                """
                INSERT INTO source_match (id, seq, kind, batch, origin, line, name, candidates, state, decided_by, verdict,
                source) VALUES
                (\(record.subject), \(record.sequence), \(body["of"]?.text ?? ""),
                \(body["origin"]?["batch"]?.text ?? ""), \(body["origin"]?["name"]?.text ?? ""),
                \(body["origin"]?["line"]?.integer ?? 0),
                \(body["fields"]?[SourceKind.nameField]?.text ?? ""), \(candidates), 'waiting', \(nil as Int64?),
                \(nil as String?), \(nil as String?))
                """)
        case SourceMatchActions.decided:
            try connection.execute(
                """
                UPDATE source_match SET state = 'decided', decided_by = \(record.sequence),
                verdict = \(body["verdict"]?.text ?? ""), source = \(body["source"]?.text)
                WHERE id = \(record.subject)
                """)
        case SourceMatchActions.reopened:
            try connection.execute(
                """
                UPDATE source_match SET state = 'waiting', decided_by = NULL, verdict = NULL, source = NULL
                WHERE id = \(record.subject)
                """)
        case SourceActions.undone:
            try connection.execute("UPDATE source_match SET state = 'undone' WHERE batch = \(record.subject)")
        default: break
        }
    }
}
