package import Standards
package import Storage

/// Questions about alerts.
package enum AlertStore {
    private static let columns: SQL = """
        id, rule, kind, object, item, start, until, value, text, cause, suppressed, sampled, raised, due, seq
        """

    /// An alert; nil when there is none of the id.
    package static func alert(_ id: String, in connection: ReadConnection) throws -> Alert? {
        try alerts(where: "id = \(id)", in: connection).first
    }

    /// The alerts raised in a span, oldest first.
    package static func alerts(
        raisedFrom start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [Alert] {
        try alerts(
            where: """
                raised >= \(start.secondsSince1970 * 1_000) AND raised < \(end.secondsSince1970 * 1_000)
                """, in: connection)
    }

    /// The alerts of one cause, oldest first.
    package static func alerts(of cause: String, in connection: ReadConnection) throws -> [Alert] {
        try alerts(where: "cause = \(cause)", in: connection)
    }

    /// The alerts that a person is to look at and nobody has closed, oldest first.
    package static func open(in connection: ReadConnection) throws -> [Alert] {
        try alerts(
            where: """
                (suppressed = '' OR sampled = 1)
                AND id NOT IN (SELECT alert FROM alert_step WHERE outcome IS NOT NULL)
                """, in: connection)
    }

    /// The ends of the alerts on record among some ids.
    static func ends(of ids: [String], in connection: ReadConnection) throws -> [String: Instant] {
        if ids.isEmpty { return [:] }
        let rows = try connection.rows(
            "SELECT id, until FROM alert WHERE id IN (\(list: ids.map { .text($0) }))"
        ) { (try $0.text("id"), Instant(secondsSince1970: try $0.integer("until"))) }
        return Dictionary(rows) { $1 }
    }

    /// What of a survey is not on record: new alerts, and known ones that last longer now.
    package static func news(
        of candidates: [AlertCandidate], in connection: ReadConnection
    ) throws -> [AlertCandidate] {
        let known = try ends(of: candidates.map(\.identity.id), in: connection)
        return candidates.filter { candidate in known[candidate.identity.id].map { $0 < candidate.until } ?? true }
    }

    /// Whether an alert of the same rule, place and item that was raised since a moment was found mistaken.
    static func wasFalse(
        _ identity: AlertIdentity, since: Instant, in connection: ReadConnection
    ) throws -> Bool {
        try connection.first(
            """
            SELECT a.id FROM alert a JOIN alert_step s ON s.alert = a.id
            WHERE a.rule = \(identity.rule) AND a.object = \(identity.object) AND a.item = \(identity.item)
            AND a.start >= \(since.secondsSince1970) AND a.start < \(identity.start.secondsSince1970)
            AND s.outcome = \(Alert.Outcome.mistaken.rawValue) LIMIT 1
            """
        ) { try $0.text("id") } != nil
    }

    /// What no alert told of, by kind, for days of a month.
    package static func misses(
        in month: CivilDate, in connection: ReadConnection
    ) throws -> [(kind: AlertKind, object: String, date: CivilDate, note: String, sequence: Int64)] {
        try connection.rows(
            """
            SELECT kind, object, date, note, seq FROM alert_miss
            WHERE date BETWEEN \(month.firstOfMonth.description) AND \(month.lastOfMonth.description) ORDER BY date, seq
            """
        ) { row in
            (
                kind: AlertKind(rawValue: try row.text("kind")) ?? .exceedance, object: try row.text("object"),
                date: CivilDate(try row.text("date")) ?? .first, note: try row.text("note"),
                sequence: try row.integer("seq")
            )
        }
    }

    private static func alerts(where condition: SQL, in connection: ReadConnection) throws -> [Alert] {
        let heads = try connection.rows(
            "SELECT " + columns + " FROM alert WHERE " + condition + " ORDER BY raised, start, id", alert(from:))
        let steps = try connection.rows(
            "SELECT alert, seq, outcome, person, note, at FROM alert_step WHERE alert IN (SELECT id FROM alert WHERE "
                + condition + ") ORDER BY seq"
        ) { row in
            (
                alert: try row.text("alert"),
                step: Alert.Step(
                    outcome: try row.optionalText("outcome").flatMap(Alert.Outcome.init(rawValue:)),
                    person: try row.text("person"), note: try row.text("note"), milliseconds: try row.integer("at"),
                    sequence: try row.integer("seq"))
            )
        }
        let byAlert = Dictionary(grouping: steps, by: \.alert)
        return heads.map { head in
            var alert = head
            alert.steps = (byAlert[head.id] ?? []).map(\.step)
            return alert
        }
    }

    private static func alert(from row: SQLRow) throws -> Alert {
        Alert(
            id: try row.text("id"),
            identity: AlertIdentity(
                rule: try row.text("rule"), object: try row.text("object"), item: try row.text("item"),
                start: Instant(secondsSince1970: try row.integer("start"))),
            kind: AlertKind(rawValue: try row.text("kind")) ?? .exceedance,
            until: Instant(secondsSince1970: try row.integer("until")), value: try row.text("value"),
            text: try row.text("text"), cause: try row.text("cause"), suppressed: try row.text("suppressed"),
            isSampled: try row.flag("sampled"), raisedMilliseconds: try row.integer("raised"),
            dueMilliseconds: try row.integer("due"), sequence: try row.integer("seq"), steps: [])
    }
}
