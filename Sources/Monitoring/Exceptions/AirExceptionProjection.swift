package import Ledger
package import Records
import Standards
package import Storage

/// Applications for the deduction of exceptional events, the decisions about them, and what they take out.
package struct AirExceptionProjection: Projection {
    package init() {}

    package let name = "air-exceptions"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "air_exception",
                """
                (id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, event TEXT NOT NULL, extent TEXT NOT NULL,
                reason TEXT NOT NULL, applicant TEXT NOT NULL, applied INTEGER NOT NULL) STRICT
                """),
            .table(
                "air_exception_decision",
                """
                (id TEXT NOT NULL, seq INTEGER NOT NULL, verdict TEXT NOT NULL, issuer TEXT NOT NULL,
                document TEXT NOT NULL, date TEXT NOT NULL, attachment INTEGER NOT NULL, station TEXT NOT NULL,
                extent TEXT NOT NULL, note TEXT NOT NULL, reviewer TEXT NOT NULL,
                PRIMARY KEY (id, seq)) STRICT, WITHOUT ROWID
                """),
            .table(
                "air_deduction",
                """
                (date TEXT NOT NULL, station TEXT NOT NULL, item TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL,
                event TEXT NOT NULL, PRIMARY KEY (date, station, item, id)) STRICT, WITHOUT ROWID
                """),
            .table(
                "air_day_deducted",
                """
                (date TEXT NOT NULL, place TEXT NOT NULL, item TEXT NOT NULL, value TEXT, used INTEGER NOT NULL,
                received INTEGER NOT NULL, expected INTEGER NOT NULL, valid INTEGER NOT NULL, rule TEXT NOT NULL,
                word TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (date, place, item)) STRICT, WITHOUT ROWID
                """),
            .table(
                "air_deducted_index",
                """
                (date TEXT NOT NULL, place TEXT NOT NULL, aqi INTEGER, level INTEGER, counts INTEGER NOT NULL,
                PRIMARY KEY (date, place)) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        switch record.action {
        case AirExceptionActions.applied:
            guard let extent = AirException.Extent(body) else { return }
            try connection.execute(
                """
                INSERT INTO air_exception (id, seq, event, extent, reason, applicant, applied) VALUES
                (\(record.subject), \(record.sequence), \(body["event"]?.text ?? ""), \(extent.stored),
                \(body["reason"]?.text ?? ""), \(body["reviewer"]?.text ?? ""), \(record.timeMilliseconds))
                """)
        case AirExceptionActions.decided:
            guard let extent = AirException.Extent(body) else { return }
            try Self.insertDecision(record, extent, into: connection)
            let before = try connection.reading.rows(
                "SELECT DISTINCT date FROM air_deduction WHERE id = \(record.subject)"
            ) { try $0.text("date") }
            try connection.execute("DELETE FROM air_deduction WHERE id = \(record.subject)")
            let event = try AirExceptionStore.exception(record.subject, in: connection.reading)?.kind ?? ""
            for day in extent.days {
                for station in extent.stations {
                    for item in extent.items {
                        try connection.execute(
                            """
                            INSERT INTO air_deduction (date, station, item, id, seq, event) VALUES (\(day.description),
                            \(station), \(item.rawValue), \(record.subject), \(record.sequence), \(event))
                            """)
                    }
                }
            }
            for day in Set(before.compactMap { CivilDate($0) }).union(extent.days).sorted() {
                try AirDeductionProjection.update(on: day, in: connection, catalog: archive.catalog)
            }
        default: return
        }
    }

    private static func insertDecision(
        _ record: LedgerRecord, _ extent: AirException.Extent, into connection: WriteConnection
    ) throws {
        let body = record.body
        try connection.execute(
            """
            INSERT INTO air_exception_decision (id, seq, verdict, issuer, document, date, attachment, station, extent, note,
            reviewer) VALUES (\(record.subject), \(record.sequence), \(body["verdict"]?.text ?? ""),
            \(body["issuer"]?.text ?? ""), \(body["document"]?.text ?? ""), \(body["date"]?.text ?? ""),
            \(body["attachment"]?.integer ?? 0), \(body["station"]?.text ?? ""), \(extent.stored),
            \(body["note"]?.text ?? ""), \(body["reviewer"]?.text ?? ""))
            """)
    }
}
