package import Ledger
package import Records
import Standards
package import Storage

/// The registry as it stands: objects, devices and what their codes mean, targets.
package struct RegistryProjection: Projection {
    package init() {}

    package let name = "registry"
    package let version = 3

    package var definitions: [Definition] {
        [
            .table(
                "registry_object",
                """
                (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL,
                seq INTEGER NOT NULL) STRICT, WITHOUT ROWID
                """),
            .index("registry_object_kind", on: "registry_object (kind, id)"),
            .table(
                "registry_device",
                """
                (mn TEXT NOT NULL, seq INTEGER NOT NULL, since INTEGER NOT NULL, object TEXT NOT NULL,
                ownership TEXT NOT NULL, owner TEXT NOT NULL, dialect TEXT, tolerances TEXT NOT NULL,
                answered INTEGER NOT NULL, minute_seconds INTEGER NOT NULL, hour_seconds INTEGER NOT NULL,
                realtime_seconds INTEGER, accepted_on TEXT, filed_on TEXT, key_id TEXT,
                PRIMARY KEY (mn, seq)) STRICT, WITHOUT ROWID
                """),
            .index("registry_device_object", on: "registry_device (object, mn, seq)"),
            .table(
                "registry_channel",
                """
                (mn TEXT NOT NULL, seq INTEGER NOT NULL, code TEXT NOT NULL, item TEXT NOT NULL,
                power INTEGER NOT NULL, analyser TEXT NOT NULL, serial TEXT NOT NULL, low TEXT, high TEXT, unit TEXT,
                PRIMARY KEY (mn, seq, code)) STRICT, WITHOUT ROWID
                """),
            .table(
                "registry_target",
                """
                (year INTEGER NOT NULL, item TEXT NOT NULL, value TEXT NOT NULL, basis TEXT NOT NULL,
                seq INTEGER NOT NULL, PRIMARY KEY (year, item)) STRICT, WITHOUT ROWID
                """),
            .table(
                "registry_limit",
                """
                (outlet TEXT NOT NULL, position INTEGER NOT NULL, item TEXT NOT NULL, name TEXT NOT NULL,
                value TEXT NOT NULL, lower TEXT, unit TEXT NOT NULL, converted INTEGER NOT NULL, standard TEXT NOT NULL,
                seq INTEGER NOT NULL, PRIMARY KEY (outlet, position)) STRICT, WITHOUT ROWID
                """),
        ] + views
    }

    private var views: [Definition] {
        [
            .view(
                "registry_station",
                """
                SELECT 'record/' || seq AS record, id, name, fields->>'town' AS town,
                fields->>'managementLevel' AS management_level,
                CASE WHEN (fields->>'isEvaluated') || '' IN ('1', 'true') THEN 1 ELSE 0 END AS evaluated
                FROM registry_object WHERE kind = 'station'
                """),
            .view(
                "registry_section",
                """
                SELECT 'record/' || seq AS record, id, name, fields->>'waterBody' AS water_body,
                fields->>'town' AS town, fields->>'targetClass' AS target,
                CASE fields->>'targetClass' WHEN 'I' THEN 'Ⅰ类' WHEN 'II' THEN 'Ⅱ类' WHEN 'III' THEN 'Ⅲ类'
                WHEN 'IV' THEN 'Ⅳ类' WHEN 'V' THEN 'Ⅴ类' ELSE '未定' END AS target_name,
                fields->>'order' AS position
                FROM registry_object WHERE kind = 'section'
                """),
            .view(
                "registry_outlet",
                """
                SELECT 'record/' || seq AS record, id, name, fields->>'enterprise' AS enterprise,
                fields->>'creditCode' AS credit_code FROM registry_object WHERE kind = 'outlet'
                """),
            .view(
                "outlet_limit",
                """
                SELECT 'record/' || seq AS record, outlet, item, name, value, COALESCE(lower, '') AS lower, unit,
                CASE converted WHEN 1 THEN item || '-zs' ELSE item END AS judged,
                CASE converted WHEN 1 THEN '折算' ELSE '实测' END AS basis, standard, position FROM registry_limit
                """),
            .view(
                "outlet_device",
                """
                SELECT 'record/' || d.seq AS record, d.object AS outlet, d.mn, d.owner,
                COALESCE(d.accepted_on, '未验收') AS accepted, date(d.since / 1000 + 28800, 'unixepoch') AS since
                FROM registry_device d WHERE NOT EXISTS (SELECT 1 FROM registry_device l WHERE l.mn = d.mn AND l.seq > d.seq)
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        switch record.action {
        case RegistryActions.objectRegistered: try register(record, in: connection)
        case RegistryActions.deviceBound: try bind(record, in: connection)
        case RegistryActions.targetSet: try setTarget(record, in: connection)
        default: break
        }
    }

    private func register(_ record: LedgerRecord, in connection: WriteConnection) throws {
        let fields = String(decoding: try (record.body["fields"] ?? [:]).bytes(), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO registry_object (id, kind, name, fields, seq) VALUES
            (\(record.subject), \(record.body["kind"]?.text ?? ""), \(record.body["name"]?.text ?? ""), \(fields),
            \(record.sequence))
            ON CONFLICT (id) DO UPDATE SET
            kind = excluded.kind, name = excluded.name, fields = excluded.fields, seq = excluded.seq
            """)
        try connection.execute("DELETE FROM registry_limit WHERE outlet = \(record.subject)")
        for (position, limit) in (record.body["fields"]?["limits"]?.elements ?? []).enumerated() {
            guard let item = limit["item"]?.text, let value = limit["limit"]?.text else { continue }
            try connection.execute(
                """
                INSERT INTO registry_limit (outlet, position, item, name, value, lower, unit, converted, standard, seq)
                VALUES (\(record.subject), \(position), \(item), \(limit["name"]?.text ?? item), \(value),
                \(limit["lower"]?.text), \(limit["unit"]?.text ?? ""), \(limit["converted"]?.bool ?? false),
                \(limit["standard"]?.text ?? ""), \(record.sequence))
                """)
        }
    }

    private func bind(_ record: LedgerRecord, in connection: WriteConnection) throws {
        let settings = DeviceSettings(body: record.body)
        try connection.execute(
            """
            INSERT INTO registry_device (mn, seq, since, object, ownership, owner, dialect, tolerances, answered,
            minute_seconds, hour_seconds, realtime_seconds, accepted_on, filed_on, key_id) VALUES
            (\(record.subject), \(record.sequence), \(record.timeMilliseconds), \(record.body["object"]?.text ?? ""),
            \(settings.ownership.rawValue), \(settings.owner), \(settings.dialect),
            \(settings.tolerances.sorted().joined(separator: " ")), \(settings.isAnswered),
            \(settings.minuteSeconds), \(settings.hourSeconds), \(settings.realtimeSeconds.map(Int64.init)),
            \(settings.acceptedOn?.description), \(settings.filedOn?.description), \(settings.keyID))
            """)
        for channel in (record.body["channels"]?.elements ?? []).compactMap(DeviceChannel.init(canonical:)) {
            try connection.execute(
                """
                INSERT INTO registry_channel (mn, seq, code, item, power, analyser, serial, low, high, unit) VALUES
                (\(record.subject), \(record.sequence), \(channel.code.lowercased()), \(channel.item),
                \(channel.powerOfTen), \(channel.analyser), \(channel.serial), \(channel.range?.low),
                \(channel.range?.high), \(channel.range?.unit)) ON CONFLICT DO NOTHING
                """)
        }
    }

    private func setTarget(_ record: LedgerRecord, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO registry_target (year, item, value, basis, seq) VALUES
            (\(record.body["year"]?.integer ?? 0), \(record.body["item"]?.text ?? ""),
            \(record.body["value"]?.text ?? ""), \(record.body["basis"]?.text ?? ""), \(record.sequence))
            ON CONFLICT (year, item) DO UPDATE SET
            value = excluded.value, basis = excluded.basis, seq = excluded.seq
            """)
    }
}
