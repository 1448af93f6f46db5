import Documents
import Judging

/// A gathered table from text to text, as the commands read and print it.
struct GatheredText {
    /// The output as text.
    let text: String
    let counts: JudgedCounts
    /// The rows that took no part.
    let refused: [RefusedRow]

    /// Runs a table over text.
    init(
        _ csv: String,
        _ judge: (ChunkSource, ([UInt8]) throws -> Void, (RefusedRow) throws -> Void) throws -> JudgedCounts
    ) throws {
        var bytes: [UInt8] = []
        var refused: [RefusedRow] = []
        counts = try judge(ChunkSource(Array(csv.utf8))) {
            bytes += $0
        } _: {
            refused.append($0)
        }
        text = String(decoding: bytes, as: UTF8.self)
        self.refused = refused
    }

    /// What the command says of them.
    var messages: [String] { refused.map(\.message) }

    /// The lines of the output without the header.
    var lines: [String] { text.split(separator: "\n").dropFirst().map(String.init) }

    /// The fields of the rows by column.
    var rows: [[String: String]] {
        get throws {
            var reader = CSVReader(Array(text.utf8))
            guard let header = try reader.next()?.strings else { return [] }
            var rows: [[String: String]] = []
            while let row = try reader.next() {
                rows.append(Dictionary(zip(header, row.strings)) { first, _ in first })
            }
            return rows
        }
    }
}
