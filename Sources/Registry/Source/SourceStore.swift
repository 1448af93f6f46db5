package import Storage

/// Questions about sources and their files.
package enum SourceStore {
    /// The first line of a file; nil when there is none of this id.
    package static func head(_ id: String, in connection: ReadConnection) throws -> SourceHead? {
        try connection.first("SELECT * FROM source WHERE id = \(id)", head(from:))
    }

    /// The file of a source; nil when there is none of this id.
    ///
    /// - Parameter sequence: the record as of which it is shown; nil for the present.
    package static func file(
        _ id: String, asOf sequence: Int64? = nil, in connection: ReadConnection
    ) throws -> SourceFile? {
        guard let head = try head(id, in: connection) else { return nil }
        return try file(of: head, asOf: sequence, in: connection)
    }

    /// The kind of the source or batch that a record is about; nil when there is none.
    package static func kind(ofSubject id: String, in connection: ReadConnection) throws -> String? {
        try head(id, in: connection)?.kind ?? SourceBatchStore.batch(id, in: connection)?.kind
            ?? SourceMatchStore.match(id, in: connection)?.kind
    }

    static func file(number: Int64, in connection: ReadConnection) throws -> SourceFile? {
        guard
            let head = try connection.first("SELECT * FROM source WHERE number = \(number)", head(from:))
        else { return nil }
        return try file(of: head, asOf: nil, in: connection)
    }

    private static func file(
        of head: SourceHead, asOf sequence: Int64?, in connection: ReadConnection
    ) throws -> SourceFile {
        var values: [Int64: [String: String?]] = [:]
        try connection.forEachRow(
            "SELECT seq, field, value FROM source_history WHERE number = \(head.number) ORDER BY seq, field"
        ) { row in
            values[row.integer(at: 0), default: [:]][row.optionalText(at: 1) ?? ""] = .some(row.optionalText(at: 2))
        }
        let events = try connection.rows(
            "SELECT * FROM source_event WHERE number = \(head.number) ORDER BY seq"
        ) { try event(from: $0, values: values[try $0.integer("seq")] ?? [:]) }
        return SourceFile(
            id: head.id, kind: head.kind, isObject: head.isObject, events: events, asOf: sequence)
    }

    static func event(from row: SQLRow, values: [String: String?]) throws -> SourceEvent {
        SourceEvent(
            act: SourceEvent.Act(rawValue: try row.text("act")) ?? .changed, sequence: try row.integer("seq"),
            timeMilliseconds: try row.integer("time"), actor: try row.text("actor"),
            origin: SourceOrigin(
                name: try row.text("origin"), basis: try row.text("basis"), batch: try row.optionalText("batch"),
                line: try row.optionalInteger("line").map(Int.init)),
            decides: try row.flag("decides"), values: values, other: try row.optionalText("other"),
            reason: try row.text("reason"), undoneBy: try row.optionalInteger("undone_by"))
    }

    /// Number and id of the active files of a kind in which a field has a value of at most 64 signs.
    static func active(
        _ kind: String, where field: String, is value: String, in connection: ReadConnection
    ) throws -> [(number: Int64, id: String)] {
        try connection.rows(
            """
            SELECT s.number, s.id FROM source_field f JOIN source s ON s.number = f.number
            WHERE f.scope = \(SourceProjection.scope(kind, .active)) AND f.field = \(field) AND f.short = \(value)
            ORDER BY s.number
            """
        ) { ($0.integer(at: 0), $0.optionalText(at: 1) ?? "") }
    }

    /// Values of some fields of a file.
    static func values(
        _ fields: [String], of number: Int64, in connection: ReadConnection
    ) throws -> [String: String] {
        let rows = try connection.rows(
            """
            SELECT field, value FROM source_field
            WHERE number = \(number) AND field IN (\(list: fields.map { .text($0) })) ORDER BY field
            """
        ) { ($0.optionalText(at: 0) ?? "", $0.optionalText(at: 1) ?? "") }
        return Dictionary(rows) { first, _ in first }
    }

    /// The names of sources by their ids.
    package static func names(of ids: some Sequence<String>, in connection: ReadConnection) throws -> [String: String] {
        var names: [String: String] = [:]
        for id in Set(ids) { names[id] = try head(id, in: connection)?.name }
        return names
    }

    /// The active sources of a kind whose field points to one of some others.
    ///
    /// - Parameters:
    ///   - targets: the id of the other, and those of the files that were put into it.
    ///   - range: within which only they are looked for; nil for everywhere.
    package static func sources(
        of kind: String, pointingBy field: String, to targets: [String], within range: SourceRange?, limit: Int,
        in connection: ReadConnection
    ) throws -> [SourceHead] {
        let lying: SQL = range.map { "AND s.number IN (SELECT number FROM (\($0.numbers(kind, .active))) lying)" } ?? ""
        return try connection.rows(
            """
            SELECT s.* FROM source s JOIN source_field f ON f.number = s.number
            WHERE f.scope = \(SourceProjection.scope(kind, .active)) AND f.field = \(field)
            AND f.short IN (\(list: targets.map { .text($0) })) \(lying) ORDER BY s.number LIMIT \(limit)
            """, head(from:))
    }

    static func head(from row: SQLRow) throws -> SourceHead {
        SourceHead(
            number: try row.integer("number"), id: try row.text("id"), kind: try row.text("kind"),
            name: try row.text("name"), state: SourceFile.State(rawValue: try row.text("state")) ?? .active,
            sequence: try row.integer("seq"), isObject: try row.flag("is_object"),
            contestedCount: Int(try row.integer("contested")), mergedInto: try row.optionalText("merged_into"))
    }
}
