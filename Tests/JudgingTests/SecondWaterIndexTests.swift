import Catalog
import Documents
import Judging
import Second
import Standards
import Testing

/// CWQI and TLI against a second implementation in another language, on random rows.
@Suite(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
struct SecondWaterIndexTests {
    private static let items = [
        "ph", "do", "codmn", "cod", "bod5", "nh3n", "tp", "cu", "zn", "f", "se", "as", "hg", "cd", "cr6", "pb", "cn",
        "phenol", "oil", "las", "s",
    ]

    @Test
    func `sixty random areas have the same index and rank`() async throws {
        var chance = SeededNumbers(seed: 2_017)
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(["area", "section", "kind"] + Self.items)
        for row in 0..<240 {
            let kind = chance.once(in: 30) ? "pond" : chance.pick(["river", "river", "lake"])
            let values = Self.items.map { item in
                switch chance.below(12) {
                case 0: ""
                case 1 where item != "ph": "<0.00\(1 + chance.below(9))"
                case 2: item == "ph" ? "7" : "0"
                default:
                    item == "ph"
                        ? "\(5 + chance.below(5)).\(chance.below(100))" : "\(chance.below(9)).\(chance.below(1_000))"
                }
            }
            writer.row(["区\(chance.below(60))", "断面\(row)", kind] + values)
        }
        let input = writer.take()
        let theirs = try await SecondOpinion.run("city_water_index.py", input: input)
        let day = try #require(CivilDate("2026-06-30"))
        let ours = try GatheredText.waterRank(String(decoding: input, as: UTF8.self), on: day)
        let columns = ["rank", "area", "sections", "points", "river_index", "lake_index", "index", "standard"]
        let rows = try ours.rows.map { row in columns.map { row[$0] ?? "?" } }
        #expect(rows.count > 50)
        let different = Set(rows).symmetricDifference(theirs.rows)
        #expect(different.isEmpty, "\(different.sorted { $0[1] < $1[1] }.prefix(6))")
        #expect(rows.count == theirs.rows.count)
        #expect(ours.counts.refused > 0 && theirs.status == 1)
        print("second opinion, CWQI: \(rows.count) areas alike")
    }

    @Test
    func `three hundred random lakes have the same trophic state`() async throws {
        var chance = SeededNumbers(seed: 95)
        let columns: [WaterItem] = [.chlorophyll, .tp, .tn, .transparency, .codmn]
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(["time"] + columns.map(\.rawValue))
        var lakes: [[WaterItem: Rational]] = []
        for _ in 0..<300 {
            let texts = [
                "0.0\(1 + chance.below(999))", "0.\(1 + chance.below(999))",
                "\(chance.below(6)).\(1 + chance.below(99))",
                "\(chance.below(4)).\(1 + chance.below(99))", "\(chance.below(15)).\(1 + chance.below(99))",
            ]
            writer.row(["2026-06-01T08:00:00+08:00"] + texts)
            lakes.append(
                try Dictionary(
                    uniqueKeysWithValues: zip(columns, texts.map { Rational(try #require(ExactDecimal($0))) })))
        }
        let theirs = try await SecondOpinion.run("trophic_index.py", input: writer.take())
        #expect(theirs.status == 0)
        let rule = try JudgedText.catalog.get().rule(.waterTrophic, on: #require(CivilDate("2026-06-01")))
        var different: [String] = []
        for (values, row) in zip(lakes, theirs.rows) {
            let result = try rule.evaluate(values)
            let mine = columns.map { "\(result.parts[$0] ?? 0)" } + ["\(result.index)", result.grade.name]
            if mine != Array(row[6..<13]) { different.append("\(mine) / \(row)") }
        }
        #expect(different.isEmpty, "\(different.count) lakes: \(different.prefix(3))")
        #expect(theirs.rows.count == 300)
        print("second opinion, TLI: \(theirs.rows.count) lakes alike")
    }
}
