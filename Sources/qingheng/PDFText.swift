import Foundation
import House

/// Poppler's `pdftotext`, where it is installed: the text of a PDF, line by line.
enum PDFText {
    /// The text of a file, laid out as on the page or in reading order.
    ///
    /// - Throws: `HouseError` with `.noPDFReader` where the program is missing, `.unreadablePDF` where it fails.
    static func bytes(of path: String, isLaidOut: Bool) throws -> [UInt8] {
        guard FileManager.default.isReadableFile(atPath: path) else { throw HouseError(.unreadableFile, detail: path) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let target = folder.appendingPathComponent("report.txt")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["pdftotext"] + (isLaidOut ? ["-layout"] : []) + ["-enc", "UTF-8", "-nopgbrk", path, target.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // What `env` answers where there is no such program.
        if process.terminationStatus == 127 { throw HouseError(.noPDFReader, detail: path) }
        guard process.terminationStatus == 0, let data = try? Data(contentsOf: target) else {
            throw HouseError(.unreadablePDF, detail: path)
        }
        return Array(data)
    }
}
