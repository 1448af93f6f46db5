import Documents
import Judging

/// A gathered table from text to text, as the commands read and print it.
struct GatheredText {
    let text: String
    let counts: JudgedCounts
    /// What was said of rows that took no part.
    let refused: [String]

    /// Runs a table over lines.
    init(
        _ lines: [String],
        _ judge: (ChunkSource, ([UInt8]) throws -> Void, (RefusedRow) throws -> Void) throws -> JudgedCounts
    ) throws {
        var bytes: [UInt8] = []
        var refused: [String] = []
        counts = try judge(ChunkSource(Array(lines.joined(separator: "\n").utf8))) {
            bytes += $0
        } _: {
            refused.append($0.message)
        }
        text = String(decoding: bytes, as: UTF8.self)
        self.refused = refused
    }

    /// The lines of the output without the header.
    var lines: [String] { text.split(separator: "\n").dropFirst().map(String.init) }
}
