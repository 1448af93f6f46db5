import Storage

/// The sealed seeds of second factors.
enum FactorState {
    struct Stored: Sendable {
        let sealed: [UInt8]
        let keyID: String
        /// The step of the last code that was taken.
        let lastStep: Int64
    }

    static func context(of login: String) -> String { "factor/\(login)" }

    static func present(_ login: String, in connection: ReadConnection) throws -> Stored? {
        try connection.first("SELECT sealed, key, last_step FROM account_factor WHERE login = \(login)") {
            Stored(sealed: try $0.bytes("sealed"), keyID: try $0.text("key"), lastStep: try $0.integer("last_step"))
        }
    }

    static func set(_ factor: Stored, of login: String, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO account_factor (login, sealed, key, last_step) VALUES
            (\(login), \(factor.sealed), \(factor.keyID), \(factor.lastStep))
            ON CONFLICT (login) DO UPDATE SET sealed = excluded.sealed, key = excluded.key, last_step = excluded.last_step
            """)
    }

    /// Remembers that the code of a step was taken.
    ///
    /// - Returns: false when it, or a later one, was taken meanwhile.
    static func take(step: Int64, of login: String, in connection: WriteConnection) throws -> Bool {
        guard let present = try present(login, in: connection.reading), present.lastStep < step else { return false }
        try connection.execute("UPDATE account_factor SET last_step = \(step) WHERE login = \(login)")
        return true
    }

    static func remove(of login: String, in connection: WriteConnection) throws {
        try connection.execute("DELETE FROM account_factor WHERE login = \(login)")
    }
}
