package import Ledger
package import Records
import Standards
package import Storage

/// Matters and their histories as tables, of records alone. What depends on the day – deadlines, warnings, what may be done
/// next – stands in none of them.
package struct MatterProjection: Projection {
    package init() {}

    package let name = "matters"
    package let version = 2

    package var definitions: [Definition] {
        [
            .table(
                "matter",
                """
                (number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, procedure TEXT NOT NULL,
                version TEXT NOT NULL, title TEXT NOT NULL, opened INTEGER NOT NULL, seq INTEGER NOT NULL,
                last INTEGER NOT NULL, state TEXT NOT NULL, is_ended INTEGER NOT NULL, handler TEXT, handler_role TEXT,
                unit TEXT NOT NULL, follows TEXT) STRICT
                """),
            .index("matter_follows", on: "matter (follows)"),
            .index("matter_state", on: "matter (is_ended, procedure, state, number)"),
            .index("matter_handler", on: "matter (handler, is_ended, number)"),
            .table(
                "matter_entry",
                """
                (number INTEGER NOT NULL, entry INTEGER NOT NULL, seq INTEGER NOT NULL, time INTEGER NOT NULL,
                actor TEXT NOT NULL, act TEXT NOT NULL, person TEXT NOT NULL, content TEXT NOT NULL,
                state TEXT NOT NULL, is_ended INTEGER NOT NULL, handler TEXT, handler_role TEXT, unit TEXT NOT NULL,
                PRIMARY KEY (number, entry)) STRICT, WITHOUT ROWID
                """),
            .index("matter_entry_seq", on: "matter_entry (seq)"),
            .index("matter_entry_person", on: "matter_entry (person, seq)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard CaseworkActions.isOfMatters(record.action) else { return }
        let recorded = Instant(secondsSince1970: record.timeMilliseconds / 1_000)
        guard let said = MatterRecord(record.body, recorded: recorded) else { return }
        if case .opened(let opening) = said.entry.act {
            try open(opening, said, record, in: connection)
        } else {
            try add(said.entry, said.standing, to: record.subject, record, in: connection)
        }
        if let other = said.counterpart {
            try add(other.entry, other.standing, to: other.matter.rawValue, record, in: connection)
        }
    }

    private func open(
        _ opening: MatterOpening, _ said: MatterRecord, _ record: LedgerRecord, in connection: WriteConnection
    ) throws {
        let (standing, handler) = (said.standing, said.standing.handler)
        let unit = handler?.unit ?? said.entry.unit
        try connection.execute(
            """
            INSERT INTO matter (number, id, procedure, version, title, opened, seq, last, state, is_ended, handler,
            handler_role, unit, follows) VALUES
            (\(record.sequence), \(record.subject), \(opening.procedure), \(opening.version.description),
            \(said.title ?? ""), \(said.entry.happened.secondsSince1970), \(record.sequence), \(said.entry.number),
            \(standing.state), \(standing.isEnded), \(handler?.person), \(handler?.role), \(unit), \(opening.follows?.rawValue))
            """)
        try keep(said.entry, standing, of: record.sequence, unit: unit, record, in: connection)
    }

    private func add(
        _ entry: MatterEntry, _ standing: MatterStanding, to matter: String, _ record: LedgerRecord,
        in connection: WriteConnection
    ) throws {
        let found = try connection.reading.first("SELECT number, unit FROM matter WHERE id = \(matter)") {
            (number: try $0.integer("number"), unit: try $0.text("unit"))
        }
        guard let found else { return }
        let handler = standing.handler
        let unit = handler?.unit ?? found.unit
        try connection.execute(
            """
            UPDATE matter SET seq = \(record.sequence), last = \(entry.number), state = \(standing.state),
            is_ended = \(standing.isEnded), handler = \(handler?.person), handler_role = \(handler?.role), unit = \(unit)
            WHERE number = \(found.number)
            """)
        try keep(entry, standing, of: found.number, unit: unit, record, in: connection)
    }

    private func keep(
        _ entry: MatterEntry, _ standing: MatterStanding, of number: Int64, unit: String, _ record: LedgerRecord,
        in connection: WriteConnection
    ) throws {
        let content = String(decoding: try entry.canonical.bytes(), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO matter_entry (number, entry, seq, time, actor, act, person, content, state, is_ended, handler,
            handler_role, unit) VALUES
            (\(number), \(entry.number), \(record.sequence), \(record.timeMilliseconds), \(record.actor),
            \(entry.act.kind.rawValue), \(entry.person), \(content), \(standing.state), \(standing.isEnded),
            \(standing.handler?.person), \(standing.handler?.role), \(unit))
            """)
    }
}
