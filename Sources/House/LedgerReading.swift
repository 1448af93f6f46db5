import Foundation
package import Storage

/// A bureau's ledger opened for questions only, also while a server runs on the same directory.
package struct LedgerReading: Sendable {
    package let database: Database

    /// - Throws: `HouseError` with `.noLedger`; `StorageError`.
    package init(_ path: String) throws {
        let file = DataDirectory.databasePath(in: path)
        guard FileManager.default.fileExists(atPath: file) else { throw HouseError(.noLedger, detail: path) }
        database = try Database(path: file, isReadOnly: true)
    }
}
