package import Ledger
package import Records
import Standards
package import Storage

/// The steps of matters that count in statistics, as their histories leave them: one that was gone back over is gone.
///
/// Made again for a matter with each of its records, from the whole of its history, by the procedure with which it began.
package struct MatterCountProjection: Projection {
    package init() {}

    package let name = "matter-counts"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "matter_count",
                """
                (number INTEGER NOT NULL, place INTEGER NOT NULL, counts TEXT NOT NULL, entry INTEGER NOT NULL,
                day TEXT NOT NULL, action TEXT NOT NULL, kinds TEXT, heaviest TEXT, fen INTEGER, is_reviewed INTEGER NOT NULL,
                PRIMARY KEY (number, place, counts)) STRICT, WITHOUT ROWID
                """),
            .index("matter_count_day", on: "matter_count (counts, day)"),
        ] + CaseworkFigures.definitions
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard CaseworkActions.isOfMatters(record.action) else { return }
        let other = MatterRecord(record.body, recorded: Instant(secondsSince1970: record.timeMilliseconds / 1_000))?
            .counterpart
        for matter in [MatterID(rawValue: record.subject), other?.matter].compactMap(\.self) {
            try count(matter, in: connection, from: archive)
        }
    }

    package func rulesChanged(in connection: WriteConnection, from archive: Archive) throws {
        try connection.execute("DELETE FROM matter_count")
        let matters = try connection.reading.rows("SELECT id FROM matter ORDER BY number") { try $0.text("id") }
        for matter in matters { try count(MatterID(rawValue: matter), in: connection, from: archive) }
    }

    private func count(_ id: MatterID, in connection: WriteConnection, from archive: Archive) throws {
        let reading = connection.reading
        let number = try reading.first("SELECT number FROM matter WHERE id = \(id.rawValue)") {
            try $0.integer("number")
        }
        guard let number else { return }
        try connection.execute("DELETE FROM matter_count WHERE number = \(number)")
        let history = try MatterStore.history(of: id, in: reading).map(\.entry)
        for step in try CountedStep.all(history, by: archive.catalog) {
            for count in step.counts {
                try connection.execute(
                    """
                    INSERT INTO matter_count (number, place, counts, entry, day, action, kinds, heaviest, fen, is_reviewed)
                    VALUES (\(number), \(step.place), \(count.rawValue), \(step.entry), \(step.day.description),
                    \(step.action), \(step.penalty?.words), \(step.penalty?.heaviest), \(step.penalty?.fen),
                    \(step.isReviewed))
                    """)
            }
        }
    }
}
