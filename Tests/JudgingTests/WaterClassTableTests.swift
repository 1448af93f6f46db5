import Catalog
import Judging
import Standards
import Testing

/// What `water classify` prints, field by field.
struct WaterClassTableTests {
    /// `kind,ph,do,codmn,nh3n,tp`, and `class,deciding,standard,note` as printed. GB 3838-2002 Table 1.
    static let judged: [(values: String, added: String)] = [
        ("river,7,8,2,0.15,0.02", "I,\"ph,do,codmn,nh3n,tp\",GB3838-2002,"),
        ("river,7,6,4,0.5,0.1", "II,\"do,codmn,nh3n,tp\",GB3838-2002,"),
        ("river,7,7.5,2,0.15,0.2", "III,tp,GB3838-2002,"),
        ("river,7,3,2,1.5,0.02", "IV,\"do,nh3n\",GB3838-2002,"),
        ("river,7,2,2,0.15,0.02", "V,do,GB3838-2002,"),
        ("river,7,1.99,2,0.15,0.02", "inferior-V,do,GB3838-2002,"),
        ("river,9.01,8,2,0.15,0.02", "inferior-V,ph,GB3838-2002,"),
        ("river,5.99,8,16,0.15,0.02", "inferior-V,\"ph,codmn\",GB3838-2002,"),
        // Compared as they are: what would round to the limit is above it.
        ("river,7,8,2.0001,0.15,0.02", "II,codmn,GB3838-2002,"),
        ("river,7,7.4999,2,0.15,0.02", "II,do,GB3838-2002,"),
        ("river,7,8,2.000,0.150,0.0200", "I,\"ph,do,codmn,nh3n,tp\",GB3838-2002,"),
        // Lakes have their own limits of total phosphorus.
        ("lake,7,8,2,0.15,0.02", "II,tp,GB3838-2002,"),
        ("lake,7,8,2,0.15,0.2", "V,tp,GB3838-2002,"),
        ("lake,7,8,2,0.15,0.201", "inferior-V,tp,GB3838-2002,"),
        // An item without a value does not take part.
        ("river,7,8,2,,0.3", "IV,tp,GB3838-2002,氨氮缺测，未参与评价"),
        ("river,,8,2,,", "I,\"do,codmn\",GB3838-2002,pH、氨氮、总磷缺测，未参与评价"),
        ("river,,,,,", ",,GB3838-2002,各项目均缺测，不评价类别"),
        // Below the detection limit: half of it.
        ("river,7,8,2,0.15,<0.01", "I,\"ph,do,codmn,nh3n,tp\",GB3838-2002,总磷低于检出限 0.01，按 0.005 参与评价"),
        ("lake,7,8,2,0.025L,0.04L", "II,tp,GB3838-2002,氨氮低于检出限 0.025，按 0.0125 参与评价;总磷低于检出限 0.04，按 0.02 参与评价"),
        // pH at the ends of what can be.
        ("river,0,8,2,0.15,0.02", "inferior-V,ph,GB3838-2002,"),
        ("river,14,8,2,0.15,0.02", "inferior-V,ph,GB3838-2002,"),
        ("river,6,8,2,0.15,0.02", "I,\"ph,do,codmn,nh3n,tp\",GB3838-2002,"),
    ]

    @Test(arguments: judged)
    func `the worst item decides the class and is named`(row: (values: String, added: String)) throws {
        let input = "2026-11-21T08:00:00+08:00,demo,\(row.values)"
        let result = try JudgedText.water(rows: [input])
        #expect(result.lines == ["\(input),\(row.added)"])
        #expect(result.counts == JudgedCounts(rows: 1, refused: 0))
    }

