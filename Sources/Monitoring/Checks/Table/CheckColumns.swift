import Documents

/// Where the columns of a table of `CheckTable` stand.
struct CheckColumns {
    let time: Int
    let station: Int
    let group: Int?
    let items: [(name: String, place: Int)]

    init(_ header: CSVHeader) throws(CheckTableError) {
        guard let time = header.index(of: "time"), let station = header.index(of: "station") else {
            throw CheckTableError(
                .missingColumns, columns: CheckTable.columns.filter { header.index(of: $0) == nil })
        }
        let known = CheckTable.columns + CheckTable.items + ["group"]
        let repeated = known.filter(header.duplicates.contains)
        guard repeated.isEmpty else { throw CheckTableError(.repeatedColumns, columns: repeated) }
        self.time = time
        self.station = station
        group = header.index(of: "group")
        items = CheckTable.items.compactMap { name in header.index(of: name).map { (name, $0) } }
        guard !items.isEmpty else { throw CheckTableError(.missingColumns, columns: CheckTable.items) }
    }
}
