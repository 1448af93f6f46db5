package import Ledger
package import Records
import Standards
package import Storage

/// Who is on duty on which day.
package struct DutyProjection: Projection {
    package init() {}

    package let name = "review-duty"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "review_duty",
                """
                (date TEXT NOT NULL PRIMARY KEY, main TEXT NOT NULL, substitute TEXT NOT NULL, seq INTEGER NOT NULL)
                STRICT, WITHOUT ROWID
                """)
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == DutyActions.set, let days = DutyActions.days(of: record.body) else { return }
        for date in days {
            try connection.execute(
                """
                INSERT INTO review_duty (date, main, substitute, seq) VALUES (\(date.description),
                \(record.body["main"]?.text ?? ""), \(record.body["substitute"]?.text ?? ""), \(record.sequence))
                ON CONFLICT (date) DO UPDATE SET main = excluded.main, substitute = excluded.substitute,
                seq = excluded.seq
                """)
        }
    }
}
