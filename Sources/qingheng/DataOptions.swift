import ArgumentParser
import Foundation
import Gateway
import House
import Storage

/// Which store, and which rules.
struct DataOptions: ParsableArguments {
    @Option(help: "数据目录；默认取环境变量 QINGHENG_DATA，再默认 ./data")
    var data: String?

    @Option(
        help: ArgumentHelp(
            "PostgreSQL 数据库，postgresql://用户@主机:端口/数据库；默认取环境变量 QINGHENG_DATABASE，再默认用数据目录里的 SQLite。口令不写在这里，放在 ~/.pgpass 或 PGPASSFILE 指明的文件",
            valueName: "地址"))
    var database: String?

    @OptionGroup
    var catalog: CatalogArguments

    /// The directory in force.
    var path: String { data ?? ProcessInfo.processInfo.environment["QINGHENG_DATA"] ?? "./data" }

    /// The database in force; nil for the file in the directory.
    ///
    /// - Throws: `StorageError` with `.faultyAddress` or `.passwordInAddress`.
    var server: PostgreSQLAddress? {
        get throws {
            let text = database ?? ProcessInfo.processInfo.environment["QINGHENG_DATABASE"] ?? ""
            return text.isEmpty ? nil : try PostgreSQLAddress(text)
        }
    }

    /// The bureau's own rules.
    var overlay: URL? { catalog.overlay }

    /// Opens the store.
    ///
    /// - Parameter adoptingRules: false leaves the ledger as it is.
    func open(keys: KeyStore = .none, adoptingRules: Bool = true) async throws -> Bureau {
        try await Bureau.open(
            path, server: try server, overlay: overlay, keys: keys, clock: SystemClock.milliseconds,
            adoptingRules: adoptingRules)
    }

    /// Opens the store for questions, also while a server runs on it.
    func openForQuestions(keys: KeyStore = .none) async throws -> Bureau {
        do {
            return try await open(keys: keys)
        } catch let error as StorageError where error.code == .directoryInUse {
            return try await Bureau.openBeside(
                path, server: try server, overlay: overlay, keys: keys, clock: SystemClock.milliseconds)
        }
    }
}
