import Catalog
import Documents
import Standards
import Testing

@testable import Judging

/// `air period`: the whole output for small inputs, and what is refused.
struct AirPeriodTableTests {
    static let header = "date,station,so2,no2,pm10,pm25,co,o3_8h,excluded"

    /// The days of a month: particles rise by the day, 5 March is a dust day taken out of the particles.
    static func month(_ month: String, station: String, days: Int, dust: Bool = false, pm25: Int = 20) -> [String] {
        (1...days).map { day in
            let isDust = dust && day == 5
            let date = "\(month)-\(day < 10 ? "0" : "")\(day)"
            let particles = isDust ? "600,180" : "\(50 + 2 * day),\(pm25 + day)"
            return "\(date),\(station),6,30,\(particles),0.\(5 + day % 4),\(100 + 2 * day),\(isDust ? "pm10;pm25" : "")"
        }
    }

    private func judged(
        _ rows: [String], _ options: AirPeriodOptions, header: String = header
    ) throws -> (text: String, rows: [[String: String]], refused: [RefusedRow], counts: JudgedCounts) {
        let table = try AirPeriodTable(catalog: try JudgedText.catalog.get(), options: options)
        var bytes: [UInt8] = []
        var refused: [RefusedRow] = []
        let input = Array(([header] + rows).joined(separator: "\n").utf8)
        let counts = try table.judge(
            input: ChunkSource(input), output: { bytes += $0 }, refused: { refused.append($0) })
        var reader = CSVReader(bytes)
        let names = try #require(try reader.next()).strings
        #expect(names == AirPeriodTable.header(options))
        var found: [[String: String]] = []
        while let row = try reader.next() {
            #expect(row.count == names.count)
            found.append(Dictionary(uniqueKeysWithValues: zip(names, row.strings)))
        }
        return (String(decoding: bytes, as: UTF8.self), found, refused, counts)
    }

