package import Standards
package import Storage

/// Questions about the steps of reviews.
package enum ReviewStepStore {
    /// How far the review of a station's day has come.
    package static func day(
        _ date: CivilDate, of station: String, in connection: ReadConnection
    ) throws -> ReviewDay {
        try days(from: date, to: date, of: [station], in: connection)[station]?[date] ?? .none
    }

    /// The same for every day of a span on which a step was taken, or whose month has one, by station.
    package static func days(
        from first: CivilDate, to last: CivilDate, of stations: [String]? = nil, in connection: ReadConnection
    ) throws -> [String: [CivilDate: ReviewDay]] {
        var byDay: [String: [CivilDate: [ReviewStep]]] = [:]
        for step in try steps(from: first.firstOfMonth, to: last, of: stations, in: connection) {
            let end = step.kind.isOfMonth ? step.date.lastOfMonth : step.date
            let (from, through) = (max(step.date, first), min(end, last))
            guard from <= through else { continue }
            for date in from...through { byDay[step.station, default: [:]][date, default: []].append(step) }
        }
        return byDay.mapValues { $0.mapValues { ReviewDay($0) } }
    }

    /// Every step of days and months that begin in a span, by record.
    package static func steps(
        from first: CivilDate, to last: CivilDate, of stations: [String]? = nil, in connection: ReadConnection
    ) throws -> [ReviewStep] {
        let restriction: SQL = stations.map { " AND object IN (\(list: $0.map { .text($0) }))" } ?? ""
        return try connection.rows(
            """
            SELECT object, date, seq, step, reason, reviewer, actor, acting, decided FROM review_step
            WHERE date >= \(first.description) AND date <= \(last.description)\(restriction) ORDER BY seq
            """
        ) { row in
            ReviewStep(
                kind: ReviewStep.Kind(rawValue: try row.text("step")) ?? .reviewed, station: try row.text("object"),
                date: CivilDate(try row.text("date")) ?? .first, reason: try row.text("reason"),
                reviewer: try row.text("reviewer"),
                people: Set([try row.text("actor"), try row.optionalText("acting")].compactMap(\.self)),
                decidedMilliseconds: try row.integer("decided"), sequence: try row.integer("seq"))
        }
    }
}
