import Foundation

/// Published national data kept beside the checkout; tests that need them are skipped, with a word, where they are absent.
enum OpenData {
    /// Why a test was skipped.
    static let note = "需要 ../shared/data（或 QINGHENG_SHARED_DATA），未找到，已跳过"

    /// The folder with the data.
    static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["QINGHENG_SHARED_DATA"] {
            return URL(fileURLWithPath: named)
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent("../shared/data")
    }()

    /// Whether the folder with a part of the data (`air`, `water`) is there.
    static func has(_ part: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(part).path)
    }

    /// Reads a table, unpacking `.gz` with gzip.
    static func table(_ path: String) throws -> OpenTable {
        let url = folder.appendingPathComponent(path)
        guard path.hasSuffix(".gz") else { return OpenTable(try Data(contentsOf: url)) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", url.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
        return OpenTable(data)
    }
}
