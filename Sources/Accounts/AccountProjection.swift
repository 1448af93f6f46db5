package import Ledger
package import Records
package import Storage

/// Units, people and accounts as they stand. Names and telephones are not copied: they are read beside their records.
package struct AccountProjection: Projection {
    package init() {}

    package let name = "accounts"
    package let version = 3

    package var definitions: [Definition] {
        [
            .table(
                "account_unit",
                "(id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID"
            ),
            .table(
                "account_person",
                """
                (id TEXT NOT NULL PRIMARY KEY, unit TEXT NOT NULL, post TEXT NOT NULL, certificates TEXT NOT NULL,
                seq INTEGER NOT NULL) STRICT, WITHOUT ROWID
                """),
            .table(
                "account",
                """
                (login TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, roles TEXT NOT NULL, scope TEXT NOT NULL,
                disabled INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID
                """),
            .index("account_of_person", on: "account (person, login)"),
            .table(
                "account_link",
                """
                (login TEXT NOT NULL PRIMARY KEY, issuer TEXT NOT NULL, subject TEXT NOT NULL, seq INTEGER NOT NULL)
                STRICT, WITHOUT ROWID
                """),
            .index("account_link_subject", on: "account_link (issuer, subject)"),
            .table(
                "account_leave",
                """
                (person TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, substitute TEXT NOT NULL,
                seq INTEGER NOT NULL, PRIMARY KEY (person, first)) STRICT, WITHOUT ROWID
                """),
            .index("account_leave_substitute", on: "account_leave (substitute, last)"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        switch record.action {
        case AccountActions.unitRegistered: try unit(record, connection)
        case AccountActions.personRegistered: try person(record, connection)
        case AccountActions.accountOpened, AccountActions.accountChanged: try account(record, connection)
        case AccountActions.linkSet: try link(record, connection)
        case AccountActions.leaveSet: try leave(record, connection)
        default: break
        }
    }

    private func unit(_ record: LedgerRecord, _ connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO account_unit (id, name, kind, seq) VALUES
            (\(record.subject), \(record.body["name"]?.text ?? ""), \(record.body["unitKind"]?.text ?? ""),
            \(record.sequence))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, seq = excluded.seq
            """)
    }

    private func person(_ record: LedgerRecord, _ connection: WriteConnection) throws {
        let certificates = try (record.body["certificates"] ?? .array([])).bytes()
        try connection.execute(
            """
            INSERT INTO account_person (id, unit, post, certificates, seq) VALUES
            (\(record.subject), \(record.body["unit"]?.text ?? ""), \(record.body["post"]?.text ?? ""),
            \(String(decoding: certificates, as: UTF8.self)), \(record.sequence))
            ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, post = excluded.post,
            certificates = excluded.certificates, seq = excluded.seq
            """)
    }

    private func account(_ record: LedgerRecord, _ connection: WriteConnection) throws {
        let roles = record.body["roles"]?.elements?.compactMap(\.text) ?? []
        let scope = try (record.body["scope"] ?? [:]).bytes()
        try connection.execute(
            """
            INSERT INTO account (login, person, roles, scope, disabled, seq) VALUES
            (\(record.subject), \(record.body["person"]?.text ?? ""), \(roles.joined(separator: " ")),
            \(String(decoding: scope, as: UTF8.self)), \(record.body["disabled"]?.bool ?? false), \(record.sequence))
            ON CONFLICT (login) DO UPDATE SET person = excluded.person, roles = excluded.roles, scope = excluded.scope,
            disabled = excluded.disabled, seq = excluded.seq
            """)
    }

    private func link(_ record: LedgerRecord, _ connection: WriteConnection) throws {
        guard let subject = record.body["externalSubject"]?.text else {
            try connection.execute("DELETE FROM account_link WHERE login = \(record.subject)")
            return
        }
        try connection.execute(
            """
            INSERT INTO account_link (login, issuer, subject, seq) VALUES
            (\(record.subject), \(record.body["issuer"]?.text ?? ""), \(subject), \(record.sequence))
            ON CONFLICT (login) DO UPDATE SET issuer = excluded.issuer, subject = excluded.subject, seq = excluded.seq
            """)
    }

    private func leave(_ record: LedgerRecord, _ connection: WriteConnection) throws {
        let first = record.body["from"]?.text ?? ""
        guard let last = record.body["to"]?.text else {
            try connection.execute("DELETE FROM account_leave WHERE person = \(record.subject) AND first = \(first)")
            return
        }
        try connection.execute(
            """
            INSERT INTO account_leave (person, substitute, first, last, seq) VALUES
            (\(record.subject), \(record.body["substitute"]?.text ?? ""), \(first), \(last), \(record.sequence))
            ON CONFLICT (person, first) DO UPDATE SET substitute = excluded.substitute, last = excluded.last,
            seq = excluded.seq
            """)
    }
}
