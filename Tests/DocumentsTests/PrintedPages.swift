import Foundation
import Testing

@testable import Documents

/// A docx as LibreOffice lays it out: the lines of every page with their places in millimetres.
struct PrintedPages {
    struct Line {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
    }

    struct Page {
        /// From 1.
        var number: Int
        var lines: [Line]
    }

    let pages: [Page]

    static let isPossible = path(of: "soffice") != nil && path(of: "pdftotext") != nil

    /// - Parameter name: of the file; with QINGHENG_PAGES the docx and its PDF are kept in that folder, to be looked at.
    init(_ docx: [UInt8], name: String) throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appendingPathComponent("qingheng-pages-\(UUID().uuidString)")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name + ".docx")
        try Data(docx).write(to: file)
        try Self.run(
            "soffice",
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf", "--outdir",
                folder.path, file.path,
            ])
        let pdf = folder.appendingPathComponent(name + ".pdf")
        let layout = folder.appendingPathComponent("layout.xml")
        try Self.run("pdftotext", ["-bbox-layout", pdf.path, layout.path])
        let tree = try XMLTree.parse(Array(try Data(contentsOf: layout)))
        pages = tree.all("page").enumerated().map { index, page in
            Page(number: index + 1, lines: Self.lines(page))
        }
        if let kept = ProcessInfo.processInfo.environment["QINGHENG_PAGES"] {
            for made in [file, pdf] {
                let target = URL(fileURLWithPath: kept).appendingPathComponent(made.lastPathComponent)
                try? manager.removeItem(at: target)
                try manager.copyItem(at: made, to: target)
            }
        }
    }

    /// Words whose middles are on one height are one line, whatever blocks the program saw.
    private static func lines(_ page: XMLTree) -> [Line] {
        var lines: [Line] = []
        for word in page.all("word") {
            // PDF counts in points of 1/72 inch.
            func place(_ name: String) -> Double { (Double(word[name] ?? "") ?? 0) * 25.4 / 72 }
            let found = Line(
                text: word.text, left: place("xMin"), right: place("xMax"), top: place("yMin"), bottom: place("yMax"))
            let middle = (found.top + found.bottom) / 2
            let same = lines.firstIndex { abs(($0.top + $0.bottom) / 2 - middle) < 2 }
            guard let same else {
                lines.append(found)
                continue
            }
            let isBefore = found.left < lines[same].left
            lines[same].text = isBefore ? found.text + lines[same].text : lines[same].text + found.text
            lines[same].left = min(lines[same].left, found.left)
            lines[same].right = max(lines[same].right, found.right)
            lines[same].top = min(lines[same].top, found.top)
            lines[same].bottom = max(lines[same].bottom, found.bottom)
        }
        return lines.sorted { $0.top < $1.top }
    }

    private static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path(of: program)))
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program)")
    }
}
