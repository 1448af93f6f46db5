package import Ledger
package import Records
package import Storage

/// The supervision tickets that came, each with its matter.
package struct TicketProjection: Projection {
    package init() {}

    package let name = "supervision-tickets"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "supervision_ticket",
                """
                (number TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, matter TEXT NOT NULL, content TEXT NOT NULL) STRICT
                """)
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == TicketActions.received,
            let ticket = SupervisionTicket(record.body, number: record.subject)
        else { return }
        let content = String(decoding: try ticket.canonical.bytes(), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO supervision_ticket (number, seq, matter, content) VALUES (\(ticket.number), \(record.sequence),
            \(ticket.matter), \(content))
            """)
    }
}
