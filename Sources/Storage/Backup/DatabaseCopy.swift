internal import GRDB

/// A copy of the SQL file as it is at one moment, also beside the process that writes it.
enum DatabaseCopy {
    /// A writer beside it holds the file this long at most, in seconds.
    private static let patience = 30.0

    /// Copies all pages in one step, which sees one state and holds up no writer; the copy is one file without a log beside.
    ///
    /// - Throws: `StorageError` with `.diskFull` or `.fileSystem`.
    static func make(from source: String, to destination: String) throws(StorageError) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(patience)
            let reader = try DatabaseQueue(path: source, configuration: configuration)
            let writer = try DatabaseQueue(path: destination)
            try reader.backup(to: writer)
            try reader.close()
            // The copied head says that there is a write-ahead log, which whoever opens the copy would make.
            try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try writer.close()
        } catch let error as DatabaseError where error.isDiskFull {
            throw StorageError(.diskFull, detail: "SQLite \(error.extendedResultCode.rawValue)")
        } catch {
            throw StorageError(.fileSystem, detail: "\(source): \(error)")
        }
    }
}
