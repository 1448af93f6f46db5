import Foundation
package import Storage

/// Where tests keep their stores: in SQLite files, or in the PostgreSQL database that `QINGHENG_TEST_DATABASE` names, each store in
/// a schema of its own. `script/test` runs the suites once on each.
package enum TestStore {
    /// The address of the server under test; nil where stores are SQLite files.
    package static let serverText = ProcessInfo.processInfo.environment["QINGHENG_TEST_DATABASE"]

    /// The server under test; nil where stores are SQLite files.
    package static let server: PostgreSQLAddress? = {
        guard let text = serverText else { return nil }
        do throws(StorageError) { return try PostgreSQLAddress(text) } catch {
            fatalError("QINGHENG_TEST_DATABASE is no address: \(error.code)")
        }
    }()

    /// Whether stores are SQLite files.
    package static var isSQLite: Bool { server == nil }

    private static let administration = server.map { Database($0) }

    /// Opens the store of a directory; opened again, it holds what it held.
    package static func open(in directory: String) async throws -> Database {
        guard let server, let administration else {
            return try Database(path: DataDirectory.databasePath(in: directory))
        }
        let schema = schema(of: directory)
        try await administration.write { try $0.define(["CREATE SCHEMA IF NOT EXISTS \(schema)"]) }
        return Database(server.inSchema(schema))
    }

    /// Removes what `open` made outside the directory, soon; the store is not to be used any more.
    package static func remove(_ database: Database, of directory: String) {
        guard let administration else { return }
        let schema = schema(of: directory)
        Task.detached {
            try? await database.close()
            try? await administration.write { try $0.define(["DROP SCHEMA IF EXISTS \(schema) CASCADE"]) }
        }
    }

    /// The store of a directory as another process sees it.
    package static func address(of directory: String) -> PostgreSQLAddress? { server?.inSchema(schema(of: directory)) }

    private static func schema(of directory: String) -> String {
        let name = directory.split(separator: "/").last.map(String.init) ?? "root"
        return "t_" + String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}
