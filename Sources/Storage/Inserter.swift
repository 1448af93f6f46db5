internal import GRDB
internal import GRDBSQLite

/// Inserts rows with one prepared statement; lives no longer than its transaction.
///
/// Binds straight into SQLite: with millions of readings the wrapping of each value costs more than its insertion. To PostgreSQL
/// rows are sent without waiting for each answer; what the server has against one is thrown at the latest by the next statement.
package struct Inserter {
    /// The statement of either engine.
    enum Engine {
        case sqlite(Statement)
        case postgreSQL(PostgreSQLConnection, statement: String)
    }

    let engine: Engine

    /// SQLite copies what it is given before the call returns.
    private static let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Inserts one row; the values stand in the order of the columns.
    ///
    /// - Throws: the engine's reason.
    package func insert(_ values: [SQLValue]) throws {
        switch engine {
        case .sqlite(let statement): try insert(values, with: statement)
        case .postgreSQL(let connection, let statement): try connection.send(statement, values)
        }
    }

    private func insert(_ values: [SQLValue], with statement: Statement) throws {
        let handle = statement.sqliteStatement
        for (index, value) in values.enumerated() {
            bind(value, at: Int32(index + 1), of: handle)
        }
        let code = sqlite3_step(handle)
        let message = code == SQLITE_DONE ? nil : sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    private func bind(_ value: SQLValue, at index: Int32, of handle: OpaquePointer) {
        switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, number)
        case .text(let text):
            var text = StorableText.of(text)
            text.withUTF8 { buffer in
                _ = buffer.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text(handle, index, characters.baseAddress, Int32(characters.count), Self.copies)
                }
            }
        case .blob(let bytes):
            bytes.withUnsafeBytes { buffer in
                _ = sqlite3_bind_blob(handle, index, buffer.baseAddress, Int32(buffer.count), Self.copies)
            }
        }
    }
}
