import Catalog
import Foundation

/// A bureau's directory made for one test and removed with it.
final class OverlayFolder {
    let url: URL

    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (path, text) in files {
            let file = url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The faults of the bundled rules with this directory over them.
    func faults() throws -> [CatalogFault] {
        try RuleCatalog.diagnostics(overlay: url, environment: [:])
    }

    /// The bundled rules with this directory over them.
    func load() throws -> RuleCatalog {
        try RuleCatalog.load(overlay: url, environment: [:])
    }
}

/// The header of a rule file for tests.
func header(id: String = "TEST", from: String = "2030-01-01", to: String? = nil) -> String {
    """
    id: \(id)
    title: 测试
    effective: {from: \(from)\(to.map { ", to: \($0)" } ?? "")}
    source: {instrument: 无, article: 无, verified: 无}
    confidence: provisional

    """
}
