import Documents

/// Reads a whole table whose rows are not judged one by one but gathered: days into periods, districts into a ranking.
///
/// A row that cannot be used does not vanish: it is handed over with its line and the reason, and counted.
struct GatheredStream {
    /// Columns the header must have, in any order.
    let required: [String]
    /// Columns the header may have.
    let optional: [String]

    init(required: [String], optional: [String] = []) {
        self.required = required
        self.optional = optional
    }

    /// Reads all rows.
    ///
    /// - Parameters:
    ///   - refused: takes every row that could not be used.
    ///   - check: is given the header before any row; throws what makes the whole table useless.
    ///   - take: is given a well-formed row and where the columns stand; keeps what it needs, or gives the reason why
    ///     it cannot.
    /// - Throws: `JudgingError` for the header, `DocumentError`, what `refused`, `check` and `take` throw.
    func run(
        input: ChunkSource, refused: (RefusedRow) throws -> Void, check: (TableHeader) throws -> Void = { _ in },
        take: (CSVRow, TableHeader) throws -> String?
    ) throws -> JudgedCounts {
        var reader = CSVReader(input)
        guard let head = try reader.next() else { throw JudgingError(.empty, required: required) }
        let header = try TableHeader(head, required: required, optional: optional)
        try check(header)
        var counts = JudgedCounts()
        while let row = try reader.next() {
            counts.rows += 1
            guard let reason = try RowFault.ofShape(row, beyond: head.count) ?? take(row, header) else { continue }
            counts.refused += 1
            try refused(RefusedRow(line: row.line, reason: reason))
        }
        return counts
    }
}
