import Documents

/// Where the columns of a table stand.
struct TableHeader {
    /// Where the required columns stand, in their order.
    let places: [Int]
    /// Where the optional columns stand, by name; those the table lacks are not in it.
    let optional: [String: Int]
    /// All names, in the order of the table.
    let names: [String]

    /// Finds the columns, in any order among others; a column may name its unit behind it.
    ///
    /// - Throws: `JudgingError` when the header cannot be read, lacks a required column, has one of them twice or in
    ///   another unit.
    init(_ head: CSVRow, required: [String], optional: [String] = []) throws(JudgingError) {
        guard head.fault == nil else { throw JudgingError(.malformedHeader, required: required) }
        let header = CSVHeader(names: try TableHeader.withoutUnits(head.strings, among: required + optional, required))
        let missing = required.filter { header.index(of: $0) == nil }
        guard missing.isEmpty else {
            throw JudgingError(.missingColumn, columns: missing, required: required, found: header.names)
        }
        let repeated = (required + optional).filter(header.duplicates.contains)
        guard repeated.isEmpty else { throw JudgingError(.duplicateColumn, columns: repeated, required: required) }
        places = required.compactMap(header.index(of:))
        var found: [String: Int] = [:]
        for name in optional { found[name] = header.index(of: name) }
        self.optional = found
        names = header.names
    }

    /// The names with the units behind them taken off where they are the expected ones.
    private static func withoutUnits(
        _ names: [String], among known: [String], _ required: [String]
    ) throws(JudgingError) -> [String] {
        var plain: [String] = []
        for name in names {
            guard let (column, unit) = ColumnUnit.split(name), known.contains(column) else {
                plain.append(name)
                continue
            }
            guard ColumnUnit.isExpected(unit, of: column) else {
                throw JudgingError(.wrongUnit, columns: [column], required: required, found: [unit])
            }
            plain.append(column)
        }
        return plain
    }
}
