import ArgumentParser
import Catalog
import Foundation

/// The bureau's own rules, laid over the bundled ones.
struct CatalogArguments: ParsableArguments {
    @Option(name: .customLong("catalog"), help: ArgumentHelp("本局规则目录，覆盖随程序提供的规则", valueName: "目录"))
    var folder: String?

    /// The bureau's own directory; nil for none.
    var overlay: URL? { folder.map { URL(fileURLWithPath: $0) } }

    /// The bundled rules with the bureau's own over them.
    ///
    /// - Throws: `CatalogError`.
    func load() throws -> RuleCatalog { try RuleCatalog.load(overlay: overlay) }
}
