import Monitoring
import Second
import Standards
import TestKit
import Testing

/// Trends, roses and intervals against a second implementation in another language.
@Suite(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
struct SecondAnalysisTests {
    private static func lines(_ kind: String, _ rows: [String]) async throws -> [String] {
        let input = Array((rows.joined(separator: "\n") + "\n").utf8)
        let output = try await SecondOpinion.output(of: "analysis.py", arguments: [kind], input: input)
        #expect(output.status == 0)
        return String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `random months have the same trend and interval`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 30...70, using: &random)
        // Few different values, so that many are equal.
        let values: [Int?] = (0..<count).map { _ in
            Int.random(in: 0..<8, using: &random) == 0 ? nil : Int.random(in: 20...(seed < 4 ? 26 : 90), using: &random)
        }
        let trend = try #require(SenTrend(AnalysisFixture.months(values), rule: try AnalysisFixture.rule()))
        let rows = values.enumerated().compactMap { place, value in value.map { "\(place),\($0)" } }
        let interval = try #require(trend.interval)
        let ours = [trend.slope, interval.lowerBound, interval.upperBound].map(\.description).joined(separator: ",")
        #expect(try await Self.lines("trend", rows) == [ours])
    }

    @Test(arguments: [10, 5, 1] as [Int])
    func `random wind falls to the same sectors with the same means`(step: Int) async throws {
        var random = SeededGenerator(seed: UInt64(step))
        var hours: [WindHour] = []
        var rows: [String] = []
        for _ in 0..<400 {
            let speed = ExactDecimal(significand: Int64.random(in: 0...80, using: &random), scale: 1) ?? 0
            let direction = ExactDecimal(step * Int.random(in: 0...(360 / step), using: &random))
            let hasValue = Int.random(in: 0..<5, using: &random) > 0
            let value = ExactDecimal(Int.random(in: 1...200, using: &random))
            hours.append(WindHour(speed: speed, direction: direction, concentration: hasValue ? value : nil))
            rows.append("\(speed),\(direction),\(hasValue ? value.description : "")")
        }
        let rose = WindRose(hours, rule: try AnalysisFixture.rule())
        let ours = rose.sectors.enumerated().map { "\($0),\($1.total),\($1.mean?.description ?? "")" }
        #expect(try await Self.lines("rose", rows) == ours + ["calm,\(rose.calm),"])
    }

    @Test func `intervals of many samples are the same`() async throws {
        var rows: [String] = []
        var ours: [String] = []
        for whole in [1, 2, 7, 30, 365, 5_000] {
            for part in Set([0, 1, whole / 3, whole / 2, whole - 1, whole]).sorted() {
                let found = try #require(ProportionInterval(part, of: whole))
                rows.append("\(part),\(whole)")
                ours.append(
                    "\(part),\(whole),\(try found.lower.rounded(decimals: 6)),\(try found.upper.rounded(decimals: 6))")
            }
        }
        #expect(try await Self.lines("wilson", rows) == ours)
    }
}
