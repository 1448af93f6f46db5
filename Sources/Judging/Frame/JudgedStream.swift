import Documents

/// Runs a CSV stream through a judge: every row as it is, in its place, with columns of the judge behind it.
///
/// Reads and writes in constant memory. Columns the judge does not need stay where they are.
struct JudgedStream {
    /// Output is handed over in pieces of about this size, in bytes.
    static let pieceBytes = 262_144
    /// The column of the explanation, where one is wanted.
    static let explainColumn = "explain"

    /// Columns the header must have, in any order.
    let required: [String]
    /// Columns the header may have.
    let optional: [String]
    /// Columns put behind those of the input; the last one is the note.
    let added: [String]
    /// Whether one more column behind the note tells how the result came about.
    let explains: Bool

    init(required: [String], optional: [String] = [], added: [String], explains: Bool = false) {
        self.required = required
        self.optional = optional
        self.added = added
        self.explains = explains
    }

    /// Reads, judges and writes all rows.
    ///
    /// - Parameters:
    ///   - input: CSV with a header.
    ///   - output: takes the bytes piece by piece, lines ended by LF.
    ///   - judge: is given a well-formed row and where the required columns stand in it, then the optional ones (−1 for
    ///     one that is not there); writes the added fields (and, with `explains`, the explanation), or writes nothing
    ///     and gives the reason why it cannot judge.
    /// - Throws: `JudgingError` for the header, `DocumentError`, what `output` and `judge` throw. Rows before the fault
    ///   have been written then.
    func run(
        input: ChunkSource, output: ([UInt8]) throws -> Void,
        judge: (CSVRow, [Int], inout CSVWriter) throws -> String?
    ) throws -> JudgedCounts {
        var reader = CSVReader(input)
        guard let head = try reader.next() else { throw JudgingError(.empty, required: required) }
        let header = try TableHeader(head, required: required, optional: optional)
        let places = header.places + optional.map { header.optional[$0] ?? -1 }
        var writer = CSVWriter(lineEnd: .lf)
        for column in 0..<head.count { writer.field(head[column]) }
        writer.row(explains ? added + [Self.explainColumn] : added)
        var counts = JudgedCounts()
        while let row = try reader.next() {
            counts.rows += 1
            let shared = min(row.count, head.count)
            for column in 0..<shared { writer.field(row[column]) }
            for _ in shared..<head.count { writer.field("") }
            let reason = try RowFault.ofShape(row, beyond: head.count) ?? judge(row, places, &writer)
            if let reason {
                counts.refused += 1
                for _ in added.dropLast() { writer.field("") }
                writer.field(reason)
                if explains { writer.field("") }
            }
            writer.endRow()
            if writer.bytes.count >= Self.pieceBytes { try output(writer.take()) }
        }
        try output(writer.take())
        return counts
    }
}
