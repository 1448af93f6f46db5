import Documents
import Registry
import Standards
import Storage

/// A file being read row by row: rows that can be used, and those that cannot with their reasons.
struct ImportedFile {
    private var rows: CSVReader
    private let reader: any RowReader

    /// Opens plain or gzip-compressed bytes.
    ///
    /// - Throws: `ImportError`, `DocumentError`.
    init(_ bytes: [UInt8], format: FileFormat, defaultYear: Int?, in connection: ReadConnection) throws {
        rows = CSVReader(GzipReader(ChunkSource(bytes), limit: LineTree.greatestExpandedBytes).expanded)
        guard let header = try rows.next() else { throw ImportError(.empty) }
        reader = try format.reader(
            header: CSVHeader(header).names, defaultYear: defaultYear,
            sections: try RegistryStore.sectionsByName(in: connection))
    }

    /// The next row with what it says, or why it cannot be used; nil at the end.
    mutating func next() throws -> (row: CSVRow, result: Result<FileRow, RowRefusal>)? {
        guard let row = try rows.next() else { return nil }
        let result = Result { () throws(RowRefusal) in try reader.read(row) }
        return (row, result)
    }

    func seed(of row: CSVRow) -> ObjectSeed { reader.seed(of: row) }
}
