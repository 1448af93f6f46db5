import Documents
import Judging
import Second
import Testing

/// Days of noise against a second implementation in another language, on random hours.
@Suite(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
struct NoiseSecondOpinionTests {
    private static let rowCount = 24_000

    @Test
    func `twenty-four thousand random hours become the same days`() async throws {
        var random = RandomNoiseHours(seed: 3_096)
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(RandomNoiseHours.header)
        for _ in 0..<Self.rowCount { writer.row(random.row()) }
        let input = writer.take()
        let theirs = try await SecondOpinion.run("noise_zone.py", input: input)
        let table = NoiseZoneTable(catalog: try JudgedText.catalog.get())
        var bytes: [UInt8] = []
        var refused = 0
        let counts = try table.judge(input: ChunkSource(input)) {
            bytes += $0
        } refused: { _ in
            refused += 1
        }
        var reader = CSVReader(bytes)
        var ours: [[String]] = []
        while let row = try reader.next() { ours.append(row.strings) }
        ours.removeFirst()
        #expect(ours.count == theirs.rows.count)
        let different = zip(ours, theirs.rows).filter { mine, other in
            mine.dropLast() != other.dropLast() || (mine.last?.isEmpty != other.last?.isEmpty)
        }
        #expect(different.isEmpty, "\(different.count) days: \(different.prefix(5))")
        #expect(counts == JudgedCounts(rows: Self.rowCount, refused: refused))
        // Repetitions, faults and days before the rules are all among the rows.
        #expect(refused > Self.rowCount / 20)
        #expect(ours.count > 700)
        #expect(theirs.status == 1)
        let verdicts = Set(ours.map { $0[11] + $0[12] })
        #expect(verdicts.isSuperset(of: ["yesyes", "yesno", "noyes", "nono"]))
        print("second opinion, noise: \(ours.count) days of \(counts.rows) hours alike, \(refused) hours refused")
    }
}
