import Documents
import Registry

/// One line of a file, with the names of its columns.
enum ImportedLine {
    /// - Returns: empty when the file has no such line.
    static func read(_ line: Int, from bytes: [UInt8]) throws -> [(column: String, text: String)] {
        var reader = CSVReader(
            GzipReader(ChunkSource(bytes), limit: LineTree.greatestExpandedBytes).expanded)
        guard let header = try reader.next().map({ CSVHeader($0).names }) else { return [] }
        while let row = try reader.next() {
            guard row.line >= line else { continue }
            return row.line == line ? Array(zip(header, row.strings)).map { ($0, $1) } : []
        }
        return []
    }
}
