import Documents
import Judging
import Second
import Standards
import Testing

/// `air period` against a second implementation in another language, on random days.
@Suite(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
struct SecondOpinionPeriodTests {
    /// Days of three stations around the change of March 2026: one nearly complete, one with gaps, one that does not
    /// monitor SO2 and lies near the limits.
    private static func days(_ chance: inout SeededNumbers) -> [[String]] {
        guard let first = CivilDate("2025-01-01") else { return [] }
        return (0..<780).flatMap { offset in
            ["甲", "乙", "丙"].compactMap { station -> [String]? in
                if station == "乙", chance.below(12) == 0 { return nil }
                func value(_ span: Int, gapOneIn: Int, decimals: Int = 0) -> String {
                    if chance.below(station == "乙" ? 9 : gapOneIn) == 0 { return "" }
                    let value = ExactDecimal(significand: Int64(chance.below(span)), scale: decimals)
                    return value?.description ?? ""
                }
                let excluded = ["pm10;pm25", "all", "o3_8h"]
                return [
                    first.adding(days: offset).description, station, station == "丙" ? "/" : value(30, gapOneIn: 90),
                    value(90, gapOneIn: 90), value(station == "丙" ? 130 : 260, gapOneIn: 90),
                    value(station == "丙" ? 600 : 80, gapOneIn: 90, decimals: station == "丙" ? 1 : 0),
                    value(30, gapOneIn: 90, decimals: 1), value(220, gapOneIn: 90),
                    chance.below(60) == 0 ? excluded[chance.below(3)] : "",
                ]
            }
        }
    }

    @Test(arguments: AirPeriod.Kind.allCases)
    func `random days are evaluated alike`(kind: AirPeriod.Kind) async throws {
        var chance = SeededNumbers(seed: 663)
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(AirPeriodTable.columns + [AirPeriodTable.excludedColumn])
        for day in Self.days(&chance) { writer.row(day) }
        let input = writer.take()
        let theirs = try await SecondOpinion.run("air_period.py", arguments: ["--by", kind.rawValue], input: input)
        let table = try AirPeriodTable(
            catalog: try JudgedText.catalog.get(), options: AirPeriodOptions(kind: kind))
        var bytes: [UInt8] = []
        let counts = try table.judge(input: ChunkSource(input), output: { bytes += $0 }, refused: { _ in })
        #expect(counts.refused == 0)
        let ours = try JudgedText(bytes: bytes, counts: counts).rows.map { Array($0.dropLast()) }
        #expect(theirs.status == 0)
        #expect(ours.count == theirs.rows.count)
        let different = zip(ours, theirs.rows).filter { $0 != $1 }
        #expect(different.isEmpty, "\(different.count) rows: \(different.prefix(3))")
        #expect(ours.contains { $0[2] == "excluded" })
        print("second opinion, air by \(kind.rawValue): \(ours.count) rows alike")
    }
}
