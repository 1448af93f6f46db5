import Judging
import Standards
import Testing

/// What `water period` prints.
struct WaterPeriodTableTests {
    static let samples = """
        time,section,kind,river,target,ph,do,codmn,nh3n,tp,tn
        2026-01-05T08:00:00+08:00,甲,river,示例河,III,7.5,8.1,5.2,0.4,0.12,1.2
        2026-01-15T08:00:00+08:00,甲,river,示例河,III,8.1,7.9,7.4,0.6,<0.02,1.4
        2026-01-06T08:00:00+08:00,乙,river,示例河,III,7.9,4.2,13.2,1.2,0.25,
        2026-02-06T08:00:00+08:00,甲,river,示例河,III,7.9,6.0,6.0,1.0,0.2,
        2026-01-06T08:00:00+08:00,丙,river,示例河,IV,,,,,,
        2026-01-06T08:00:00+08:00,湖心,lake,示例湖,,8.4,9.0,3.0,0.1,0.05,0.8

        """

    @Test
    func `sections by month, byte for byte`() throws {
        let result = try GatheredText.waterPeriod(Self.samples, .init(length: .month))
        #expect(
            result.text == """
                period,section,river,kind,samples,months,ph_mean,do_mean,codmn_mean,nh3n_mean,tp_mean,tn_mean,class,grade,deciding,indicators,items,target,met,enough,standard,note
                2026-01,甲,示例河,river,2,1,8,8.0,6.3,0.50,0.065,1.30,IV,轻度污染,codmn,codmn(0.0),"ph,do,codmn,nh3n,tp",III,no,yes,GB3838-2002,总磷有低于检出限的测值，按检出限的 1/2 参加平均
                2026-01,乙,示例河,river,1,1,8,4.2,13.2,1.20,0.250,,V,中度污染,codmn,"codmn(1.2),tp(0.2),nh3n(0.2)","ph,do,codmn,nh3n,tp",III,no,yes,GB3838-2002,
                2026-01,丙,示例河,river,0,0,,,,,,,,,,,,IV,,no,GB3838-2002,没有监测数据（断流、无水或未测），不评价类别
                2026-01,湖心,示例湖,lake,1,1,8,9.0,3.0,0.10,0.050,0.80,III,良好,tp,,"ph,do,codmn,nh3n,tp",,,yes,GB3838-2002,
                2026-02,甲,示例河,river,1,1,8,6.0,6.0,1.00,0.200,,III,良好,"codmn,nh3n,tp",,"ph,do,codmn,nh3n,tp",III,yes,yes,GB3838-2002,

                """)
        #expect(result.counts == JudgedCounts(rows: 6, refused: 0))
    }

    @Test
    func `a quarter needs two measurements, a year twelve months`() throws {
        let quarter = try GatheredText.waterPeriod(Self.samples, .init(length: .quarter)).rows
        #expect(quarter.map { $0["period"] } == ["2026-Q1", "2026-Q1", "2026-Q1", "2026-Q1"])
        #expect(quarter.map { $0["enough"] } == ["yes", "no", "no", "no"])
        #expect(quarter[1]["note"] == "仅 1 次监测，少于规定的 2 次")
        #expect(quarter[0]["samples"] == "3")
        // (5.2 + 7.4 + 6.0) / 3 = 6.2; by months (6.3 + 6.0) / 2 = 6.15, the even digit 6.2.
        #expect(quarter[0]["codmn_mean"] == "6.2")
        let year = try GatheredText.waterPeriod(Self.samples, .init(length: .year)).rows
        #expect(year[0]["period"] == "2026")
        #expect(year[0]["codmn_mean"] == "6.2")
        // By months (0.50 + 1.00) / 2, by measurements 2/3.
        #expect(year[0]["nh3n_mean"] == "0.75")
        #expect(year[0]["note"]?.hasPrefix("仅 2 个月有数据，少于规定的 12 个月") == true)
        let ice = try GatheredText.waterPeriod(Self.samples, .init(length: .year, hasIce: true)).rows
        #expect(ice[0]["note"]?.hasPrefix("仅 2 个月有数据，少于规定的 8 个月") == true)
        let half = try GatheredText.waterPeriod(Self.samples, .init(length: .half)).rows
        #expect(half[0]["period"] == "2026-H1")
    }

    @Test
    func `rivers of few sections are graded by their means, byte for byte`() throws {
        let result = try GatheredText.waterPeriod(Self.samples, .init(length: .month, level: .river))
        #expect(
            result.text == """
                period,river,kind,sections,judged,I,II,III,IV,V,inferior-V,good_rate,inferior_rate,with_target,met,met_rate,basis,class,grade,indicators,excluded,standard,note
                2026-01,示例河,river,3,2,0,0,0,1,1,0,0.0,0.0,2,0,0.0,means,IV,轻度污染,"甲:codmn(0.0);乙:codmn(1.2),tp(0.2),nh3n(0.2)",丙,GB3838-2002,1 个断面没有监测数据，未计入
                2026-01,示例湖,lake,1,1,0,0,1,0,0,0,100.0,0.0,0,0,,means,III,良好,,,GB3838-2002,
                2026-02,示例河,river,1,1,0,0,1,0,0,0,100.0,0.0,1,1,100.0,means,III,良好,,,GB3838-2002,

                """)
    }

    @Test
    func `five sections are graded by their shares, and a note says so`() throws {
        let values = ["1,0.01", "7,0.3", "7,0.25", "99,0.01", "1,0.01"]
        let rows = values.enumerated().map { "2026-01-06T08:00:00+08:00,断面\($0),river,示例河,\($1)" }
        let csv = (["time,section,kind,river,codmn,tp"] + rows).joined(separator: "\n")
        let result = try GatheredText.waterPeriod(csv, .init(length: .month, level: .river)).rows
        #expect(result.count == 1)
        #expect(result[0]["basis"] == "proportions")
        #expect(result[0]["good_rate"] == "40.0")
        #expect(result[0]["inferior_rate"] == "20.0")
        #expect(result[0]["grade"] == "中度污染")
        #expect(result[0]["class"] == "")
        #expect(result[0]["indicators"] == "codmn(60.0%),tp(40.0%)")
        #expect(result[0]["note"]?.hasPrefix("恰为 5 个断面") == true)
        let four = (["time,section,kind,river,codmn,tp"] + rows.dropLast()).joined(separator: "\n")
        let few = try GatheredText.waterPeriod(four, .init(length: .month, level: .river)).rows
        #expect(few[0]["basis"] == "means")
        // (1 + 7 + 7 + 99) / 4 = 28.5.
        #expect(few[0]["class"] == "inferior-V")
        let lake = csv.replacing("river,示例河", with: "lake,示例湖")
        let points = try GatheredText.waterPeriod(lake, .init(length: .month, level: .river)).rows
        #expect(points[0]["basis"] == "means")
        // Means over the points: 23.0 and 0.116.
        #expect(points[0]["indicators"] == "codmn(2.8),tp(1.3)")
    }

    static let refused: [(row: String, reason: String)] = [
        ("2026-01-05T08:00:00,甲,river,示例河,III,7", "“time”列的“2026-01-05T08:00:00”没有时区，北京时间请在末尾写 +08:00"),
        ("2026-01-05T08:00:00+08:00,,river,示例河,III,7", "“section”列为空，须填断面名称"),
        ("2026-01-05T08:00:00+08:00,甲,pond,示例河,III,7", "“kind”列的“pond”无法识别，须为 river（河流）或 lake（湖库）"),
        (
            "2026-01-05T08:00:00+08:00,甲,river,示例河,VI,7",
            "“target”列的“VI”无法识别，须为 I II III IV V 之一，没有目标请留空"
        ),
        ("2026-01-05T08:00:00+08:00,甲,river,示例河,III,15", "“ph”列的 15 不在 0～14 之内，请核对原始数据"),
        ("2019-01-05T08:00:00+08:00,甲,river,示例河,III,7", "2019-01-01 没有施行中的地表水环境质量标准、评价办法或统计规定，请核对时间"),
        ("2026-01-09T08:00:00+08:00,甲,lake,示例河,III,7", "断面“甲”在本时段内的 kind、river 或 target 前后不一，请统一"),
        ("2026-01-01T08:00:00+08:00,甲,river,示例河,III,7", "断面“甲”同一时间已有一行，请只保留一行"),
    ]

    @Test(arguments: refused)
    func `a sample that cannot be used is refused with its line and reason`(row: (row: String, reason: String)) throws {
        let good = "2026-01-01T08:00:00+08:00,甲,river,示例河,III,7"
        let csv = ["time,section,kind,river,target,ph", good, row.row].joined(separator: "\n")
        let result = try GatheredText.waterPeriod(csv, .init(length: .month))
        #expect(result.refused.map { "\($0.line) \($0.reason)" } == ["3 \(row.reason)"])
        #expect(result.lines.count == 1)
    }

    @Test
    func `a table without items or rivers is refused as a whole`() throws {
        #expect(throws: JudgingError.self) {
            try GatheredText.waterPeriod("time,section,kind\nx,y,z\n", .init(length: .month))
        }
        #expect(throws: JudgingError.self) {
            try GatheredText.waterPeriod("time,section,kind,ph\n", .init(length: .month, level: .river))
        }
    }

    @Test
    func `an explanation tells means and class on one line`() throws {
        let result = try GatheredText.waterPeriod(Self.samples, .init(length: .month, explains: true)).rows
        #expect(result[0]["explain"]?.contains("6.3＞6（Ⅲ类）") == true)
        #expect(result[0]["explain"]?.contains("GB3838-2002") == true)
    }

    @Test
    func `numbers no mean can hold leave the row without a class and say why`() throws {
        let csv = "time,section,kind,river,codmn\n2026-01-01T08:00:00+08:00,甲,river,示例河,1000000000000000000\n"
        let section = try GatheredText.waterPeriod(csv, .init(length: .month)).rows
        #expect(section[0]["class"] == "")
        #expect(section[0]["note"] == "数值过大，无法计算平均值，请核对原始数据")
        let river = try GatheredText.waterPeriod(csv, .init(length: .month, level: .river)).rows
        #expect(river[0]["note"] == section[0]["note"])
        #expect(river[0].count == 23)
    }

    @Test
    func `a section is compared by grade with the period before or the year before`() throws {
        let csv = """
            time,section,kind,codmn,tp
            2025-02-01T08:00:00+08:00,甲,river,16,0.1
            2026-01-01T08:00:00+08:00,甲,river,7,0.1
            2026-02-01T08:00:00+08:00,甲,river,3,
            2026-02-01T08:00:00+08:00,乙,river,1,0.01

            """
        let month = try GatheredText.waterPeriod(csv, .init(length: .month, comparison: .periodOnPeriod)).rows
        #expect(month.map { $0["before"] } == ["2025-01", "2025-12", "2026-01", "2026-01"])
        #expect(month[2]["before_class"] == "IV" && month[2]["change"] == "明显好转")
        #expect(month[2]["note"] == "总磷缺测，未参与评价;两期参评项目不一致")
        #expect(month[3]["change"] == "" && month[3]["note"] == "2026-01 没有可比的类别")
        let year = try GatheredText.waterPeriod(csv, .init(length: .month, comparison: .yearOnYear)).rows
        #expect(year[2]["before_class"] == "inferior-V" && year[2]["change"] == "明显好转")
    }

    @Test
    func `a river is compared by its shares, or by grade where they do not decide`() throws {
        func rows(_ month: String, _ values: [Int]) -> [String] {
            values.enumerated().map { "2026-\(month)-06T08:00:00+08:00,断面\($0),river,示例河,\($1)" }
        }
        let header = ["time,section,kind,river,codmn"]
        let many = (header + rows("01", [1, 1, 1, 7, 99]) + rows("02", [1, 1, 1, 1, 7])).joined(separator: "\n")
        let options = WaterPeriodOptions(length: .month, level: .river, comparison: .periodOnPeriod)
        let shares = try GatheredText.waterPeriod(many, options).rows[1]
        // ΔG = 20, ΔD = −20: 40 points.
        #expect(shares["good_change"] == "20.0" && shares["inferior_change"] == "-20.0")
        #expect(shares["before_grade"] == "中度污染" && shares["change"] == "明显好转")
        let few = (header + rows("01", [3, 3]) + rows("02", [5, 7, 5])).joined(separator: "\n")
        let grades = try GatheredText.waterPeriod(few, options).rows[1]
        #expect(grades["before_grade"] == "优" && grades["grade"] == "良好" && grades["change"] == "有所变差")
        #expect(grades["note"] == "两期断面不一致")
    }
}
