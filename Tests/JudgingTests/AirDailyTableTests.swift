import Judging
import PublishedRows
import Standards
import Testing

/// What `air daily` prints, field by field.
struct AirDailyTableTests {
    /// Concentrations `so2,no2,pm10,pm25,co,o3_8h`, and `aqi,level,primary,standard,note` as printed.
    static let judged: [(day: String, values: String, added: String)] = [
        // The switch of editions.
        ("2026-02-28", "12,45,130,58,1.2,90", "90,2,PM10,HJ633-2012,"),
        ("2026-03-01", "12,45,130,58,1.2,90", "104,3,PM10,HJ633-2026,"),
        // Whole days calculated by hand, under both editions.
        ("2025-07-01", "8,52,98,68,1.1,60", "92,2,PM2.5,HJ633-2012,"),
        ("2026-07-01", "8,52,98,68,1.1,60", "108,3,PM2.5,HJ633-2026,"),
        ("2025-07-01", "6,20,45,30,0.5,95", "48,1,,HJ633-2012,"),
        ("2026-07-01", "6,20,45,30,0.5,95", "48,1,,HJ633-2026,"),
        ("2025-07-01", "6,41,51,36,0.5,101", "52,2,\"NO2,PM2.5\",HJ633-2012,"),
        ("2026-07-01", "6,41,51,36,0.5,101", "52,2,\"NO2,PM2.5\",HJ633-2026,"),
        ("2025-07-01", "20,80,250,170,2.4,40", "220,5,PM2.5,HJ633-2012,"),
        ("2026-07-01", "20,80,250,170,2.4,40", "220,5,PM2.5,HJ633-2026,"),
        // 5.3.1: with a gap only above 100; "/" holds nothing back.
        (
            "2026-07-01", ",45,119,59,1.2,90",
            "NA,,,HJ633-2026,SO2 缺测，其余项目 IAQI 最大为 100，不大于 100，不发布 AQI"
        ),
        ("2026-07-01", ",45,121,59,1.2,90", "101,3,PM10,HJ633-2026,SO2 缺测，按其余项目计算"),
        ("2026-07-01", "/,45,119,59,1.2,90", "100,2,PM10,HJ633-2026,"),
        ("2026-07-01", ",,,,,", "NA,,,HJ633-2026,各项目均缺测，无法计算 AQI"),
        // Rounded first since 2026.
        ("2026-07-01", "6,20,50.5,35.4,2.04,100.4", "50,1,,HJ633-2026,"),
        ("2025-07-01", "6,20,50.5,35.4,2.04,100.4", "51,2,\"PM10,PM2.5,CO,O3\",HJ633-2012,"),
        // Ozone above its eight-hour column.
        ("2026-07-01", "6,20,45,30,0.5,801", "300,5,O3,HJ633-2026,O3 高于分级表上限，IAQI 计为 300"),
        (
            "2025-07-01", "6,20,45,30,0.5,801",
            "45,1,,HJ633-2012,O3 高于分级表上限，按标准不由其日最大 8 小时平均计算 IAQI"
        ),
    ]

    @Test(arguments: judged)
    func `a day is judged by the edition in force on it`(row: (day: String, values: String, added: String)) throws {
        let input = "\(row.day),demo,\(row.values)"
        let result = try JudgedText.days(rows: [input])
        #expect(result.lines == ["\(input),\(row.added)"])
        #expect(result.counts == JudgedCounts(rows: 1, refused: 0))
    }

