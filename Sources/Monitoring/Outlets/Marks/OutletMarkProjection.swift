package import Ledger
package import Records
import Standards
package import Storage

/// What enterprises marked and replaced, all of it; which of several entries stands is asked when one looks.
package struct OutletMarkProjection: Projection {
    package init() {}

    package let name = "outlet-marks"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "outlet_mark",
                """
                (object TEXT NOT NULL, start INTEGER NOT NULL, seq INTEGER NOT NULL, line INTEGER NOT NULL,
                seconds INTEGER NOT NULL, item TEXT, mark TEXT NOT NULL, event TEXT NOT NULL, industry TEXT NOT NULL,
                made INTEGER NOT NULL, maker TEXT NOT NULL, note TEXT NOT NULL, withdrawn INTEGER NOT NULL,
                PRIMARY KEY (object, start, seq, line)) STRICT, WITHOUT ROWID
                """),
            .table(
                "outlet_replacement",
                """
                (object TEXT NOT NULL, start INTEGER NOT NULL, item TEXT NOT NULL, seq INTEGER NOT NULL,
                line INTEGER NOT NULL, value TEXT NOT NULL, method TEXT NOT NULL, made INTEGER NOT NULL,
                maker TEXT NOT NULL, note TEXT NOT NULL,
                PRIMARY KEY (object, start, item, seq, line)) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == OutletMarkActions.imported else { return }
        for mark in OutletMark.all(in: record.body, of: record.sequence) {
            try connection.execute(
                """
                INSERT INTO outlet_mark (object, start, seq, line, seconds, item, mark, event, industry, made, maker, note,
                withdrawn) VALUES (\(mark.outlet), \(mark.span.start.secondsSince1970), \(mark.sequence), \(mark.line),
                \(mark.span.seconds), \(mark.item), \(mark.kind.rawValue), \(mark.event), \(mark.industry),
                \(mark.madeAt.secondsSince1970), \(mark.maker), \(mark.note), \(mark.isWithdrawn))
                """)
        }
        for value in OutletReplacement.all(in: record.body, of: record.sequence) {
            try connection.execute(
                """
                INSERT INTO outlet_replacement (object, start, item, seq, line, value, method, made, maker, note) VALUES
                (\(value.outlet), \(value.start.secondsSince1970), \(value.item), \(value.sequence), \(value.line),
                \(value.value.description), \(value.method), \(value.madeAt.secondsSince1970), \(value.maker),
                \(value.note))
                """)
        }
    }
}
