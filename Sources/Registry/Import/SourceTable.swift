package import Documents
import Ledger

/// The rows of a file of sources, csv (also .gz) or xlsx, before anybody asks what they mean.
package struct SourceTable {
    /// A file longer than this is split, in bytes.
    static let greatestFileBytes = 64 << 20
    /// More rows than any list of sources of a city has.
    static let greatestRowCount = 200_000

    package struct Row {
        /// The line of the file, or the row of the sheet.
        package let line: Int
        package let cells: [Spreadsheet.Cell]
        /// What is wrong with the row as a whole; nil for nothing.
        package let fault: String?
    }

    package let rows: [Row]
    let isWorkbook: Bool

    /// - Throws: `DocumentError`, `SourceImportError`.
    package init(_ bytes: [UInt8]) throws {
        guard bytes.count <= Self.greatestFileBytes else {
            throw SourceImportError(.fileTooLarge, detail: "\(Self.greatestFileBytes >> 20)")
        }
        isWorkbook = SpreadsheetReader.isArchive(bytes) || SpreadsheetReader.isCompound(bytes)
        rows = try isWorkbook ? Self.sheet(bytes) : Self.lines(bytes)
    }

    private static func sheet(_ bytes: [UInt8]) throws -> [Row] {
        let sheet = try SpreadsheetReader().read(bytes)
        if let range = sheet.mergedRanges.first { throw SourceImportError(.mergedCells, detail: range) }
        return sheet.rows.map { Row(line: $0.number, cells: $0.cells, fault: nil) }
    }

    private static func lines(_ bytes: [UInt8]) throws -> [Row] {
        var reader = CSVReader(GzipReader(ChunkSource(bytes), limit: LineTree.greatestExpandedBytes).expanded)
        var rows: [Row] = []
        while let row = try reader.next() {
            guard rows.count < greatestRowCount else {
                throw SourceImportError(.tooManyRows, detail: "\(greatestRowCount)")
            }
            // How many cells a row should have is known when the head is: exports have a title above it.
            var fault = row.fault
            if case .ragged? = fault { fault = nil }
            rows.append(Row(line: row.line, cells: row.strings.map { .text($0) }, fault: fault?.message))
        }
        return rows
    }

    /// What is wrong with a row of a text that has another number of cells than the head; nil for nothing.
    package func raggedness(of row: Row, head: Row) -> String? {
        guard !isWorkbook, row.cells.count != head.cells.count else { return nil }
        return CSVRow.Fault.ragged(expected: head.cells.count, found: row.cells.count).message
    }

    /// The tree over the file (Docs/formats/imports.md): over the lines of a text, over the rows of a sheet, each of those as
    /// the canonical array of its texts.
    static func tree(of bytes: [UInt8], with hasher: TreeHasher) throws -> MerkleTree {
        guard SpreadsheetReader.isArchive(bytes) else { return try LineTree.make(of: bytes, with: hasher) }
        var tree = MerkleTree(hasher)
        for row in try SourceTable(bytes).rows {
            let texts = row.cells.map { CanonicalValue.string($0.text) }
            tree.append(hasher.leaf(try CanonicalValue.array(texts).bytes()))
        }
        return tree
    }
}