    @Test
    func `the whole output of a month is fixed`() throws {
        let rows =
            Self.month("2026-03", station: "示例甲", days: 31, dust: true)
            + Self.month("2026-03", station: "示例乙", days: 20)
        let found = try judged(rows, AirPeriodOptions(kind: .month))
        #expect(found.counts == JudgedCounts(rows: 51, refused: 0))
        #expect(
            found.text == """
                period,station,series,days,so2_days,so2_mean,so2_percentile,no2_days,no2_mean,no2_percentile,pm10_days,\
                pm10_mean,pm10_percentile,pm25_days,pm25_mean,pm25_percentile,co_days,co_mean,co_percentile,o3_8h_days,\
                o3_8h_mean,o3_8h_percentile,good_days,valid_days,good_rate,index,leading,exceeding,attained,standard,note
                2026-03,示例甲,measured,31,31,6.0,6.0,31,30.0,30.0,31,99.4,111.0,31,41.0,50.5,31,0.65,0.80,31,132.0,156.0,\
                29,31,93.5,5.05,PM10,"PM10 0.65,PM2.5 0.37",no,GB3095-2026;HJ663-2026;AIR-COMPOSITE;HJ633-2026,
                2026-03,示例甲,excluded,31,31,6.0,6.0,31,30.0,30.0,30,82.7,109.1,30,36.4,49.6,31,0.65,0.80,31,132.0,156.0,\
                29,31,93.5,4.62,PM10,"PM10 0.38,PM2.5 0.20",no,GB3095-2026;HJ663-2026;AIR-COMPOSITE;HJ633-2026,\
                剔除例外事件影响：PM10 1 天、PM2.5 1 天；优良天数按实况统计
                2026-03,示例乙,measured,31,20,,,20,,,20,,,20,,,20,,,20,,,20,20,100.0,,,,,\
                GB3095-2026;HJ663-2026;AIR-COMPOSITE;HJ633-2026,\
                SO2、NO2、PM10、PM2.5、CO、O3 有效 20/31 天，不足规定天数，不评价;\
                缺 SO2、NO2、PM10、PM2.5、CO、O3，不计算综合指数

                """)
    }

    @Test
    func `the earlier month is evaluated anew by the same standard, its own index stands beside`() throws {
        let rows =
            Self.month("2025-03", station: "示例甲", days: 31, pm25: 25)
            + Self.month("2026-03", station: "示例甲", days: 31, dust: true)
        let options = AirPeriodOptions(kind: .month, comparison: .yearOnYear)
        let found = try judged(rows, options).rows
        #expect(found.map { $0["period"] } == ["2025-03", "2026-03", "2026-03"])
        #expect(found[0]["standard"] == "GB3095-2012;HJ663-2013;AIR-COMPOSITE;HJ633-2012")
        #expect(found[0]["pm25_percentile"] == "54", "54.5 to even")
        #expect(found[0]["before"] == "")
        #expect(found[0]["note"] == "没有 2024-03 的数据，不作比较")
        let row = found[2]
        #expect(row["series"] == "excluded")
        #expect(row["before"] == "2025-03")
        #expect([row["pm25_before"], row["pm25_change"]] == ["41.0", "-11.2"])
        #expect([row["pm10_before"], row["pm10_change"]] == ["82.0", "0.9"])
        #expect([row["good_days_before"], row["good_days_change"]] == ["30", "-1"])
        #expect([row["good_rate_before"], row["good_rate_change"]] == ["96.8", "-3.3"])
        #expect([row["index_before"], row["index_change"], row["index_before_own"]] == ["4.76", "-2.9", "4.37"])
        #expect(
            row["comparison"] == """
                SO2 持平;NO2 持平;PM10 上升 0.9%;PM2.5 下降 11.2%;CO 持平;O3 持平;优良天数 下降 1 天;\
                优良天数比例 下降 3.3 个百分点;综合指数 下降 2.9%
                """)
    }

    @Test
    func `days excluded only in the earlier period still give both series`() throws {
        let rows =
            Self.month("2026-03", station: "示例甲", days: 31, dust: true)
            + Self.month("2026-04", station: "示例甲", days: 30)
        let found = try judged(rows, AirPeriodOptions(kind: .month, comparison: .periodOnPeriod)).rows
        #expect(found.map { $0["series"] } == ["measured", "excluded", "measured", "excluded"])
        #expect(found[2]["pm10_before"] == "99.4")
        #expect(found[3]["pm10_before"] == "82.7")
    }

    @Test
    func `rows that cannot be used are named with every reason`() throws {
        let rows = [
            "2026-03-01,甲,6,30,50,20,0.5,100,", "2026-03-01,甲,6,30,50,20,0.5,100,", "2026-02-30,甲,6,30,50,20,0.5,100,",
            ",甲,6,30,50,20,0.5,100,", "2026-03-02,甲,-6,x,50,20,0.5,100,", "2026-03-03,甲,6,30,50,20,0.5,100,pm10;dust",
            "2012-12-31,甲,6,30,50,20,0.5,100,", "2013-09-30,甲,6,30,50,20,0.5,100,", "2026-03-04,,6,30,50,20,0.5,100,",
            "2026-03-05,甲,6,30", "2026-03-06,甲,/,,50,20,0.5,100,all",
        ]
        let found = try judged(rows, AirPeriodOptions(kind: .month))
        #expect(found.counts == JudgedCounts(rows: 11, refused: 9))
        #expect(
            found.refused.map(\.message) == [
                "第 3 行未参与计算：“甲”2026-03-01 已有一行，请删去重复的行",
                "第 4 行未参与计算：“date”列的“2026-02-30”无法识别，应如 2026-03-01",
                "第 5 行未参与计算：“date”列为空，应填如 2026-03-01",
                "第 6 行未参与计算：“so2”列的浓度 -6 为负值，请核对原始数据;“no2”列的“x”不是数值（或位数过多）；缺测请留空，未监测请写 /",
                "第 7 行未参与计算：“excluded”列的“pm10;dust”无法识别，须为 all，或 so2;no2;pm10;pm25;co;o3_8h 中的若干项",
                "第 8 行未参与计算：2012-12-31 没有施行中的空气质量指数（AQI）技术规定，请核对时间",
                "第 9 行未参与计算：2013-09-30 没有施行中的环境空气质量标准或评价技术规范，请核对时间",
                "第 10 行未参与计算：“station”列为空，须填站点名称或编码",
                found.refused.last?.message ?? "",
            ])
        #expect(found.refused.last?.reason.hasPrefix("行格式不对") == true)
        #expect(found.rows.map { $0["pm10_days"] } == ["2", "1"])
        #expect(found.rows.map { $0["so2_days"] } == ["1", "1"])
    }

    @Test
    func `incomplete periods are printed on request but never judged`() throws {
        let rows = Self.month("2026-03", station: "甲", days: 20)
        let options = AirPeriodOptions(kind: .month, printsIncomplete: true)
        let row = try #require(try judged(rows, options).rows.first)
        #expect(row["pm25_mean"] == "30.5")
        #expect(row["index"] != "")
        #expect(row["attained"] == "")
        #expect(row["exceeding"] == "")
        #expect(row["note"]?.hasSuffix("有效 20/31 天，不足规定天数，仅供参考，不评价") == true)
    }

    @Test
    func `a year in which the standard changes is evaluated by that of its end, each day by its own`() throws {
        let rows = (1...12).flatMap { month in
            let text = "2026-\(month < 10 ? "0" : "")\(month)"
            let days = CivilDate.days(inMonth: month, of: 2026)
            return (1...days).map { "\(text)-\($0 < 10 ? "0" : "")\($0),甲,6,30,40,70,0.5,90," }
        }
        let year = try #require(try judged(rows, AirPeriodOptions(kind: .year)).rows.first)
        #expect(year["standard"] == "GB3095-2026;HJ663-2026;AIR-COMPOSITE;HJ633-2012;HJ633-2026")
        #expect(year["note"] == "期内标准更替：日 AQI 按当日版本，期间评价按期末施行的 GB3095-2026")
        // PM2.5 of 70: AQI 94 by HJ 633-2012, 110 by HJ 633-2026. January and February have 59 days.
        #expect([year["good_days"], year["valid_days"]] == ["59", "365"])
        #expect(year["exceeding"] == "PM2.5 1.33,PM2.5(P95) 0.17")
        #expect(year["attained"] == "no")
        let asOf = AirPeriodOptions(kind: .year, asOf: CivilDate("2025-12-31"))
        let old = try #require(try judged(rows, asOf).rows.first)
        #expect(old["standard"] == "GB3095-2012;HJ663-2013;AIR-COMPOSITE;HJ633-2012")
        #expect(old["good_days"] == "365")
        #expect(old["exceeding"] == "PM2.5 1.00")
        let named = AirPeriodOptions(kind: .year, standards: ["GB3095-2012", "AIR-COMPOSITE-WEIGHTED"])
        let chosen = try #require(try judged(rows, named).rows.first)
        #expect(chosen["standard"] == "GB3095-2012;HJ663-2026;AIR-COMPOSITE-WEIGHTED;HJ633-2012;HJ633-2026")
    }

    @Test
    func `a winter season joins October to March and leaves the summer out`() throws {
        let rows = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-07"].flatMap { text in
            Self.month(text, station: "甲", days: text == "2026-02" ? 28 : 30)
        }
        let found = try judged(rows, AirPeriodOptions(kind: .season)).rows
        #expect(found.map { $0["period"] } == ["2025-AW"])
        #expect([found[0]["days"], found[0]["pm25_days"], found[0]["valid_days"]] == ["182", "178", "178"])
    }

    @Test
    func `concentrations on both sides of September 2018 are compared with a warning`() throws {
        let rows = ["2017-10", "2018-10"].flatMap { Self.month($0, station: "甲", days: 31) }
        let found = try judged(rows, AirPeriodOptions(kind: .month, comparison: .yearOnYear)).rows
        #expect(found[1]["note"] == "两期气体浓度的参比状态不同（273.15 K 与 298.15 K），未作换算")
    }

    @Test
    func `the explanation gives every number put in`() throws {
        let rows = Self.month("2026-03", station: "甲", days: 31)
        let row = try #require(try judged(rows, AirPeriodOptions(kind: .month, explains: true)).rows.first)
        let line = try #require(row["explain"])
        #expect(line.contains("PM2.5 均值：1116÷31 = 36 → 36.0"))
        #expect(line.contains("O3 第 90 百分位：k=1+(31−1)×90%=28 = 156 → 156.0"))
        #expect(line.contains("O3 单项指数：156÷160 = 39/40 → 0.975"))
        #expect(line.contains("依据 GB3095-2026（2026-03-01 至 2030-12-31施行，GB 3095-2026 表1，核对原文）"))
    }

    @Test
    func `an id that no kind has is refused before anything is read`() throws {
        let catalog = try JudgedText.catalog.get()
        #expect(throws: CatalogError.self) {
            try AirPeriodTable(catalog: catalog, options: AirPeriodOptions(kind: .month, standards: ["GB3095-2027"]))
        }
    }
}