    static let refused: [(row: String, note: String)] = [
        ("2026-11-21T08:00:00,demo,river,7,8,2,0.1,0.02", "“time”列的“2026-11-21T08:00:00”没有时区，北京时间请在末尾写 +08:00"),
        ("21/11/2026,demo,river,7,8,2,0.1,0.02", "“time”列的“21/11/2026”无法识别，应如 2026-03-01T01:00:00+08:00"),
        ("2001-11-21T08:00:00+08:00,demo,river,7,8,2,0.1,0.02", "2001-11-21 没有施行中的地表水环境质量标准或评价办法，请核对时间"),
        ("2026-11-21T08:00:00+08:00,demo,,7,8,2,0.1,0.02", "“kind”列为空，须填 river（河流）或 lake（湖库）"),
        ("2026-11-21T08:00:00+08:00,demo,pond,7,8,2,0.1,0.02", "“kind”列的“pond”无法识别，须为 river（河流）或 lake（湖库）"),
        ("2026-11-21T08:00:00+08:00,demo,river,14.1,8,2,0.1,0.02", "“ph”列的 14.1 不在 0～14 之内，请核对原始数据"),
        ("2026-11-21T08:00:00+08:00,demo,river,-1,8,2,0.1,0.02", "“ph”列的 -1 不在 0～14 之内，请核对原始数据"),
        ("2026-11-21T08:00:00+08:00,demo,river,7,-8,2,0.1,0.02", "“do”列的浓度 -8 为负值，请核对原始数据"),
        (
            "2026-11-21T08:00:00+08:00,demo,river,7,8,NaN,0.1,0.02",
            "“codmn”列的“NaN”不是数值（或位数过多）；未测请留空，低于检出限请写 <检出限"
        ),
        (
            "2026-11-21T08:00:00+08:00,demo,river,<7,8,2,0.1,0.02",
            "“ph”列的“<7”不是数值（或位数过多）；未测请留空，低于检出限请写 <检出限"
        ),
        (
            "2026-11-21T08:00:00+08:00,demo,river,7,8,2,0.1,<0",
            "“tp”列的“<0”不是数值（或位数过多）；未测请留空，低于检出限请写 <检出限"
        ),
        (
            "2026-11-21T08:00:00+08:00,demo,river,7,8,2,0.1,0.000000000000000001L",
            "“tp”列的“0.000000000000000001L”不是数值（或位数过多）；未测请留空，低于检出限请写 <检出限"
        ),
        (
            "2026-11-21T08:00:00+08:00,demo,sea,21,8,2,0.1,-0.02",
            "“kind”列的“sea”无法识别，须为 river（河流）或 lake（湖库）;“ph”列的 21 不在 0～14 之内，请核对原始数据;"
                + "“tp”列的浓度 -0.02 为负值，请核对原始数据"
        ),
    ]

    @Test(arguments: refused)
    func `a sample that cannot be judged keeps its place and says why`(row: (row: String, note: String)) throws {
        let good = "2026-11-21T08:00:00+08:00,demo,river,7,8,2,0.15,0.3"
        let result = try JudgedText.water(rows: [good, row.row, good])
        let judged = "\(good),IV,tp,GB3838-2002,"
        #expect(result.lines == [judged, "\(row.row),,,,\(row.note)", judged])
        #expect(result.counts == JudgedCounts(rows: 3, refused: 1))
    }

    @Test
    func `the table judges as the rule does`() throws {
        let rule = try JudgedText.catalog.get().waterClassRule(on: #require(CivilDate("2026-11-21")))
        let texts = ["0", "0.01", "0.1", "0.2", "1", "2", "3", "6", "7.5", "9"]
        let values = texts.compactMap { ExactDecimal($0) }
        var lines: [String] = []
        var expected: [String] = []
        for kind in WaterBodyKind.allCases {
            for ph in values {
                for tp in values {
                    lines.append("2026-11-21T08:00:00+08:00,demo,\(kind.rawValue),\(ph),,,,\(tp)")
                    let result = rule.classify(values: [.ph: ph, .tp: tp], kind: kind)
                    let name = try WaterClassTable.classNames[#require(result.waterClass).rawValue - 1]
                    expected.append(name + " " + result.decidingItems.map(\.rawValue).joined(separator: ","))
                }
            }
        }
        #expect(try JudgedText.water(rows: lines).rows.map { "\($0[8]) \($0[9])" } == expected)
    }
}
