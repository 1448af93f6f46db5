import Storage

/// The sealed password hashes of accounts.
enum PasswordState {
    /// A hash as it is kept.
    struct Stored: Sendable {
        let sealed: [UInt8]
        /// Of the key that sealed it.
        let keyID: String
        /// Seconds since 1970-01-01T00:00:00Z.
        let changed: Int64
        /// Whether it must be changed when it is used first.
        let isTemporary: Bool

        init(sealed: [UInt8], keyID: String, changed: Int64, isTemporary: Bool) {
            self.sealed = sealed
            self.keyID = keyID
            self.changed = changed
            self.isTemporary = isTemporary
        }

        fileprivate init(_ row: SQLRow) throws {
            sealed = try row.bytes("sealed")
            keyID = try row.text("key")
            changed = try row.integer("changed")
            isTemporary = try row.flag("temporary")
        }
    }

    /// What a sealed hash is of: under another login it does not open.
    static func context(of login: String) -> String { "password/\(login)" }

    static func present(_ login: String, in connection: ReadConnection) throws -> Stored? {
        try connection.first(
            "SELECT sealed, key, changed, temporary FROM account_password WHERE login = \(login)", Stored.init)
    }

    /// The last ones before the present one, the newest first.
    static func former(_ login: String, limit: Int, in connection: ReadConnection) throws -> [Stored] {
        try connection.rows(
            """
            SELECT sealed, key, changed, 0 AS temporary FROM account_former_password WHERE login = \(login)
            ORDER BY changed DESC LIMIT \(limit)
            """, Stored.init)
    }

    /// Keeps a new one; the one before becomes a former one.
    ///
    /// - Parameter remembered: how many former ones are kept.
    static func set(
        _ password: Stored, of login: String, remembered: Int, in connection: WriteConnection
    ) throws {
        if let before = try present(login, in: connection.reading) {
            try connection.execute(
                """
                INSERT INTO account_former_password (login, changed, sealed, key) VALUES
                (\(login), \(before.changed), \(before.sealed), \(before.keyID)) ON CONFLICT DO NOTHING
                """)
        }
        try connection.execute(
            """
            INSERT INTO account_password (login, sealed, key, changed, temporary) VALUES
            (\(login), \(password.sealed), \(password.keyID), \(password.changed), \(password.isTemporary))
            ON CONFLICT (login) DO UPDATE SET sealed = excluded.sealed, key = excluded.key,
            changed = excluded.changed, temporary = excluded.temporary
            """)
        try connection.execute(
            """
            DELETE FROM account_former_password WHERE login = \(login) AND changed NOT IN
            (SELECT changed FROM account_former_password WHERE login = \(login) ORDER BY changed DESC LIMIT \(remembered))
            """)
    }
}
