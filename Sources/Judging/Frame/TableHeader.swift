import Documents

/// Where the columns of a table stand.
struct TableHeader {
    /// Where the required columns stand, in their order.
    let places: [Int]
    /// Where the optional columns stand, by name; those the table lacks are not in it.
    let optional: [String: Int]
    /// All names, in the order of the table.
    let names: [String]

    /// Finds the columns, in any order among others.
    ///
    /// - Throws: `JudgingError` when the header cannot be read, lacks a required column or has one of them twice.
    init(_ head: CSVRow, required: [String], optional: [String] = []) throws(JudgingError) {
        let header = CSVHeader(head)
        guard head.fault == nil else { throw JudgingError(.malformedHeader, required: required) }
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
}
