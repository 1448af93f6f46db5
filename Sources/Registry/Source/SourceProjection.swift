package import Ledger
package import Records
package import Storage

/// The files of sources as tables: what holds, what was said, and the words by which they are found.
package struct SourceProjection: Projection {
    package init() {}

    package let name = "sources"
    package let version = 2

    /// Longer values stand in no index: nobody narrows a list by them.
    static let greatestKeyLength = 64

    /// What a list shows at one time: the files of a kind in a state. It stands before every word and value, so that most
    /// questions are answered along an index alone.
    static func scope(_ kind: String, _ state: SourceFile.State) -> String { "\(kind) \(state.rawValue)" }

    package var definitions: [Definition] {
        [
            .table(
                "source",
                """
                (number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
                state TEXT NOT NULL, seq INTEGER NOT NULL, is_object INTEGER NOT NULL, contested INTEGER NOT NULL,
                merged_into TEXT, search TEXT NOT NULL) STRICT
                """),
            .index("source_kind", on: "source (kind, state, number)"),
            .index("source_contested", on: "source (kind, state, contested)"),
            .table(
                "source_event",
                """
                (number INTEGER NOT NULL, seq INTEGER NOT NULL, act TEXT NOT NULL, time INTEGER NOT NULL,
                actor TEXT NOT NULL, origin TEXT NOT NULL, basis TEXT NOT NULL, batch TEXT, line INTEGER,
                decides INTEGER NOT NULL, other TEXT, reason TEXT NOT NULL, undone_by INTEGER,
                PRIMARY KEY (number, seq)) STRICT, WITHOUT ROWID
                """),
            .index("source_event_seq", on: "source_event (seq)"),
            .index("source_event_batch", on: "source_event (batch, number, seq)"),
            .table(
                "source_history",
                """
                (number INTEGER NOT NULL, seq INTEGER NOT NULL, field TEXT NOT NULL, value TEXT,
                PRIMARY KEY (number, seq, field)) STRICT, WITHOUT ROWID
                """),
            .table(
                "source_field",
                """
                (number INTEGER NOT NULL, field TEXT NOT NULL, value TEXT, scope TEXT NOT NULL, short TEXT,
                seq INTEGER NOT NULL, contested INTEGER NOT NULL, PRIMARY KEY (number, field)) STRICT, WITHOUT ROWID
                """),
            .index("source_field_short", on: "source_field (scope, field, short, number)"),
            .table(
                "source_word",
                """
                (scope TEXT NOT NULL, word TEXT NOT NULL, number INTEGER NOT NULL,
                PRIMARY KEY (scope, word, number)) STRICT, WITHOUT ROWID
                """),
            .index("source_word_number", on: "source_word (number)"),
            .table(
                "source_place",
                """
                (number INTEGER NOT NULL PRIMARY KEY, scope TEXT NOT NULL, longitude INTEGER NOT NULL,
                latitude INTEGER NOT NULL) STRICT
                """),
            .index("source_place_scope", on: "source_place (scope, longitude, latitude, number)"),
            .table(
                "source_batch",
                """
                (id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL,
                kind TEXT NOT NULL, file TEXT NOT NULL, attachment TEXT NOT NULL, origin TEXT NOT NULL,
                rows INTEGER NOT NULL, registered INTEGER NOT NULL, changed INTEGER NOT NULL,
                refused INTEGER NOT NULL, undone_by INTEGER) STRICT
                """),
            .index("source_batch_kind", on: "source_batch (kind, seq)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        switch record.action {
        case SourceActions.registered: try register(record, kind: record.body["of"]?.text ?? "", in: connection)
        case RegistryActions.objectRegistered: try registerObject(record, in: connection)
        case SourceActions.changed, SourceActions.withdrawn:
            guard let event = SourceEvent(record) else { return }
            try add(event, to: record.subject, search: Self.search(of: record), in: connection)
        case SourceActions.merged: try merge(record, in: connection)
        case SourceActions.separated: try separate(record, in: connection)
        case SourceActions.imported: try keepBatch(record, in: connection)
        case SourceActions.undone, SourceMatchActions.reopened: try undo(record, in: connection)
        default: break
        }
    }

    private static func search(of record: LedgerRecord) -> String? {
        record.body["search"]?.elements?.compactMap(\.text).joined(separator: " ")
    }

    private func register(
        _ record: LedgerRecord, kind: String, isObject: Bool = false, in connection: WriteConnection
    ) throws {
        guard let event = SourceEvent(record) else { return }
        let file = SourceFile(id: record.subject, kind: kind, isObject: isObject, events: [event])
        let number = record.sequence
        let search = Self.search(of: record) ?? SourceKind.nameField
        try connection.execute(
            """
            INSERT INTO source (number, id, kind, name, state, seq, is_object, contested, merged_into, search) VALUES
            (\(number), \(file.id), \(kind), \(file.name), \(file.state.rawValue), \(file.sequence), \(isObject), 0,
            \(nil as String?), \(search))
            """)
        try keep(event, of: number, in: connection)
        try fill(file, number: number, search: search, in: connection)
    }

    private func registerObject(_ record: LedgerRecord, in connection: WriteConnection) throws {
        guard let kind = ObjectKind(rawValue: record.body["kind"]?.text ?? "")?.sourceKind else { return }
        if try SourceStore.head(record.subject, in: connection.reading) == nil {
            try register(record, kind: kind, isObject: true, in: connection)
        } else if let event = SourceEvent(record) {
            try add(event, to: record.subject, search: nil, in: connection)
        }
    }

    private func add(
        _ event: SourceEvent, to id: String, search: String?, in connection: WriteConnection
    ) throws {
        guard let head = try SourceStore.head(id, in: connection.reading) else { return }
        try keep(event, of: head.number, in: connection)
        if let search {
            try connection.execute("UPDATE source SET search = \(search) WHERE number = \(head.number)")
        }
        try refresh(head.number, in: connection)
    }

    private func merge(_ record: LedgerRecord, in connection: WriteConnection) throws {
        let reason = record.body["reason"]?.text ?? ""
        guard let kept = try SourceStore.head(record.subject, in: connection.reading),
            let absorbed = try SourceStore.head(record.body["other"]?.text ?? "", in: connection.reading),
            let other = try SourceStore.file(absorbed.id, in: connection.reading)
        else { return }
        // Facts about people stay with the records that hold them.
        let values = other.fields.compactMapValues { $0.current.value }.filter { !$0.value.isEmpty }
        let origin = SourceOrigin(name: String("并档：\(absorbed.name)".prefix(SourceOrigin.greatestLength)))
        try keep(
            SourceEvent(record, .merged, from: origin, decides: false, values, other: absorbed.id, reason: reason),
            of: kept.number, in: connection)
        try keep(
            SourceEvent(
                record, .absorbed, from: .person(basis: ""), decides: true, [:], other: kept.id, reason: reason),
            of: absorbed.number, in: connection)
        try refresh(kept.number, in: connection)
        try refresh(absorbed.number, in: connection)
    }

    private func separate(_ record: LedgerRecord, in connection: WriteConnection) throws {
        guard let merger = record.body["follows"]?.integer else { return }
        let numbers = try connection.reading.rows(
            "SELECT number FROM source_event WHERE seq = \(merger) AND act IN ('merged', 'absorbed') ORDER BY number"
        ) { $0.integer(at: 0) }
        for number in numbers {
            try connection.execute(
                """
                UPDATE source_event SET undone_by = \(record.sequence) WHERE number = \(number) AND seq = \(merger)
                """)
        }
        for number in numbers { try refresh(number, in: connection) }
    }

    private func keepBatch(_ record: LedgerRecord, in connection: WriteConnection) throws {
        let body = record.body
        try connection.execute(
            """
            INSERT INTO source_batch (id, seq, time, actor, kind, file, attachment, origin, rows, registered, changed,
            refused, undone_by) VALUES
            (\(record.subject), \(record.sequence), \(record.timeMilliseconds), \(record.actor),
            \(body["of"]?.text ?? ""), \(body["file"]?.text ?? ""), \(body["attachment"]?.text ?? ""),
            \(body["origin"]?.text ?? ""), \(body["rows"]?.integer ?? 0), \(body["registered"]?.integer ?? 0),
            \(body["changed"]?.integer ?? 0), \(body["refused"]?.integer ?? 0), \(nil as Int64?))
            """)
    }

    private func undo(_ record: LedgerRecord, in connection: WriteConnection) throws {
        try connection.execute(
            "UPDATE source_batch SET undone_by = \(record.sequence) WHERE id = \(record.subject)")
        try connection.execute(
            """
            UPDATE source_event SET undone_by = \(record.sequence)
            WHERE batch = \(record.subject) AND undone_by IS NULL
            """)
        let numbers = try connection.reading.rows(
            "SELECT DISTINCT number FROM source_event WHERE batch = \(record.subject) ORDER BY number"
        ) { $0.integer(at: 0) }
        for number in numbers { try refresh(number, in: connection) }
    }

    private func keep(_ event: SourceEvent, of number: Int64, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO source_event (number, seq, act, time, actor, origin, basis, batch, line, decides, other, reason,
            undone_by) VALUES
            (\(number), \(event.sequence), \(event.act.rawValue), \(event.timeMilliseconds), \(event.actor),
            \(event.origin.name), \(event.origin.basis), \(event.origin.batch), \(event.origin.line.map(Int64.init)),
            \(event.decides), \(event.other), \(event.reason), \(event.undoneBy))
            """)
        let history = try connection.inserter(into: "source_history", ["number", "seq", "field", "value"])
        for (field, value) in event.values.sorted(by: { $0.key < $1.key }) {
            try history.insert([
                .integer(number), .integer(event.sequence), .text(field), value.map(SQLValue.text) ?? .null,
            ])
        }
    }

    /// Makes the rows of a file again from all its events.
    private func refresh(_ number: Int64, in connection: WriteConnection) throws {
        guard let file = try SourceStore.file(number: number, in: connection.reading) else { return }
        let search =
            try connection.reading.first("SELECT search FROM source WHERE number = \(number)") { try $0.text("search") }
            ?? SourceKind.nameField
        try connection.execute(
            """
            UPDATE source SET name = \(file.name), state = \(file.state.rawValue), seq = \(file.sequence),
            contested = \(file.contestedFields.count), merged_into = \(file.mergedInto) WHERE number = \(number)
            """)
        try connection.execute("DELETE FROM source_field WHERE number = \(number)")
        try connection.execute("DELETE FROM source_word WHERE number = \(number)")
        try connection.execute("DELETE FROM source_place WHERE number = \(number)")
        try fill(file, number: number, search: search, in: connection)
    }

    private func fill(
        _ file: SourceFile, number: Int64, search: String, in connection: WriteConnection
    ) throws {
        let fields = try connection.inserter(
            into: "source_field", ["number", "field", "value", "scope", "short", "seq", "contested"])
        let scope = SQLValue.text(Self.scope(file.kind, file.state))
        for (field, state) in file.fields.sorted(by: { $0.key < $1.key }) where state.current.value != "" {
            let value = state.current.value
            let short = value.flatMap { $0.count <= Self.greatestKeyLength ? $0 : nil }
            try fields.insert([
                .integer(number), .text(field), value.map(SQLValue.text) ?? .null, scope,
                short.map(SQLValue.text) ?? .null, .integer(state.current.sequence),
                .integer(state.contested.isEmpty ? 0 : 1),
            ])
        }
        if let point = file.value(SourcePlace.field).flatMap({ SourcePoint(text: $0) }),
            let place = SourcePlace.millionths(of: point)
        {
            try connection.execute(
                """
                INSERT INTO source_place (number, scope, longitude, latitude) VALUES
                (\(number), \(Self.scope(file.kind, file.state)), \(place.longitude), \(place.latitude))
                """)
        }
        guard file.state != .undone else { return }
        var words: Set<String> = []
        for field in search.split(separator: " ") {
            if let value = file.value(String(field)) { words.formUnion(SourceWords.words(of: value)) }
        }
        let rows = try connection.inserter(into: "source_word", ["scope", "word", "number"])
        for word in words.sorted() { try rows.insert([scope, .text(word), .integer(number)]) }
    }
}
