import Documents
import Foundation

/// Published national files kept beside the checkout; what needs them is skipped, with a word, where they are absent.
struct PublishedFile {
    /// Why tests were skipped.
    static let note = "需要 ../shared/data（或 QINGHENG_SHARED_DATA），未找到，已跳过与公开数据的核对"

    private static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["QINGHENG_SHARED_DATA"] {
            return URL(fileURLWithPath: named)
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent("../shared/data")
    }()

    /// Whether the folder with a part of the data (`air`, `water`) is there; says so when it is not.
    static func has(_ part: String) -> Bool {
        let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent(part).path)
        if !isThere { print(note) }
        return isThere
    }

    private let header: CSVHeader
    private var reader: CSVReader

    /// Opens a file, packed or not.
    init(_ path: String) throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(path)))
        reader = CSVReader(GzipReader(ChunkSource(bytes)).expanded)
        guard let first = try reader.next() else { throw CocoaError(.fileReadCorruptFile) }
        header = CSVHeader(first)
    }

    /// The next row by column name; a column the file does not have is empty.
    mutating func next() throws -> ((String) -> String)? {
        guard let row = try reader.next() else { return nil }
        let header = header
        return { name in header.index(of: name).map { row[$0].string } ?? "" }
    }
}
