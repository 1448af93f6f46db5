import Ledger
import Standards
package import Storage

/// Questions about matters on record.
package enum MatterStore {
    /// Which matters are asked for.
    package struct Query: Sendable {
        /// Of one procedure; nil for all.
        package var procedure: String?
        /// In one state; nil for all.
        package var state: String?
        /// Handled by one person; nil for all.
        package var handler: String?
        /// True for those that go on, false for those that are over; nil for all.
        package var isRunning: Bool?
        /// Whose titles hold this; nil for all.
        package var text: String?

        /// All of them.
        package init() {}
    }

    /// A matter; nil when there is none.
    ///
    /// - Parameter sequence: as it was after this record; nil for now.
    package static func matter(
        _ id: MatterID, asOf sequence: Int64? = nil, in connection: ReadConnection
    ) throws -> MatterRow? {
        try rows("m.id = \(id.rawValue)", asOf: sequence, limit: 1, offset: 0, in: connection).first
    }

    /// Matters, the youngest first.
    ///
    /// - Parameter sequence: as they were after this record; nil for now.
    package static func matters(
        _ query: Query, asOf sequence: Int64? = nil, limit: Int, offset: Int, in connection: ReadConnection
    ) throws -> [MatterRow] {
        let table: SQL = sequence == nil ? "m" : "e"
        return try rows(condition(query, table), asOf: sequence, limit: limit, offset: offset, in: connection)
    }

    /// How many there are now.
    package static func count(_ query: Query, in connection: ReadConnection) throws -> Int {
        let count = try connection.first("SELECT count(*) AS n FROM matter m WHERE \(condition(query, "m"))") {
            try $0.integer("n")
        }
        return Int(count ?? 0)
    }

    private static func condition(_ query: Query, _ table: SQL) -> SQL {
        var condition: SQL = "1 = 1"
        if let text = query.text {
            let pattern =
                "%" + text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
            condition = "\(condition) AND m.title LIKE \(pattern) ESCAPE '\\'"
        }
        if let procedure = query.procedure { condition = "\(condition) AND m.procedure = \(procedure)" }
        if let state = query.state { condition = "\(condition) AND \(table).state = \(state)" }
        if let handler = query.handler { condition = "\(condition) AND \(table).handler = \(handler)" }
        if let isRunning = query.isRunning { condition = "\(condition) AND \(table).is_ended = \(isRunning ? 0 : 1)" }
        return condition
    }

    private static func rows(
        _ condition: SQL, asOf sequence: Int64?, limit: Int, offset: Int, in connection: ReadConnection
    ) throws -> [MatterRow] {
        guard let sequence else {
            return try connection.rows(
                """
                SELECT m.* FROM matter m WHERE \(condition) ORDER BY m.number DESC LIMIT \(limit) OFFSET \(offset)
                """, row)
        }
        // The last entry by then says where the matter stood.
        return try connection.rows(
            """
            SELECT m.id, m.procedure, m.version, m.title, m.opened, e.seq, e.entry AS last, e.state, e.is_ended, e.handler,
            e.handler_role, e.unit
            FROM matter m JOIN matter_entry e ON e.number = m.number
            WHERE e.entry = (SELECT max(x.entry) FROM matter_entry x WHERE x.number = m.number AND x.seq <= \(sequence))
            AND \(condition) ORDER BY m.number DESC LIMIT \(limit) OFFSET \(offset)
            """, row)
    }

    /// The matters that follow from one, the oldest first.
    package static func matters(followingFrom id: MatterID, in connection: ReadConnection) throws -> [MatterRow] {
        try connection.rows(
            "SELECT m.* FROM matter m WHERE m.follows = \(id.rawValue) ORDER BY m.number", row)
    }

    /// Matters in the order of their ids.
    ///
    /// - Parameter id: behind which they begin; nil for the first.
    package static func matters(
        _ query: Query, behind id: MatterID?, limit: Int, in connection: ReadConnection
    ) throws -> [MatterRow] {
        try connection.rows(
            """
            SELECT m.* FROM matter m WHERE \(condition(query, "m")) AND m.id > \(id?.rawValue ?? "")
            ORDER BY m.id LIMIT \(limit)
            """, row)
    }

    /// The history of a matter in order; empty when there is none.
    ///
    /// - Parameter sequence: as it was after this record; nil for now.
    package static func history(
        of id: MatterID, asOf sequence: Int64? = nil, in connection: ReadConnection
    ) throws -> [StoredMatterEntry] {
        try connection.rows(
            """
            SELECT e.* FROM matter_entry e JOIN matter m ON m.number = e.number
            WHERE m.id = \(id.rawValue) AND e.seq <= \(sequence ?? .max) ORDER BY e.entry
            """
        ) { row in
            let recorded = Instant(secondsSince1970: try row.integer("time") / 1_000)
            let content = try CanonicalValue(canonical: Array(try row.text("content").utf8))
            guard let entry = MatterEntry(canonical: content, recorded: recorded) else {
                throw StorageError(.wrongColumnType, detail: "matter_entry.content")
            }
            return StoredMatterEntry(
                sequence: try row.integer("seq"), actor: try row.text("actor"), entry: entry,
                standing: try standing(row))
        }
    }

    private static func row(_ row: SQLRow) throws -> MatterRow {
        guard let version = CivilDate(try row.text("version")) else {
            throw StorageError(.wrongColumnType, detail: "matter.version")
        }
        return MatterRow(
            id: MatterID(rawValue: try row.text("id")), procedure: try row.text("procedure"), version: version,
            title: try row.text("title"), opened: Instant(secondsSince1970: try row.integer("opened")),
            sequence: try row.integer("seq"), last: Int(try row.integer("last")), standing: try standing(row),
            unit: try row.text("unit"))
    }

    private static func standing(_ row: SQLRow) throws -> MatterStanding {
        var handler: MatterHandler?
        if let person = try row.optionalText("handler") {
            handler = MatterHandler(
                person: person, role: try row.text("handler_role"), unit: try row.text("unit"))
        }
        return MatterStanding(state: try row.text("state"), isEnded: try row.flag("is_ended"), handler: handler)
    }
}
