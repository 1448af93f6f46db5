internal import Foundation
internal import GRDB

/// The bureau's SQL store, opened through one door.
///
/// SQLite through GRDB in write-ahead mode. A write that returned is on disk: the writer runs with
/// `synchronous = FULL`, which GRDB would otherwise lower to NORMAL when it opens a WAL database.
package final class Database: Sendable {
    private let pool: DatabasePool

    /// Opens or creates the database file.
    ///
    /// - Parameters:
    ///   - isReadOnly: opens an existing file for questions only, also beside the process that owns it.
    ///   - isLasting: false for what may be lost with the machine's power, because it can be made again.
    /// - Throws: `StorageError` with `.fileSystem` when the file cannot be opened.
    package init(path: String, isReadOnly: Bool = false, isLasting: Bool = true) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = Self.greatestReaderCount
        configuration.busyMode = .timeout(5)
        configuration.readonly = isReadOnly
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            if isReadOnly { return }
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = \(isLasting ? "FULL" : "OFF")")
                try database.execute(sql: "PRAGMA cache_size = -65536")
                try database.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.checkpointPages)")
            }
        } catch {
            throw StorageError(.fileSystem, detail: "\(path): \(error)")
        }
    }

    /// Pages of the write-ahead log, 32 MiB of it, after which they are copied into the database. With the usual thousand
    /// every batch of packets would copy its pages at once, and sync twice; so a page that several batches change is
    /// copied once. What is on disk does not depend on it: a commit is in the log, and the log is synced.
    private static let checkpointPages = 8_192

    /// Two cores serve the pages; more readers would only hold more page caches.
    private static let greatestReaderCount = 8

    /// Asks questions of one consistent state.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadConnection) throws -> Value
    ) async throws -> Value {
        try await pool.read { try body(ReadConnection(database: $0)) }
    }

    /// Runs one transaction: all of it is on disk when this returns, none of it when it throws.
    ///
    /// - Throws: `StorageError` with `.diskFull` when there is no room, and what `body` throws.
    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.write { try body(WriteConnection(reading: ReadConnection(database: $0))) }
        } catch let error as DatabaseError where Self.isDiskFull(error) {
            throw StorageError(.diskFull, detail: "SQLite \(error.extendedResultCode.rawValue)")
        }
    }

    /// Whether SQLite met a full disk: on a write, or when it wanted to grow the map of its write-ahead log.
    private static func isDiskFull(_ error: DatabaseError) -> Bool {
        error.resultCode == .SQLITE_FULL || error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
    }

    /// The writer's `synchronous` level as SQLite reports it: 2 is FULL.
    package func synchronousLevel() async throws -> Int64? {
        try await pool.writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    /// Brings the tables of the lasting store to the present shape.
    ///
    /// - Parameter migrations: in the order in which they were first shipped; a shipped one is never edited.
    package func migrate(_ migrations: [Migration]) async throws {
        try await write { connection in
            try connection.define([
                "CREATE TABLE IF NOT EXISTS migration (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID"
            ])
            for migration in migrations {
                let isApplied = try connection.reading.exists("SELECT 1 FROM migration WHERE id = \(migration.id)")
                if isApplied { continue }
                try connection.define(migration.statements)
                try connection.execute("INSERT INTO migration (id) VALUES (\(migration.id))")
            }
        }
    }

    /// Brings all that was written into the one file of its path, so that a copy of that file is a copy of all.
    package func gather() async throws {
        _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    /// Closes the connections; later calls throw.
    package func close() throws { try pool.close() }
}
