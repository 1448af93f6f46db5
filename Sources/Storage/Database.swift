/// The bureau's SQL store, opened through one door: a SQLite file by default, or a database of a PostgreSQL server.
///
/// A write that returned is durable on both. Statements are the same; `Docs/Architecture.md` lists what is rendered or added for
/// one engine.
package final class Database: Sendable {
    private enum Engine {
        case sqlite(SQLiteStore)
        case postgreSQL(PostgreSQLStore)
    }

    private let engine: Engine

    /// Connections for questions to a server: two cores serve the pages, as with SQLite.
    package static let usualReaderCount = 8

    /// Opens or creates the database file.
    ///
    /// - Parameters:
    ///   - isReadOnly: opens an existing file for questions only, also beside the process that owns it.
    ///   - isLasting: false for what may be lost with the machine's power, because it can be made again.
    /// - Throws: `StorageError` with `.fileSystem` when the file cannot be opened.
    package init(path: String, isReadOnly: Bool = false, isLasting: Bool = true) throws {
        engine = .sqlite(try SQLiteStore(path: path, isReadOnly: isReadOnly, isLasting: isLasting))
    }

    /// Uses a database of a PostgreSQL server, which is first spoken to at the first question.
    ///
    /// - Parameter readerCount: how many questions are asked at a time, each on a connection; one more connection writes.
    package init(_ address: PostgreSQLAddress, readerCount: Int = usualReaderCount) {
        engine = .postgreSQL(PostgreSQLStore(address, readerCount: readerCount))
    }

    /// Whether other processes may write to the same store.
    package var isShared: Bool {
        if case .postgreSQL = engine { true } else { false }
    }

    /// Asks questions of one consistent state.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadConnection) throws -> Value
    ) async throws -> Value {
        switch engine {
        case .sqlite(let store): try await store.read(body)
        case .postgreSQL(let store): try await store.read(body)
        }
    }

    /// Runs one transaction: all of it is on disk when this returns, none of it when it throws. No other transaction writes
    /// meanwhile, in this process or another.
    ///
    /// - Throws: `StorageError` with `.diskFull` when there is no room, `.serverUnreachable` when the server is gone; where it went
    ///   while it was to commit, the transaction may have been done. And what `body` throws.
    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteConnection) throws -> Value
    ) async throws -> Value {
        switch engine {
        case .sqlite(let store): try await store.write(body)
        case .postgreSQL(let store): try await store.write(body)
        }
    }

    /// The writer's `synchronous` level as SQLite reports it: 2 is FULL; nil on another engine.
    package func synchronousLevel() async throws -> Int64? {
        switch engine {
        case .sqlite(let store): try await store.synchronousLevel()
        case .postgreSQL: nil
        }
    }

    /// Brings the tables of the lasting store to the present shape.
    ///
    /// - Parameter migrations: in the order in which they were first shipped; a shipped one is never edited.
    package func migrate(_ migrations: [Migration]) async throws {
        let all = isShared ? [PostgreSQLFunctions.migration] + migrations : migrations
        try await write { connection in
            try connection.define([
                "CREATE TABLE IF NOT EXISTS migration (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID"
            ])
            for migration in all {
                let isApplied = try connection.reading.exists("SELECT 1 FROM migration WHERE id = \(migration.id)")
                if isApplied { continue }
                try connection.define(migration.statements)
                try connection.execute("INSERT INTO migration (id) VALUES (\(migration.id))")
            }
        }
    }

    /// Brings all that was written into the one file of its path, so that a copy of that file is a copy of all; a server's
    /// database has no such file.
    package func gather() async throws {
        if case .sqlite(let store) = engine { try await store.gather() }
    }

    /// Closes a store in a file without waiting; a server's is left to end with its connections.
    func closeFile() throws {
        if case .sqlite(let store) = engine { try store.close() }
    }

    /// Closes the connections; later calls throw.
    package func close() async throws {
        switch engine {
        case .sqlite(let store): try store.close()
        case .postgreSQL(let store): await store.close()
        }
    }
}
