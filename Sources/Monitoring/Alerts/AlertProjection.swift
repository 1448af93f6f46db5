package import Ledger
package import Records
import Standards
package import Storage

/// The alerts, what was done about each, and what no alert told of.
package struct AlertProjection: Projection {
    package init() {}

    package let name = "alerts"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "alert",
                """
                (id TEXT NOT NULL PRIMARY KEY, rule TEXT NOT NULL, kind TEXT NOT NULL, object TEXT NOT NULL,
                item TEXT NOT NULL, start INTEGER NOT NULL, until INTEGER NOT NULL, value TEXT NOT NULL,
                text TEXT NOT NULL, cause TEXT NOT NULL, suppressed TEXT NOT NULL, sampled INTEGER NOT NULL,
                raised INTEGER NOT NULL, due INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID
                """),
            .table(
                "alert_step",
                """
                (alert TEXT NOT NULL, seq INTEGER NOT NULL, outcome TEXT, person TEXT NOT NULL, note TEXT NOT NULL,
                at INTEGER NOT NULL, PRIMARY KEY (alert, seq)) STRICT, WITHOUT ROWID
                """),
            .table(
                "alert_miss",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, object TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL,
                note TEXT NOT NULL, reviewer TEXT NOT NULL) STRICT
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        switch record.action {
        case AlertActions.raised:
            for alert in AlertCandidate.candidates(in: body) { try raise(alert, record, in: connection) }
        case AlertActions.assigned, AlertActions.closed:
            let person = body["person"]?.text ?? body["reviewer"]?.text ?? ""
            for id in (body["alerts"]?.elements ?? []).compactMap(\.text) {
                try connection.execute(
                    """
                    INSERT INTO alert_step (alert, seq, outcome, person, note, at) VALUES
                    (\(id), \(record.sequence), \(body["outcome"]?.text), \(person), \(body["note"]?.text ?? ""),
                    \(record.timeMilliseconds))
                    """)
            }
        case AlertActions.missed:
            try connection.execute(
                """
                INSERT INTO alert_miss (seq, object, kind, date, note, reviewer) VALUES
                (\(record.sequence), \(record.subject), \(body["about"]?.text ?? ""), \(body["date"]?.text ?? ""),
                \(body["note"]?.text ?? ""), \(body["reviewer"]?.text ?? ""))
                """)
        default: return
        }
    }

    /// A new alert, or a known one that lasts longer: what it says follows, whether a person was to look at it does not.
    private func raise(_ alert: AlertCandidate, _ record: LedgerRecord, in connection: WriteConnection) throws {
        let identity = alert.identity
        let due = record.timeMilliseconds + Int64(alert.answerHours) * 3_600_000
        try connection.execute(
            """
            INSERT INTO alert (id, rule, kind, object, item, start, until, value, text, cause, suppressed, sampled,
            raised, due, seq) VALUES
            (\(identity.id), \(identity.rule), \(alert.kind.rawValue), \(identity.object), \(identity.item),
            \(identity.start.secondsSince1970), \(alert.until.secondsSince1970), \(alert.value), \(alert.text),
            \(alert.cause), \(alert.suppressed), \(alert.isSampled), \(record.timeMilliseconds), \(due),
            \(record.sequence))
            ON CONFLICT (id) DO UPDATE SET until = excluded.until, value = excluded.value, text = excluded.text
            """)
    }
}
