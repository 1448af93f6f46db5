import Foundation
package import Storage
import Synchronization

/// Where tests keep their stores: in SQLite files, or on the PostgreSQL server that `QINGHENG_TEST_DATABASE` names, each store in
/// a database of its own. `script/test` runs the suites once on each.
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

    /// Connections for questions of one store: many tests share what the server allows.
    private static let readerCount = 3
    private static let databases = Mutex<Set<String>>([])

    /// Opens the store of a directory; opened again, it holds what it held.
    package static func open(in directory: String) async throws -> Database {
        guard let server else { return try Database(path: DataDirectory.databasePath(in: directory)) }
        let name = databaseName(of: directory)
        if databases.withLock({ $0.insert(name).inserted }) {
            try await server.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
        }
        return Database(server.inDatabase(name), readerCount: readerCount)
    }

    /// Gives a directory without a store a copy of another one's, which was closed.
    package static func copy(from original: String, to directory: String) async throws {
        guard let server else {
            try FileManager.default.copyItem(
                atPath: DataDirectory.databasePath(in: original), toPath: DataDirectory.databasePath(in: directory))
            return
        }
        let name = databaseName(of: directory)
        databases.withLock { _ = $0.insert(name) }
        try await server.run("CREATE DATABASE \(name) TEMPLATE \(databaseName(of: original))")
    }

    /// Closes a store so that it can be copied.
    package static func close(_ database: Database) async throws {
        try await database.gather()
        try await database.close()
    }

    /// Removes what `open` made outside the directory, soon; the store is not to be used any more.
    package static func remove(_ database: Database, of directory: String) {
        guard let server else { return }
        let name = databaseName(of: directory)
        Task.detached {
            try? await database.close()
            try? await server.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
        }
    }

    /// The store of a directory as another process sees it.
    package static func address(of directory: String) -> PostgreSQLAddress? {
        server?.inDatabase(databaseName(of: directory))
    }

    package static func databaseName(of directory: String) -> String {
        let name = directory.split(separator: "/").last.map(String.init) ?? "root"
        return "t_" + String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}
