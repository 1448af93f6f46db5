import Documents

/// Runs a CSV stream through a judge: every row as it is, in its place, with columns of the judge behind it.
///
/// Reads and writes in constant memory. Columns the judge does not need stay where they are.
struct JudgedStream {
    /// Output is handed over in pieces of about this size, in bytes.
    private static let pieceBytes = 262_144

    /// Columns the header must have, in any order.
    let required: [String]
    /// Columns put behind those of the input; the last one is the note.
    let added: [String]

    /// Reads, judges and writes all rows.
    ///
    /// - Parameters:
    ///   - input: CSV with a header.
    ///   - output: takes the bytes piece by piece, lines ended by LF.
    ///   - judge: is given a well-formed row and where the required columns stand in it; writes the added fields, or
    ///     writes nothing and gives the reason why it cannot judge.
    /// - Throws: `JudgingError` for the header, `DocumentError`, what `output` and `judge` throw. Rows before the fault
    ///   have been written then.
    func run(
        input: ChunkSource, output: ([UInt8]) throws -> Void,
        judge: (CSVRow, [Int], inout CSVWriter) throws -> String?
    ) throws -> JudgedCounts {
        var reader = CSVReader(input)
        guard let head = try reader.next() else { throw JudgingError(.empty, required: required) }
        let places = try columns(in: head)
        var writer = CSVWriter(lineEnd: .lf)
        for column in 0..<head.count { writer.field(head[column]) }
        writer.row(added)
        var counts = JudgedCounts()
        while let row = try reader.next() {
            counts.rows += 1
            let shared = min(row.count, head.count)
            for column in 0..<shared { writer.field(row[column]) }
            for _ in shared..<head.count { writer.field("") }
            let reason = try shapeFault(of: row, beyond: head.count) ?? judge(row, places, &writer)
            if let reason {
                counts.refused += 1
                for _ in added.dropLast() { writer.field("") }
                writer.field(reason)
            }
            writer.endRow()
            if writer.bytes.count >= Self.pieceBytes { try output(writer.take()) }
        }
        try output(writer.take())
        return counts
    }

    /// Where the required columns stand.
    private func columns(in head: CSVRow) throws(JudgingError) -> [Int] {
        let header = CSVHeader(head)
        guard head.fault == nil else { throw JudgingError(.malformedHeader, required: required) }
        let missing = required.filter { header.index(of: $0) == nil }
        guard missing.isEmpty else {
            throw JudgingError(.missingColumn, columns: missing, required: required, found: header.names)
        }
        let repeated = required.filter(header.duplicates.contains)
        guard repeated.isEmpty else { throw JudgingError(.duplicateColumn, columns: repeated, required: required) }
        return required.compactMap(header.index(of:))
    }

    /// Why a row of wrong shape is refused. Fields beyond the header have no column: the note keeps them.
    private func shapeFault(of row: CSVRow, beyond count: Int) -> String? {
        guard let fault = row.fault else { return nil }
        let surplus = row.count > count ? (count..<row.count).map { row[$0].string } : []
        return RowFault.malformed(fault, surplus: surplus).message
    }
}
