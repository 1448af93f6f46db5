import Foundation
package import Storage

/// A bureau's ledger opened for questions only, also while a server runs on the same directory.
package struct LedgerReading: Sendable {
    package let database: Database

    /// - Parameter server: the database that holds the store; nil for a file in the directory.
    /// - Throws: `HouseError` with `.noLedger`; `StorageError`.
    package init(_ path: String, server: PostgreSQLAddress? = nil) throws {
        if let server {
            database = Database(server)
            return
        }
        let file = DataDirectory.databasePath(in: path)
        guard FileManager.default.fileExists(atPath: file) else { throw HouseError(.noLedger, detail: path) }
        database = try Database(path: file, isReadOnly: true)
    }
}
