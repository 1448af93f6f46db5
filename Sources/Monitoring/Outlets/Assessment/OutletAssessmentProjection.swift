package import Ledger
package import Records
import Standards
package import Storage

/// What reviewers said about hours of polluters' monitors, every word kept.
package struct OutletAssessmentProjection: Projection {
    package init() {}

    package let name = "outlet-assessments"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "outlet_assessment",
                """
                (object TEXT NOT NULL, start INTEGER NOT NULL, item TEXT NOT NULL, seq INTEGER NOT NULL,
                decision TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, reviewer TEXT NOT NULL,
                decided INTEGER NOT NULL, judged TEXT, actor TEXT NOT NULL, acting TEXT, undoes INTEGER,
                PRIMARY KEY (object, start, item, seq)) STRICT, WITHOUT ROWID
                """)
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == OutletAssessmentActions.assessed else { return }
        let body = record.body
        for cell in ReviewCell.cells(in: body) {
            try connection.execute(
                """
                INSERT INTO outlet_assessment (object, start, item, seq, decision, reason, note, reviewer, decided, judged,
                actor, acting, undoes) VALUES
                (\(record.subject), \(cell.start.secondsSince1970), \(cell.item), \(record.sequence),
                \(body["decision"]?.text ?? ""), \(body["reason"]?.text ?? ""), \(body["note"]?.text ?? ""),
                \(body["reviewer"]?.text ?? ""), \(record.timeMilliseconds), \(cell.judged), \(record.actor),
                \(body[Action.actingFor]?.text), \(cell.undoes))
                """)
        }
    }
}
