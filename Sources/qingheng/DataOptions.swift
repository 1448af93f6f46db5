import ArgumentParser
import Foundation
import House

/// Which store, and which rules.
struct DataOptions: ParsableArguments {
    @Option(help: "数据目录；默认取环境变量 QINGHENG_DATA，再默认 ./data")
    var data: String?

    @Option(help: ArgumentHelp("本局规则目录，覆盖随程序提供的规则", valueName: "目录"))
    var catalog: String?

    /// The directory in force.
    var path: String { data ?? ProcessInfo.processInfo.environment["QINGHENG_DATA"] ?? "./data" }

    /// The bureau's own rules.
    var overlay: URL? { catalog.map { URL(fileURLWithPath: $0) } }

    /// Opens the store.
    func open() async throws -> Bureau {
        try await Bureau.open(path, overlay: overlay, clock: SystemClock.milliseconds)
    }
}
