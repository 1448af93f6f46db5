import Documents
import Judging
import Testing

/// The tables against a second implementation in another language, on random rows.
@Suite(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
struct SecondOpinionTests {
    private static let rowCount = 24_000

    private func table(_ header: [String], _ rows: [[String]]) -> [UInt8] {
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(header)
        for row in rows { writer.row(row) }
        return writer.take()
    }

    /// Every field but the note must agree, and a note must stand where the other one has one after a refusal.
    private func compare(_ ours: JudgedText, _ theirs: SecondOpinion.Outcome, standard: Int) throws {
        let rows = try ours.rows
        #expect(rows.count == Self.rowCount)
        #expect(theirs.rows.count == rows.count)
        var different: [String] = []
        var refused = 0
        for (mine, other) in zip(rows, theirs.rows) {
            if mine[standard].isEmpty { refused += 1 }
            let agrees =
                mine.dropLast() == other.dropLast()
                && (!mine[standard].isEmpty || (mine.last?.isEmpty == false && other.last?.isEmpty == false))
            if !agrees { different.append("\(mine) / \(other)") }
        }
        #expect(different.isEmpty, "\(different.count) rows: \(different.prefix(5))")
        #expect(ours.counts == JudgedCounts(rows: rows.count, refused: refused))
        #expect(refused > rows.count / 100)
        #expect(theirs.status == 1)
    }

    @Test
    func `twenty-four thousand random hours are judged alike`() async throws {
        var random = RandomRows(seed: 633)
        let input = table(AirHourlyTable.columns, (0..<Self.rowCount).map { _ in random.air() })
        let theirs = try await SecondOpinion.run("air_index.py", input: input)
        let ours = try JudgedText.air(input)
        try compare(ours, theirs, standard: 11)
        print("second opinion, air: \(ours.counts.rows) rows alike, \(ours.counts.refused) of them refused")
    }

    @Test
    func `twenty-four thousand random samples are judged alike`() async throws {
        var random = RandomRows(seed: 3838)
        let input = table(WaterClassTable.columns, (0..<Self.rowCount).map { _ in random.water() })
        let theirs = try await SecondOpinion.run("water_class.py", input: input)
        let ours = try JudgedText.water(input)
        try compare(ours, theirs, standard: 10)
        print("second opinion, water: \(ours.counts.rows) rows alike, \(ours.counts.refused) of them refused")
    }
}