    @Test
    func `the whole output of a small table`() throws {
        let result = try JudgedText.days(
            rows: ["2026-03-01,示例站,12,45,130,58,1.2,90,晴", "2026-03-02,示例站,12,-45,130,58,1.2,90,"],
            header: "date,station,so2,no2,pm10,pm25,co,o3_8h,weather")
        #expect(
            result.text == """
                date,station,so2,no2,pm10,pm25,co,o3_8h,weather,aqi,level,primary,standard,note
                2026-03-01,示例站,12,45,130,58,1.2,90,晴,104,3,PM10,HJ633-2026,
                2026-03-02,示例站,12,-45,130,58,1.2,90,,,,,,“no2”列的浓度 -45 为负值，请核对原始数据

                """)
        #expect(result.counts == JudgedCounts(rows: 2, refused: 1))
    }

    static let refused: [(row: String, note: String)] = [
        ("2012-12-31,demo,6,42,80,70,0.9,31", "2012-12-31 没有施行中的空气质量指数（AQI）技术规定，请核对时间"),
        ("2026-02-29,demo,6,42,80,70,0.9,31", "“date”列的“2026-02-29”无法识别，应如 2026-03-01"),
        ("2026-3-1,demo,6,42,80,70,0.9,31", "“date”列的“2026-3-1”无法识别，应如 2026-03-01"),
        ("2026-03-01T00:00:00+08:00,demo,6,42,80,70,0.9,31", "“date”列的“2026-03-01T00:00:00+08:00”无法识别，应如 2026-03-01"),
        (",demo,6,42,80,70,0.9,31", "“date”列为空，应填如 2026-03-01"),
        ("2026-03-01,demo,6,42,80,70,0.9,-31", "“o3_8h”列的浓度 -31 为负值，请核对原始数据"),
        ("2026-03-01,demo,6,42,80,70,many,31", "“co”列的“many”不是数值（或位数过多）；缺测请留空，未监测请写 /"),
        ("2026-03-01,demo,6,42,80,70,0.9", "行格式不对：有 7 列，表头为 8 列。请检查是否缺列或多了逗号。"),
    ]

    @Test(arguments: refused)
    func `a row that cannot be judged keeps its place and says why`(row: (row: String, note: String)) throws {
        let result = try JudgedText.days(rows: [row.row])
        #expect(try result.rows.map { $0.last } == [row.note])
        #expect(try result.rows.map { $0[11] } == [""])
        #expect(result.counts == JudgedCounts(rows: 1, refused: 1))
    }

    @Test(arguments: DailyCities.rows)
    func `a published day of a city is reproduced, by the standard and in the local style`(row: [String]) throws {
        // Particles were withdrawn for dust.
        let input = "\(row[1]),\(row[0]),\(row[2]),\(row[3]),/,/,\(row[4]),\(row[5])"
        let levels = ["优", "良", "轻度污染", "中度污染", "重度污染", "严重污染"]
        for (style, column) in [(AirPrimaryStyle.above50, 8), (.max, 9)] {
            let options = AirTableOptions(choice: .ofTheDay, primary: style, explains: false)
            let fields = try #require(JudgedText.days(rows: [input], options: options).rows.first)
            #expect(fields[8] == row[6])
            #expect(Int(fields[9]).map { levels[$0 - 1] } == row[7])
            let primary = row[column].split(separator: "+").map { $0 == "O3_8h" ? "O3" : String($0) }
            #expect(fields[10] == primary.joined(separator: ","))
        }
    }

    @Test
    func `all rows of the appendices are there`() {
        #expect(DailyCities.rows.count == 64)
        #expect(HourlyStations.rows.count == 131)
    }

    @Test(arguments: HourlyStations.rows)
    func `a published hour is reproduced through the table`(row: [String]) throws {
        let input = "2018-02-20T07:00:00+08:00,\(row[0]),\(row[1]),\(row[2]),\(row[5]),\(row[6]),\(row[3]),\(row[4])"
        let fields = try #require(JudgedText.air(rows: [input]).rows.first)
        // PM2.5 missing: two such rows were published, this one was not.
        guard row[0] != "2242A" else { return }
        #expect(fields[8] == (row[7].isEmpty ? "NA" : row[7]))
        if !row[7].isEmpty { #expect(fields[10] == row[9].replacing("+", with: ",")) }
    }
}
