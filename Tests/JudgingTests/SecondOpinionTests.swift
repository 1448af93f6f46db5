import Documents
import Judging
import Second
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
    func `twenty-four thousand random days are judged alike`() async throws {
        var random = RandomRows(seed: 8)
        let input = table(
            AirDailyTable.columns + [AirDailyTable.optionalColumn], (0..<Self.rowCount).map { _ in random.airDay() })
        let theirs = try await SecondOpinion.run("air_index.py", arguments: ["--daily"], input: input)
        let ours = try JudgedText.days(input)
        try compare(ours, theirs, standard: 12)
        print("second opinion, days: \(ours.counts.rows) rows alike, \(ours.counts.refused) of them refused")
    }

    static let rankings: [(scheme: String, day: String, columns: [(name: String, low: Int, high: Int)])] = [
        (
            "TJ-AIR-RANK-2021", "2026-10-31",
            [("pm25", 15, 40), ("pm25_last", 15, 40), ("good_rate", 40, 90)]
        ),
        (
            "CN-CITY-INDEX-2018", "2026-10-31",
            [
                ("so2", 5, 9), ("no2", 20, 24), ("pm10", 50, 54), ("pm25", 25, 28), ("co_p95", 1, 2),
                ("o3_8h_p90", 150, 154), ("index_last", 3, 6),
            ]
        ),
        (
            "TJ-AIR-RANK-2016", "2018-10-31", [("index", 3, 7), ("index_last", 3, 7)]
        ),
        (
            "TJ-WATER-RANK-2018", "2021-11-30",
            [("pollution_index", 1, 17), ("pollution_index_change", 1, 17), ("out_in_ratio", 1, 17)]
        ),
        (
            "TOWN-PM10-EFFICACY", "2026-10-31", [("pm10", 60, 90), ("pm10_last", 60, 90), ("valid_rate", 70, 101)]
        ),
    ]

    @Test(arguments: rankings)
    func `random areas are ranked alike`(
        ranking: (scheme: String, day: String, columns: [(name: String, low: Int, high: Int)])
    ) async throws {
        var random = RandomRows(seed: 2018)
        let ranges = ranking.columns.map { (low: $0.low, high: $0.high) }
        let rows = (0..<300).map { random.area($0, ranges: ranges) }
        let header = ["area"] + ranking.columns.map(\.name)
        let theirs = try await SecondOpinion.run(
            "air_rank.py", arguments: ["--scheme", ranking.scheme, "--date", ranking.day], input: table(header, rows))
        let ours = try RankedText(
            ([header] + rows).map { $0.joined(separator: ",") }, scheme: ranking.scheme, on: ranking.day)
        var reader = CSVReader(Array(ours.text.utf8))
        var mine: [[String]] = []
        while let row = try reader.next() { mine.append(row.strings) }
        // The second one names no standard.
        let different = zip(mine.dropFirst(), theirs.rows).filter { $0.dropLast(2) != $1.dropLast(2) }
        #expect(different.isEmpty, "\(different.count) rows: \(different.prefix(3))")
        #expect(mine.count == 301)
        #expect(theirs.rows.count == 300)
        #expect(theirs.status == 0)
        print("second opinion, \(ranking.scheme): \(theirs.rows.count - different.count) of 300 areas ranked alike")
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
