import Catalog
import Documents
import Judging
import Standards

/// A ranking from text to text, as the command reads and prints it.
struct RankedText {
    let text: String
    let counts: JudgedCounts
    let refused: [String]

    init(
        _ input: [String], scheme: String, on day: String, choice: RuleChoice = .ofTheDay, composite: String? = nil,
        money: Bool = false, explains: Bool = false
    ) throws {
        let options = RankTableOptions(
            scheme: scheme, day: CivilDate(day) ?? .first, choice: choice, composite: composite, showsMoney: money,
            explains: explains)
        let table = try RankTable(catalog: try JudgedText.catalog.get(), options: options)
        var bytes: [UInt8] = []
        var refused: [String] = []
        counts = try table.judge(
            input: ChunkSource(Array(input.joined(separator: "\n").utf8)), output: { bytes += $0 },
            refused: { refused.append($0.message) })
        text = String(decoding: bytes, as: UTF8.self)
        self.refused = refused
    }

    /// The fields of the rows without the header, by column name.
    var rows: [[String: String]] {
        get throws {
            var reader = CSVReader(Array(text.utf8))
            var rows: [[String]] = []
            while let row = try reader.next() { rows.append(row.strings) }
            return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
        }
    }
}
