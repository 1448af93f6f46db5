import Foundation
import House

/// Graphviz, where it is installed: draws a directed graph in a process of its own.
enum Graphviz {
    /// The graph as SVG.
    ///
    /// - Throws: `HouseError` where the program is missing or fails.
    static func svg(of dot: String) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("procedure.dot")
        let target = folder.appendingPathComponent("procedure.svg")
        try Data(dot.utf8).write(to: source)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["dot", "-Tsvg", "-o", target.path, source.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let data = try? Data(contentsOf: target) else {
            throw HouseError(.noGraphviz, detail: "")
        }
        return data
    }
}
