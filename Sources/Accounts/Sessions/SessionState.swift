import Storage

/// The open sessions. A session is known by the hash of its token, so that a copy of the table opens nothing.
enum SessionState {
    /// How often the last use is written, in seconds.
    static let useSeconds: Int64 = 60

    static func open(_ session: Session, token: String, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO account_session (id, token, login, opened, used, source, agent, factor, provider)
            VALUES
            (\(session.id), \(token), \(session.login), \(session.opened), \(session.used), \(session.source),
            \(session.agent), \(session.hasFactor), \(session.provider))
            """)
    }

    /// - Parameter token: its hash.
    static func session(token: String, in connection: ReadConnection) throws -> Session? {
        try connection.first(
            """
            SELECT id, login, opened, used, source, agent, factor, provider, acting_for FROM account_session
            WHERE token = \(token)
            """, session)
    }

    /// Of an account, the newest first.
    static func sessions(of login: String, in connection: ReadConnection) throws -> [Session] {
        try connection.rows(
            """
            SELECT id, login, opened, used, source, agent, factor, provider, acting_for FROM account_session
            WHERE login = \(login) ORDER BY opened DESC, id
            """, session)
    }

    static func use(_ id: String, at now: Int64, in connection: WriteConnection) throws {
        try connection.execute("UPDATE account_session SET used = \(now) WHERE id = \(id)")
    }

    /// Remembers that a code was given in this session.
    static func proveFactor(_ id: String, in connection: WriteConnection) throws {
        try connection.execute("UPDATE account_session SET factor = 1 WHERE id = \(id)")
    }

    /// - Parameter login: the account of who is away; nil for the own name.
    static func act(_ id: String, for login: String?, in connection: WriteConnection) throws {
        try connection.execute("UPDATE account_session SET acting_for = \(login) WHERE id = \(id)")
    }

    static func end(_ id: String, in connection: WriteConnection) throws {
        try connection.execute("DELETE FROM account_session WHERE id = \(id)")
    }

    /// Ends all of an account but one.
    static func endAll(of login: String, but kept: String?, in connection: WriteConnection) throws {
        try connection.execute("DELETE FROM account_session WHERE login = \(login) AND id <> \(kept ?? "")")
    }

    static func sweep(opened before: Int64, in connection: WriteConnection) throws {
        try connection.execute("DELETE FROM account_session WHERE opened < \(before)")
    }

    private static func session(_ row: SQLRow) throws -> Session {
        Session(
            id: try row.text("id"), login: try row.text("login"), opened: try row.integer("opened"),
            used: try row.integer("used"), source: try row.text("source"), agent: try row.text("agent"),
            hasFactor: try row.flag("factor"), provider: try row.optionalText("provider"),
            actingFor: try row.optionalText("acting_for"))
    }
}
