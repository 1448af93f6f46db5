/// What SQLSTATE codes mean for us.
enum PostgreSQLState {
    /// The kind of fault of a code of five characters.
    static func code(of state: String) -> StorageError.Code {
        switch state {
        case "53100": .diskFull
        // No such table, or not even the schema that the address names.
        case "42P01", "3F000": .noSuchTable
        // Shut down by its administrator, after a crash, not up yet; no place for another connection; idle too long.
        case "57P01", "57P02", "57P03", "57P05", "25P03", "53300": .serverUnreachable
        case _ where state.hasPrefix("08"): .serverUnreachable
        case _ where state.hasPrefix("28"): .serverUnreachable
        default: .refusedStatement
        }
    }
}
