import Foundation
import House

/// LibreOffice, where it is installed: a docx as PDF.
enum PDFPrinting {
    /// Puts the PDF beside the docx.
    ///
    /// - Returns: its path.
    /// - Throws: `HouseError` with `.noPDFWriter` where the program is missing, `.unwrittenPDF` where it fails.
    static func print(_ path: String) throws -> String {
        let source = URL(fileURLWithPath: path)
        let target = source.deletingPathExtension().appendingPathExtension("pdf")
        // A profile of its own: a LibreOffice that is open elsewhere would take the work over and answer nothing.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf",
            "--outdir", folder.path, source.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // What `env` answers where there is no such program.
        if process.terminationStatus == 127 { throw HouseError(.noPDFWriter, detail: path) }
        let made = folder.appendingPathComponent(target.lastPathComponent)
        guard process.terminationStatus == 0, let data = try? Data(contentsOf: made) else {
            throw HouseError(.unwrittenPDF, detail: path)
        }
        try data.write(to: target)
        return target.path
    }
}
