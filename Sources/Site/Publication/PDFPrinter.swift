import Foundation
import Synchronization

/// Makes PDF of our own docx by LibreOffice where it is installed, one at a time, bounded in time.
package final class PDFPrinter: Sendable {
    package enum Outcome: Sendable {
        case pdf([UInt8])
        /// LibreOffice is not installed.
        case noProgram
        /// It did not come to an end, or to none that is good.
        case failed
    }

    /// The first start makes a profile; long reports take some seconds.
    private static let greatestSeconds = 120

    private let isBusy = Mutex(false)
    private let programs: ProgramShelf

    /// - Parameter folders: where the program is looked for.
    package init(folders: [String] = ["/usr/bin", "/usr/local/bin"]) { programs = ProgramShelf(folders: folders) }

    /// The PDF of a docx.
    package func pdf(of docx: [UInt8]) async throws -> Outcome {
        guard let program = programs.program("soffice") else { return .noProgram }
        while !isBusy.withLock({ isBusy in
            defer { isBusy = true }
            return !isBusy
        }) { try await Task.sleep(for: .milliseconds(100)) }
        defer { isBusy.withLock { $0 = false } }
        return try await programs.inFolder { folder in
            let source = folder.appendingPathComponent("document.docx")
            try Data(docx).write(to: source)
            let arguments = [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf", "--outdir",
                folder.path, source.path,
            ]
            guard
                try await programs.run(
                    program, arguments, in: folder, seconds: Self.greatestSeconds),
                let made = FileManager.default.contents(atPath: folder.appendingPathComponent("document.pdf").path),
                made.starts(with: Array("%PDF-".utf8))
            else { return .failed }
            return .pdf(Array(made))
        }
    }
}
