import Storage

/// Wrong tries to sign in, of accounts and of sources, over restarts.
enum FailureState {
    /// An account; a login that does not exist counts like one, so that nobody learns which do.
    static func subject(account login: String) -> String { "account/\(login)" }
    /// A source: the address of a machine.
    static func subject(source: String) -> String { "source/\(source)" }

    /// The moment until which a subject is locked, in seconds since 1970-01-01T00:00:00Z; nil when it is not.
    static func lock(of subjects: [String], at now: Int64, in connection: ReadConnection) throws -> Int64? {
        try subjects.compactMap { subject in
            try connection.first(
                "SELECT locked_until FROM account_failure WHERE subject = \(subject) AND locked_until > \(now)"
            ) { try $0.integer("locked_until") }
        }.max()
    }

    /// Counts one more.
    ///
    /// - Parameters:
    ///   - greatest: after so many it is locked and counting begins again.
    ///   - lockSeconds: for how long; tries that lie further apart do not add up.
    static func count(
        _ subject: String, greatest: Int, lockSeconds: Int64, at now: Int64, in connection: WriteConnection
    ) throws {
        let before =
            try connection.reading.first(
                "SELECT failures FROM account_failure WHERE subject = \(subject) AND last > \(now - lockSeconds)"
            ) { try $0.integer("failures") } ?? 0
        let isLocked = before + 1 >= Int64(greatest)
        let until: Int64? = isLocked ? now + lockSeconds : nil
        let failures: Int64 = isLocked ? 0 : before + 1
        try connection.execute(
            """
            INSERT INTO account_failure (subject, failures, last, locked_until) VALUES
            (\(subject), \(failures), \(now), \(until))
            ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last = excluded.last,
            locked_until = excluded.locked_until
            """)
    }

    static func forget(_ subject: String, in connection: WriteConnection) throws {
        try connection.execute("DELETE FROM account_failure WHERE subject = \(subject)")
    }

    /// Forgets what no longer counts, so that strangers cannot fill the table.
    static func sweep(before moment: Int64, in connection: WriteConnection) throws {
        try connection.execute(
            "DELETE FROM account_failure WHERE last < \(moment) AND (locked_until IS NULL OR locked_until < \(moment))")
    }
}
