import ArgumentParser
import Foundation
import Gateway
import House

/// Which store, and which rules.
struct DataOptions: ParsableArguments {
    @Option(help: "数据目录；默认取环境变量 QINGHENG_DATA，再默认 ./data")
    var data: String?

    @OptionGroup
    var catalog: CatalogArguments

    /// The directory in force.
    var path: String { data ?? ProcessInfo.processInfo.environment["QINGHENG_DATA"] ?? "./data" }

    /// The bureau's own rules.
    var overlay: URL? { catalog.overlay }

    /// Opens the store.
    ///
    /// - Parameter adoptingRules: false leaves the ledger as it is.
    func open(keys: KeyStore = .none, adoptingRules: Bool = true) async throws -> Bureau {
        try await Bureau.open(
            path, overlay: overlay, keys: keys, clock: SystemClock.milliseconds, adoptingRules: adoptingRules)
    }
}
