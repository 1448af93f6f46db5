import Foundation
import House
import Site

/// LibreOffice, where it is installed: a docx as PDF.
enum PDFPrinting {
    /// Puts the PDF beside the docx.
    ///
    /// - Returns: its path.
    /// - Throws: `HouseError` with `.noPDFWriter` where the program is missing, `.unwrittenPDF` where it fails.
    static func print(_ path: String) async throws -> String {
        let source = URL(fileURLWithPath: path)
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        switch try await PDFPrinter(folders: folders).pdf(of: Array(Data(contentsOf: source))) {
        case .noProgram: throw HouseError(.noPDFWriter, detail: path)
        case .failed: throw HouseError(.unwrittenPDF, detail: path)
        case .pdf(let bytes):
            let target = source.deletingPathExtension().appendingPathExtension("pdf")
            try Data(bytes).write(to: target)
            return target.path
        }
    }
}
