import Storage

/// What belongs to accounts and may stand in no record: sealed secrets, sessions, wrong tries.
///
/// Losing it locks people out until new passwords are set and signs everybody out; no fact of the bureau is lost.
enum AccountState {
    static let migration = Migration(
        id: "accounts.1.state",
        statements: [
            """
            CREATE TABLE account_password (
                login TEXT NOT NULL PRIMARY KEY, sealed BLOB NOT NULL, key TEXT NOT NULL, changed INTEGER NOT NULL,
                temporary INTEGER NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE account_former_password (
                login TEXT NOT NULL, changed INTEGER NOT NULL, sealed BLOB NOT NULL, key TEXT NOT NULL,
                PRIMARY KEY (login, changed)
            ) STRICT
            """,
            """
            CREATE TABLE account_factor (
                login TEXT NOT NULL PRIMARY KEY, sealed BLOB NOT NULL, key TEXT NOT NULL, last_step INTEGER NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE account_session (
                id TEXT NOT NULL PRIMARY KEY, token TEXT NOT NULL UNIQUE, login TEXT NOT NULL, opened INTEGER NOT NULL,
                used INTEGER NOT NULL, source TEXT NOT NULL, agent TEXT NOT NULL, factor INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX account_session_login ON account_session (login, opened)",
            """
            CREATE TABLE account_token (
                id TEXT NOT NULL PRIMARY KEY, token TEXT NOT NULL UNIQUE, login TEXT NOT NULL, title TEXT NOT NULL,
                rights TEXT NOT NULL, issued INTEGER NOT NULL, until INTEGER NOT NULL, used INTEGER
            ) STRICT
            """,
            "CREATE INDEX account_token_login ON account_token (login, issued)",
            """
            CREATE TABLE account_failure (
                subject TEXT NOT NULL PRIMARY KEY, failures INTEGER NOT NULL, last INTEGER NOT NULL,
                locked_until INTEGER
            ) STRICT
            """,
        ])

    /// For whom the owner of a session stands in; NULL for the own name.
    static let acting = Migration(
        id: "accounts.3.acting", statements: ["ALTER TABLE account_session ADD COLUMN acting_for TEXT"])

    /// Who vouched for the person of a session; NULL for the password.
    static let provider = Migration(
        id: "accounts.2.provider", statements: ["ALTER TABLE account_session ADD COLUMN provider TEXT"])
}
