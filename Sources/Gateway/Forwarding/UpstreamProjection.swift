package import Ledger
package import Records
package import Storage

/// The upper platforms as they are set.
package struct UpstreamProjection: Projection {
    package init() {}

    package let name = "upstreams"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "gateway_upstream",
                """
                (id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL, since INTEGER NOT NULL, seq INTEGER NOT NULL)
                STRICT, WITHOUT ROWID
                """)
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        switch record.action {
        case UpstreamActions.upstreamSet:
            let body = String(decoding: try record.body.bytes(), as: UTF8.self)
            // Who changes an address or a list must not lose what was not forwarded yet: the first beginning stays.
            try connection.execute(
                """
                INSERT INTO gateway_upstream (id, body, since, seq) VALUES
                (\(record.subject), \(body), \(record.body["since"]?.integer ?? 0), \(record.sequence))
                ON CONFLICT (id) DO UPDATE SET body = excluded.body, seq = excluded.seq
                """)
        case UpstreamActions.upstreamRemoved:
            try connection.execute("DELETE FROM gateway_upstream WHERE id = \(record.subject)")
        default: break
        }
    }
}
