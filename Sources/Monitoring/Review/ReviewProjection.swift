package import Ledger
package import Records
import Standards
package import Storage

/// The decisions of reviewers and superiors, every one kept, the steps of days and months, and of each value that was decided
/// about what stands now.
package struct ReviewProjection: Projection {
    package init() {}

    package let name = "reviews"
    package let version = 2

    package var definitions: [Definition] {
        [
            .table(
                "hour_review",
                """
                (object TEXT NOT NULL, start INTEGER NOT NULL, item TEXT NOT NULL, seq INTEGER NOT NULL,
                decision TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, reviewer TEXT NOT NULL,
                decided INTEGER NOT NULL, judged TEXT, entered TEXT, citation TEXT NOT NULL, actor TEXT NOT NULL,
                acting TEXT, superior INTEGER NOT NULL, undoes INTEGER,
                PRIMARY KEY (start, object, item, seq)) STRICT, WITHOUT ROWID
                """),
            .table(
                "review_step",
                """
                (object TEXT NOT NULL, date TEXT NOT NULL, seq INTEGER NOT NULL, step TEXT NOT NULL,
                reason TEXT NOT NULL, reviewer TEXT NOT NULL, actor TEXT NOT NULL, acting TEXT,
                decided INTEGER NOT NULL, PRIMARY KEY (date, object, seq)) STRICT, WITHOUT ROWID
                """),
            .table(
                "hour_standing",
                """
                (object TEXT NOT NULL, start INTEGER NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL,
                standing TEXT NOT NULL, value TEXT, reason TEXT NOT NULL, reviewer TEXT NOT NULL, seq INTEGER NOT NULL,
                PRIMARY KEY (start, object, item)) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        if let step = ReviewStepActions.step(of: record.action) {
            return try Self.insert(step, record, into: connection)
        }
        let isSuperior = record.action == SuperiorActions.decided
        guard isSuperior || record.action == ReviewActions.hourReviewed else { return }
        let days = try Self.insertDecisions(record, isSuperior: isSuperior, into: connection)
        var changes = ReadingChanges()
        for day in days { changes.noteReview(of: record.subject, on: day) }
        try AssessedValues.update(changes, in: connection, catalog: archive.catalog)
    }

    private static func insert(
        _ step: ReviewStep.Kind, _ record: LedgerRecord, into connection: WriteConnection
    ) throws {
        let body = record.body
        guard let date = body["date"]?.text.flatMap({ CivilDate($0) }) else { return }
        try connection.execute(
            """
            INSERT INTO review_step (object, date, seq, step, reason, reviewer, actor, acting, decided) VALUES
            (\(record.subject), \(date.description), \(record.sequence), \(step.rawValue),
            \(body["reason"]?.text ?? ""), \(body["reviewer"]?.text ?? ""), \(record.actor),
            \(body[Action.actingFor]?.text), \(record.timeMilliseconds))
            """)
        // A signature says how far values have come, not what they are.
        if step == .signed { try updateStanding(date, stations: [record.subject], in: connection) }
    }

    /// - Returns: the days of which something was decided.
    private static func insertDecisions(
        _ record: LedgerRecord, isSuperior: Bool, into connection: WriteConnection
    ) throws -> Set<CivilDate> {
        let body = record.body
        let reason = isSuperior ? SuperiorActions.citation(of: body) : body["reason"]?.text ?? ""
        let cells = ReviewCell.cells(in: body)
        for cell in cells {
            try connection.execute(
                """
                INSERT INTO hour_review (object, start, item, seq, decision, reason, note, reviewer, decided, judged,
                entered, citation, actor, acting, superior, undoes) VALUES
                (\(record.subject), \(cell.start.secondsSince1970), \(cell.item), \(record.sequence),
                \(body["decision"]?.text ?? ""), \(reason), \(body["note"]?.text ?? ""),
                \(body["reviewer"]?.text ?? ""), \(record.timeMilliseconds), \(cell.judged), \(body["value"]?.text),
                \(body["citation"]?.text ?? ""), \(record.actor), \(body[Action.actingFor]?.text),
                \(isSuperior), \(cell.undoes))
                """)
        }
        return Set(cells.map(\.start.beijingDate))
    }

    /// Makes again what stands of a day's values, when a reading, a decision or a signature may have changed it.
    static func updateStanding(_ day: CivilDate, stations: Set<String>, in connection: WriteConnection) throws {
        let reviews = try ReviewStore.reviews(on: day, in: connection.reading).filter { stations.contains($0.station) }
        let decided = Set(reviews.map(\.station))
        let span = Period.day(day)
        for station in decided.sorted() {
            try connection.execute(
                """
                DELETE FROM hour_standing WHERE start >= \(span.start.secondsSince1970)
                AND start < \(span.end.secondsSince1970) AND object = \(station)
                """)
            let hours = try AirHours.load(day, station: station, in: connection.reading).of(station)
            for (item, hour) in hours.decided {
                try insert(hours.reviewed(item, hour: hour), of: station, item, day, hour, into: connection)
            }
        }
    }

    private static func insert(
        _ value: ReviewedValue, of station: String, _ item: AirItem, _ day: CivilDate, _ hour: Int,
        into connection: WriteConnection
    ) throws {
        let standing = value.standing
        guard standing != nil || value.isOutdated else { return }
        try connection.execute(
            """
            INSERT INTO hour_standing (object, start, item, state, standing, value, reason, reviewer, seq) VALUES
            (\(station), \(Instant(beijing: day, hour: hour).secondsSince1970), \(item.rawValue),
            \(value.state.rawValue), \(standing?.decision.rawValue ?? "outdated"), \(value.value?.description),
            \(standing?.reason ?? ""), \(standing?.reviewer ?? ""), \(standing?.sequence ?? 0))
            """)
    }
}
