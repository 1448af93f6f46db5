import Catalog
import Documents
import Foundation
import Judging
import Standards
import Testing

/// Further columns and options of `water classify`.
struct WaterClassOptionTests {
    private static let time = "2026-11-21T08:00:00+08:00"

    private func run(
        _ header: String, _ rows: [String], choice: RuleChoice = .ofTheDay, explains: Bool = false
    ) throws -> JudgedText {
        try JudgedText.water(
            Array(([header] + rows).joined(separator: "\n").utf8), choice: choice, explains: explains)
    }

    @Test
    func `further items take part where they have a column`() throws {
        let rows = [
            "\(Self.time),甲,river,7,8,2,0.1,0.02,21,0.06,<0.001,5,9", "\(Self.time),甲,river,7,8,2,0.1,0.02,,,,,",
            "\(Self.time),甲,river,7,8,2,0.1,0.02,15,0.01,0.001,99,99",
        ]
        let result = try run("time,section,kind,ph,do,codmn,nh3n,tp,cod,pb,hg,tn,fc", rows)
        #expect(
            result.lines == [
                "\(rows[0]),V,pb,GB3838-2002,汞低于检出限 0.001，按 0.0005 参与评价",
                "\(rows[1]),I,\"ph,do,codmn,nh3n,tp\",GB3838-2002,化学需氧量、汞、铅缺测，未参与评价",
                "\(rows[2]),IV,hg,GB3838-2002,",
            ])
    }

    @Test
    func `a further item that is no number is refused by its column`() throws {
        let row = "\(Self.time),甲,river,7,8,2,0.1,0.02,x"
        let result = try run("time,section,kind,ph,do,codmn,nh3n,tp,zn", [row])
        #expect(result.lines == ["\(row),,,,“zn”列的“x”不是数值（或位数过多）；未测请留空，低于检出限请写 <检出限"])
        #expect(result.counts.refused == 1)
    }

    @Test
    func `the standard or the day may be named`() throws {
        let row = "2001-11-21T08:00:00+08:00,甲,river,7,8,2,0.1,0.3"
        let day = try #require(CivilDate("2026-11-21"))
        let header = "time,section,kind,ph,do,codmn,nh3n,tp"
        let result = try run(header, [row], choice: RuleChoice(id: nil, asOf: day))
        #expect(result.lines == ["\(row),IV,tp,GB3838-2002,"])
        let named = try run(header, [row], choice: RuleChoice(id: "GB3838-2002", asOf: day))
        #expect(named.lines == result.lines)
        #expect(throws: CatalogError.self) { try run(header, [row], choice: RuleChoice(id: "GB3838", asOf: day)) }
    }

    @Test
    func `an explanation tells every step on one line`() throws {
        let row = "\(Self.time),甲,river,7.2,6.1,5.2,0.82,<0.36"
        let result = try run("time,section,kind,ph,do,codmn,nh3n,tp", [row, "x" + row], explains: true)
        let rows = try result.rows
        #expect(rows.allSatisfy { $0.count == 13 })
        #expect(rows[0][12].contains("氨氮"))
        #expect(rows[0][12].contains("0.82≤1.0（Ⅲ类）"))
        #expect(rows[0][12].contains("依据 GB3838-2002"))
        #expect(rows[1][12].isEmpty)
        #expect(result.text.hasPrefix("time,section,kind,ph,do,codmn,nh3n,tp,class,deciding,standard,note,explain\n"))
    }

    /// A bureau's own file that switches the saturation of oxygen on.
    @Test
    func `a bureau may count ninety percent of saturation as class Ⅰ`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = "standards/GB3838-2002.yaml"
        let text = try String(contentsOf: root.appendingPathComponent("Catalog/\(file)"), encoding: .utf8)
        let overlay = FileManager.default.temporaryDirectory.appendingPathComponent("overlay-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: overlay) }
        let folder = overlay.appendingPathComponent("standards")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let changed = text.replacing("used: false", with: "used: true")
        #expect(changed != text)
        try changed.write(to: overlay.appendingPathComponent(file), atomically: true, encoding: .utf8)
        let table = WaterClassTable(catalog: try RuleCatalog.load(overlay: overlay, environment: [:]), explains: true)
        // 0.9 · 468 / (31.6 + 30) = 6.8377 mg/L.
        let input = """
            time,section,kind,ph,do,codmn,nh3n,tp,wt
            \(Self.time),甲,river,7,6.84,2,0.1,0.02,30
            \(Self.time),乙,river,7,6.83,2,0.1,0.02,30
            \(Self.time),丙,river,7,6.84,2,0.1,0.02,
            \(Self.time),丁,river,7,6.84,2,0.1,0.02,-1

            """
        var bytes: [UInt8] = []
        let counts = try table.judge(input: ChunkSource(Array(input.utf8))) { bytes += $0 }
        #expect(counts.refused == 0)
        let classes = JudgedText(bytes: bytes, counts: counts)
        #expect(try classes.rows.map { $0[9] } == ["I", "II", "II", "II"])
        #expect(try classes.rows[0].last?.contains("6.84≥0.9×468÷(31.6+30) ≈ 6.8377（Ⅰ类，按饱和溶解氧）") == true)
        #expect(try classes.rows[1].last?.contains("饱和溶解氧") == false)
        #expect(try JudgedText.water(Array(input.utf8)).rows.map { $0[9] } == ["II", "II", "II", "II"])
    }
}
