internal import Foundation
internal import GRDB

/// A store in a file, through GRDB in write-ahead mode.
///
/// A write that returned is on disk: the writer runs with `synchronous = FULL`, which GRDB would otherwise lower to NORMAL when it
/// opens a WAL database.
final class SQLiteStore: Sendable {
    /// Two cores serve the pages; more readers would only hold more page caches.
    private static let greatestReaderCount = 8

    /// Pages of the write-ahead log, 32 MiB of it, after which they are copied into the database. With the usual thousand
    /// every batch of packets would copy its pages at once, and sync twice; so a page that several batches change is
    /// copied once. What is on disk does not depend on it: a commit is in the log, and the log is synced.
    private static let checkpointPages = 8_192

    private let pool: DatabasePool

    /// - Throws: `StorageError` with `.fileSystem` when the file cannot be opened.
    init(path: String, isReadOnly: Bool, isLasting: Bool) throws {
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

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadConnection) throws -> Value
    ) async throws -> Value {
        try await pool.read { try body(ReadConnection(engine: .sqlite($0))) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.write { try body(WriteConnection(reading: ReadConnection(engine: .sqlite($0)))) }
        } catch let error as DatabaseError where error.isDiskFull {
            throw StorageError(.diskFull, detail: "SQLite \(error.extendedResultCode.rawValue)")
        }
    }

    func synchronousLevel() async throws -> Int64? {
        try await pool.writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    func gather() async throws {
        _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    func close() throws { try pool.close() }
}
