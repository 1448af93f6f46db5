import Records
import Storage

/// The tokens of programs, known by their hashes.
enum TokenState {
    static func issue(_ token: AccessToken, hash: String, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO account_token (id, token, login, title, rights, issued, until) VALUES
            (\(token.id), \(hash), \(token.login), \(token.title),
            \(token.rights.map(\.rawValue).sorted().joined(separator: " ")), \(token.issued), \(token.until))
            """)
    }

    static func token(hash: String, in connection: ReadConnection) throws -> AccessToken? {
        try connection.first(
            "SELECT id, login, title, rights, issued, until, used FROM account_token WHERE token = \(hash)", token)
    }

    /// Of an account, the newest first.
    static func tokens(of login: String, in connection: ReadConnection) throws -> [AccessToken] {
        try connection.rows(
            """
            SELECT id, login, title, rights, issued, until, used FROM account_token WHERE login = \(login)
            ORDER BY issued DESC, id
            """, token)
    }

    static func use(_ id: String, at now: Int64, in connection: WriteConnection) throws {
        try connection.execute("UPDATE account_token SET used = \(now) WHERE id = \(id)")
    }

    static func revoke(_ id: String, in connection: WriteConnection) throws {
        try connection.execute("DELETE FROM account_token WHERE id = \(id)")
    }

    private static func token(_ row: SQLRow) throws -> AccessToken {
        AccessToken(
            id: try row.text("id"), login: try row.text("login"), title: try row.text("title"),
            rights: Set(try row.text("rights").split(separator: " ").map { Permission(rawValue: String($0)) }),
            issued: try row.integer("issued"), until: try row.integer("until"), used: try row.optionalInteger("used"))
    }
}
