import Standards
import Storage

/// How complete each item of a station's day is, with the causes of what is missing: a part of `AirDayProjection`, so that a
/// month of many stations is read and not counted anew.
enum AirDayTallyProjection {
    static let table = "air_day_tally"

    static let columns =
        """
        (date TEXT NOT NULL, place TEXT NOT NULL, item TEXT NOT NULL, expected INTEGER NOT NULL,
        received INTEGER NOT NULL, valid INTEGER NOT NULL, silent INTEGER NOT NULL, stopped INTEGER NOT NULL,
        maintained INTEGER NOT NULL, marked INTEGER NOT NULL, blank INTEGER NOT NULL, rejected INTEGER NOT NULL,
        PRIMARY KEY (date, place, item)) STRICT, WITHOUT ROWID
        """

    /// The causes that follow from values and decisions alone, in the order of the columns.
    private static let causes: [ReviewGaps.Cause] = [
        .noMessage, .stopped, .maintenance, .invalid, .blank, .rejected,
    ]

    /// Writes the day of a station, whose old rows are gone.
    static func write(
        _ hours: AirHours.Station, of station: String, on day: CivilDate, in connection: WriteConnection
    ) throws {
        for (item, tally) in AirTally.items(of: hours).sorted(by: { $0.key < $1.key }) {
            func count(_ cause: ReviewGaps.Cause) -> Int { tally.causes[cause] ?? 0 }
            try connection.execute(
                """
                INSERT INTO air_day_tally
                (date, place, item, expected, received, valid, silent, stopped, maintained, marked, blank, rejected)
                VALUES (\(day.description), \(station), \(item.rawValue), \(tally.expected), \(tally.received),
                \(tally.valid), \(count(.noMessage)), \(count(.stopped)), \(count(.maintenance)), \(count(.invalid)),
                \(count(.blank)), \(count(.rejected)))
                """)
        }
    }

    /// The days of some stations, by station, day and item; days of which nothing arrived are not there.
    static func tallies(
        of stations: [String], _ days: ClosedRange<CivilDate>, in connection: ReadConnection
    ) throws -> [String: [CivilDate: [AirItem: AirTally]]] {
        var found: [String: [CivilDate: [AirItem: AirTally]]] = [:]
        try connection.forEachRow(
            """
            SELECT date, place, item, expected, received, valid, silent, stopped, maintained, marked, blank, rejected
            FROM air_day_tally WHERE date >= \(days.lowerBound.description) AND date <= \(days.upperBound.description)
            AND place IN (\(list: stations.map { .text($0) }))
            """
        ) { row in
            guard let date = row.optionalText(at: 0).flatMap({ CivilDate($0) }),
                let item = row.optionalText(at: 2).flatMap({ AirItem(rawValue: $0) })
            else { return }
            var tally = AirTally()
            tally.expected = Int(row.integer(at: 3))
            tally.received = Int(row.integer(at: 4))
            tally.valid = Int(row.integer(at: 5))
            for (place, cause) in causes.enumerated() {
                let count = Int(row.integer(at: 6 + place))
                if count > 0 { tally.causes[cause] = count }
            }
            found[row.optionalText(at: 1) ?? "", default: [:]][date, default: [:]][item] = tally
        }
        return found
    }
}
