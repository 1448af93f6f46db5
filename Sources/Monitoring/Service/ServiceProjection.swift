package import Ledger
package import Records
import Standards
package import Storage

/// The records of maintenance, calibration and quality checks, with those taken back.
package struct ServiceProjection: Projection {
    package init() {}

    package let name = "service-records"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "service_record",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, object TEXT NOT NULL, number TEXT NOT NULL, work TEXT NOT NULL,
                start INTEGER NOT NULL, finish INTEGER NOT NULL, company TEXT NOT NULL, technician TEXT NOT NULL,
                note TEXT NOT NULL, attachment INTEGER, entered_by TEXT NOT NULL, withdrawn TEXT) STRICT
                """),
            .index("service_record_time", on: "service_record (object, finish)"),
            .table(
                "service_item",
                "(seq INTEGER NOT NULL, item TEXT NOT NULL, PRIMARY KEY (seq, item)) STRICT, WITHOUT ROWID"),
            .table(
                "service_check",
                """
                (seq INTEGER NOT NULL, position INTEGER NOT NULL, item TEXT NOT NULL, kind TEXT NOT NULL,
                error TEXT NOT NULL, PRIMARY KEY (seq, position)) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        switch record.action {
        case ServiceActions.recorded:
            try connection.execute(
                """
                INSERT INTO service_record
                (seq, object, number, work, start, finish, company, technician, note, attachment, entered_by, withdrawn)
                VALUES (\(record.sequence), \(record.subject), \(body["number"]?.text ?? ""),
                \(body["work"]?.text ?? ""), \(body["start"]?.integer ?? 0), \(body["end"]?.integer ?? 0),
                \(body["company"]?.text ?? ""), \(body["technician"]?.text ?? ""), \(body["note"]?.text ?? ""),
                \(body["attachment"]?.integer), \(body["entered_by"]?.text ?? ""), NULL)
                """)
            for item in body["items"]?.elements ?? [] {
                try connection.execute(
                    "INSERT INTO service_item (seq, item) VALUES (\(record.sequence), \(item.text ?? ""))")
            }
            for (position, value) in (body["checks"]?.elements ?? []).enumerated() {
                guard let check = ServiceStore.check(value) else { continue }
                try connection.execute(
                    """
                    INSERT INTO service_check (seq, position, item, kind, error) VALUES (\(record.sequence),
                    \(Int64(position)), \(check.item), \(check.kind.rawValue), \(check.error.description))
                    """)
            }
        case ServiceActions.withdrawn:
            try connection.execute(
                """
                UPDATE service_record SET withdrawn = \(body["reason"]?.text ?? "")
                WHERE seq = \(body["record"]?.integer ?? 0)
                """)
        default: return
        }
    }
}
