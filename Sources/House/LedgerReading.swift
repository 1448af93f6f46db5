import Foundation
package import Storage

/// A bureau's ledger opened for questions only, also while a server runs on the same directory.
package struct LedgerReading: Sendable {
    let database: Database
    /// The database's place on its server; nil for a file in a directory.
    private let place: String?

    /// - Parameter server: the database that holds the store; nil for a file in the directory.
    /// - Throws: `HouseError` with `.noLedger`; `StorageError`.
    package init(_ path: String, server: PostgreSQLAddress? = nil) throws {
        place = server?.place
        if let server {
            database = Database(server)
            return
        }
        let file = DataDirectory.databasePath(in: path)
        guard FileManager.default.fileExists(atPath: file) else { throw HouseError(.noLedger, detail: path) }
        database = try Database(path: file, isReadOnly: true)
    }

    /// Asks questions of one consistent state.
    ///
    /// - Throws: `HouseError` with `.emptyDatabase` where nothing was ever stored; `StorageError`; what `body` throws.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await database.read(body)
        } catch let error as StorageError where error.code == .noSuchTable {
            throw HouseError(.emptyDatabase, detail: place ?? error.detail)
        }
    }
}
