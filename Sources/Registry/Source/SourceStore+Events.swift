package import Storage

extension SourceStore {
    /// What was said of sources, by source in the order of registration, then by record.
    ///
    /// - Parameters:
    ///   - source: of one source alone; nil for all.
    ///   - kinds: ids of the kinds whose sources are told of.
    ///   - range: within which only; nil for everywhere.
    ///   - place: the event behind which they begin; none where there is no such source.
    package static func events(
        of source: String?, ofKinds kinds: [String], within range: SourceRange?,
        behind place: (source: String, record: Int64)?, limit: Int, in connection: ReadConnection
    ) throws -> [(source: String, event: SourceEvent)] {
        var chosen: SQL = "s.kind IN (\(list: kinds.map { .text($0) }))"
        if let source { chosen = chosen + " AND s.id = \(source)" }
        if let range {
            var lying: SQL = "SELECT 0 AS number"
            for kind in kinds {
                for state in SourceFile.State.allCases {
                    lying = lying + " UNION ALL SELECT number FROM (\(range.numbers(kind, state))) lying"
                }
            }
            chosen = chosen + " AND s.number IN (\(lying))"
        }
        if let place {
            guard let head = try head(place.source, in: connection) else { return [] }
            chosen =
                chosen + """
                     AND e.number >= \(head.number) AND (e.number > \(head.number) OR e.seq > \(place.record))
                    """
        }
        let rows = try connection.rows(
            """
            SELECT s.id AS source, e.* FROM source_event e JOIN source s ON s.number = e.number
            WHERE \(chosen) ORDER BY e.number, e.seq LIMIT \(limit)
            """
        ) { row in (try row.text("source"), try row.integer("number"), try event(from: row, values: [:])) }
        return try rows.map { source, number, event in
            (source, try filled(event, number, in: connection))
        }
    }

    /// The same event with what it says.
    private static func filled(
        _ event: SourceEvent, _ number: Int64, in connection: ReadConnection
    ) throws -> SourceEvent {
        var values: [String: String?] = [:]
        try connection.forEachRow(
            "SELECT field, value FROM source_history WHERE number = \(number) AND seq = \(event.sequence) ORDER BY field"
        ) { values[$0.optionalText(at: 0) ?? ""] = .some($0.optionalText(at: 1)) }
        return SourceEvent(
            act: event.act, sequence: event.sequence, timeMilliseconds: event.timeMilliseconds, actor: event.actor,
            origin: event.origin, decides: event.decides, values: values, other: event.other, reason: event.reason,
            undoneBy: event.undoneBy)
    }
}
