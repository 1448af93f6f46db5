package import Ledger
package import Records
package import Storage

/// Commands to devices and what became of them, and what the gateway asks by itself.
package struct CommandProjection: Projection {
    package init() {}

    package let name = "device-commands"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "device_command",
                """
                (id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, changed INTEGER NOT NULL, mn TEXT NOT NULL,
                name TEXT NOT NULL, parameters TEXT NOT NULL, reason TEXT NOT NULL, basis TEXT NOT NULL,
                matter TEXT NOT NULL, notice_on TEXT NOT NULL, notice_manner TEXT NOT NULL, origin TEXT NOT NULL,
                actor TEXT NOT NULL, requested INTEGER NOT NULL, confirmed_by TEXT, withdrawn_by TEXT,
                withdrawal_reason TEXT, stage TEXT NOT NULL, qn TEXT, started INTEGER, ended INTEGER, outcome TEXT,
                code INTEGER, answer TEXT NOT NULL, drift INTEGER, late_code INTEGER, sent TEXT NOT NULL,
                received TEXT NOT NULL, received_count INTEGER NOT NULL) STRICT, WITHOUT ROWID
                """),
            .index("device_command_mn", on: "device_command (mn, seq)"),
            .index("device_command_origin", on: "device_command (origin, requested)"),
            .index("device_command_stage", on: "device_command (stage, changed)"),
            .table(
                "exchange_setting",
                """
                (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), gaps INTEGER NOT NULL, clocks INTEGER NOT NULL,
                setting INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        let id = body["id"]?.text ?? ""
        let (sequence, time) = (record.sequence, record.timeMilliseconds)
        switch record.action {
        case CommandActions.requested: try insert(record, to: connection)
        case CommandActions.confirmed:
            try connection.execute(
                """
                UPDATE device_command SET confirmed_by = \(record.actor), changed = \(sequence), stage = 'waiting'
                WHERE id = \(id)
                """)
        case CommandActions.withdrawn:
            // What was sent is over only when the gateway says so.
            try connection.execute(
                """
                UPDATE device_command SET withdrawn_by = \(record.actor), changed = \(sequence),
                withdrawal_reason = \(body["reason"]?.text ?? ""),
                stage = CASE stage WHEN 'running' THEN stage ELSE 'withdrawn' END WHERE id = \(id)
                """)
        case CommandActions.started:
            try connection.execute(
                """
                UPDATE device_command SET qn = \(body["qn"]?.text ?? ""), started = \(time), stage = 'running'
                WHERE id = \(id)
                """)
        case CommandActions.ended:
            try connection.execute(
                """
                UPDATE device_command SET stage = 'ended', ended = \(time), outcome = \(body["outcome"]?.text ?? ""),
                code = \(body["code"]?.integer), answer = \(try text(body["answer"])), drift = \(body["drift"]?.integer),
                sent = \(try text(body["sent"])), received = \(try text(body["received"])),
                received_count = \(body["receivedCount"]?.integer ?? 0) WHERE id = \(id)
                """)
        case CommandActions.answeredLate:
            try connection.execute(
                "UPDATE device_command SET late_code = \(body["code"]?.integer) WHERE id = \(id)")
        case CommandActions.configured:
            try connection.execute(
                """
                INSERT INTO exchange_setting (id, gaps, clocks, setting, seq)
                VALUES (1, \(body["asksForGaps"]?.bool ?? false), \(body["checksClocks"]?.bool ?? false),
                \(body["setsClocks"]?.bool ?? false), \(sequence))
                ON CONFLICT (id) DO UPDATE SET gaps = excluded.gaps, clocks = excluded.clocks,
                setting = excluded.setting, seq = excluded.seq
                """)
        default: break
        }
    }

    private func insert(_ record: LedgerRecord, to connection: WriteConnection) throws {
        let body = record.body
        let member = { (name: String) in body[name]?.text ?? "" }
        let stage: DeviceCommand.Stage = body["needsConfirmation"]?.bool == true ? .unconfirmed : .waiting
        try connection.execute(
            """
            INSERT INTO device_command (id, seq, changed, mn, name, parameters, reason, basis, matter, notice_on,
            notice_manner, origin, actor, requested, stage, answer, sent, received, received_count) VALUES
            (\(member("id")), \(record.sequence), \(record.sequence), \(record.subject), \(member("command")),
            \(try text(body["parameters"])), \(member("reason")), \(member("basis")), \(member("matter")),
            \(member("noticeOn")), \(member("noticeManner")), \(member("origin")), \(record.actor),
            \(record.timeMilliseconds), \(stage.rawValue), '{}', '[]', '[]', 0)
            """)
    }

    private func text(_ value: CanonicalValue?) throws -> String {
        String(decoding: try (value ?? .null).bytes(), as: UTF8.self)
    }
}
