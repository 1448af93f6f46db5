package import Ledger
package import Records
package import Storage

/// Sealed documents, and where each claim stands.
package struct SealProjection: Projection {
    package init() {}

    package let name = "seals"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "sealed_document",
                "(seq INTEGER NOT NULL PRIMARY KEY, subject TEXT NOT NULL, sealed INTEGER NOT NULL) STRICT"),
            .index("sealed_document_subject", on: "sealed_document (subject, seq)"),
            .table(
                "claim",
                """
                (id TEXT NOT NULL, seq INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (id, seq))
                STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard SealActions.sealings.contains(record.action) else { return }
        let sealed = try SealedDocument(record)
        try connection.execute(
            """
            INSERT INTO sealed_document (seq, subject, sealed)
            VALUES (\(record.sequence), \(record.subject), \(record.timeMilliseconds))
            """)
        let claims = try ClaimSet(
            file: try archive.attachments.bytes(of: sealed.claims), hasher: try TreeHasher(sealed.suite))
        for place in claims.claims.indices {
            try connection.execute(
                """
                INSERT INTO claim (id, seq, place) VALUES (\(claims.id(at: place).rawValue), \(record.sequence), \(place))
                """)
        }
    }
}
