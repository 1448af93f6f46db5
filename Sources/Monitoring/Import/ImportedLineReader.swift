import Documents
import Records
import Registry
import Storage

/// Reads single lines of an imported file under its head, which is read once.
struct ImportedLineReader {
    private let names: [String]
    private let reader: any RowReader

    /// - Parameter head: the first line.
    /// - Throws: as `ImportedFile.init`.
    init(head: [UInt8], format: FileFormat, defaultYear: Int?, in connection: ReadConnection) throws {
        guard let header = try CSVReader.row(of: head) else { throw ImportError(.empty) }
        names = header.strings
        reader = try format.reader(
            header: CSVHeader(header).names, defaultYear: defaultYear,
            sections: try RegistryStore.sectionsByName(in: connection))
    }

    /// Where a line says the value of an item; nil when it cannot be read or does not.
    func place(of item: String, in line: [UInt8]) throws -> EvidencePlace? {
        guard let row = try CSVReader.row(of: line, expectedCount: names.count) else { return nil }
        let read: FileRow
        do throws(RowRefusal) { read = try reader.read(row) } catch { return nil }
        guard let value = read.values.first(where: { $0.item == item }), names.indices.contains(value.column) else {
            return nil
        }
        return EvidencePlace(field: names[value.column], text: row[value.column].string)
    }
}
