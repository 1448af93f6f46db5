import Monitoring
import Testing

/// What `air hourly` prints, field by field.
struct AirHourlyTableTests {
    /// Concentrations `so2,no2,pm10,pm25,co,o3`, and `aqi,level,primary,standard,note` as printed.
    static let judged: [(time: String, values: String, added: String)] = [
        // The hour from 23:00 to 24:00 of 28 February starts under HJ 633-2012, the next one under HJ 633-2026.
        ("2026-03-01T00:00:00+08:00", "6,42,80,70,0.9,31", "94,2,PM2.5,HJ633-2012,"),
        ("2026-02-28T24:00:00+08:00", "6,42,80,70,0.9,31", "94,2,PM2.5,HJ633-2012,"),
        ("2026-03-01T01:00:00+08:00", "6,42,80,70,0.9,31", "110,3,PM2.5,HJ633-2026,"),
        ("2026-02-28T16:00:00Z", "6,42,80,70,0.9,31", "94,2,PM2.5,HJ633-2012,"),
        ("2026-02-28T17:00:00Z", "6,42,80,70,0.9,31", "110,3,PM2.5,HJ633-2026,"),
        ("2026-03-01T01:00+08:00", "6,42,80,70,0.9,31", "110,3,PM2.5,HJ633-2026,"),
        // Co-primary items stand in the order of the standard, quoted because of the comma.
        ("2026-03-02T08:00:00+08:00", "6,42,120,60,0.9,31", "100,2,\"PM10,PM2.5\",HJ633-2026,"),
        ("2026-03-02T08:00:00+08:00", "150,100,50,35,5,160", "50,1,,HJ633-2026,"),
        ("2026-03-02T08:00:00+08:00", "500,200,120,60,10,200", "100,2,\"SO2,NO2,PM10,PM2.5,CO,O3\",HJ633-2026,"),
        // No primary pollutant up to 50, one from 51 on.
        ("2026-03-02T08:00:00+08:00", "6,42,50,35,0.9,31", "50,1,,HJ633-2026,"),
        ("2026-03-02T08:00:00+08:00", "6,42,51,35,0.9,31", "51,2,PM10,HJ633-2026,"),
        // Rounded before the index since 2026 (35.4 is 35, half to even), as it is before.
        ("2026-03-02T08:00:00+08:00", "6,42,50,35.4,0.9,31", "50,1,,HJ633-2026,"),
        ("2026-03-02T08:00:00+08:00", "6,42,50,36.5,0.9,31", "52,2,PM2.5,HJ633-2026,"),
        ("2025-03-02T08:00:00+08:00", "6,42,50,35.4,0.9,31", "51,2,PM2.5,HJ633-2012,"),
        // The AQI range begins at 1 since 2026.
        ("2026-03-02T08:00:00+08:00", "0,0,0,0,0,0", "1,1,,HJ633-2026,AQI 计算值为 0，按标准下限 1 表示"),
        ("2025-03-02T08:00:00+08:00", "0,0,0,0,0,0", "0,1,,HJ633-2012,"),
        // HJ 633-2026 5.3.1: with a gap only above 100. Items not monitored ("/") are left out.
        ("2026-03-02T08:00:00+08:00", "6,42,,61,0.9,31", "101,3,PM2.5,HJ633-2026,PM10 缺测，按其余项目计算"),
        (
            "2026-03-02T08:00:00+08:00", "6,42,,60,0.9,31",
            "NA,,,HJ633-2026,PM10 缺测，其余项目 IAQI 最大为 100，不大于 100，不发布 AQI"
        ),
        ("2026-03-02T08:00:00+08:00", "/,42,50,60,/,31", "100,2,PM2.5,HJ633-2026,"),
        (
            "2026-03-02T08:00:00+08:00", "/,,50,60,/,31",
            "NA,,,HJ633-2026,NO2 缺测，其余项目 IAQI 最大为 100，不大于 100，不发布 AQI"
        ),
        ("2026-03-02T08:00:00+08:00", ",,,,,", "NA,,,HJ633-2026,各项目均缺测，无法计算 AQI"),
        ("2026-03-02T08:00:00+08:00", "/,/,/,/,/,/", "NA,,,HJ633-2026,各项目均未监测，无法计算 AQI"),
        ("2026-03-02T08:00:00+08:00", "/,,,,,", "NA,,,HJ633-2026,没有可用于计算的项目，无法计算 AQI"),
        // Practice of the national platform before: up to 2019 unless both particles or three items are missing.
        ("2018-02-20T07:00:00+08:00", "6,42,,70,0.9,31", "94,2,PM2.5,HJ633-2012,PM10 缺测，按其余项目计算"),
        (
            "2018-02-20T07:00:00+08:00", "6,42,,,0.9,31",
            "NA,,,HJ633-2012,PM10、PM2.5 缺测，其中至少须有一项：PM10、PM2.5，不发布 AQI"
        ),
        (
            "2018-02-20T07:00:00+08:00", ",,,70,0.9,31",
            "NA,,,HJ633-2012,SO2、NO2、PM10 缺测，超过 2 项，不发布 AQI"
        ),
        (
            "2026-02-27T07:00:00+08:00", "6,42,,70,0.9,31",
            "NA,,,HJ633-2012,PM10 缺测，其余项目 IAQI 最大为 94，不大于 100，不发布 AQI"
        ),
        // Above the tables: 500, SO2 of an hour 200 since 2026 and not computed before.
        ("2026-03-02T08:00:00+08:00", "6,42,50,600,0.9,31", "500,6,PM2.5,HJ633-2026,PM2.5 高于分级表上限，IAQI 计为 500"),
        ("2026-03-02T08:00:00+08:00", "900,42,50,35,0.9,31", "200,4,SO2,HJ633-2026,SO2 高于分级表上限，IAQI 计为 200"),
        ("2025-03-02T08:00:00+08:00", "900,42,50,35,0.9,31", "50,1,,HJ633-2012,SO2 高于小时浓度上限，按标准不计算其小时 IAQI"),
        (
            "2026-03-02T08:00:00+08:00", "900,,50,600,0.9,31",
            "500,6,PM2.5,HJ633-2026,"
                + "NO2 缺测，按其余项目计算;SO2 高于分级表上限，IAQI 计为 200;PM2.5 高于分级表上限，IAQI 计为 500"
        ),
        ("2026-03-02T08:30:00+08:00", "6,42,50,35,0.9,31", "50,1,,HJ633-2026,时间不是整点"),
    ]

    @Test(arguments: judged)
    func `an hour is judged by the edition in force when it starts`(
        row: (time: String, values: String, added: String)
    ) throws {
        let input = "\(row.time),demo,\(row.values)"
        let result = try JudgedText.air(rows: [input])
        #expect(result.lines == ["\(input),\(row.added)"])
        #expect(result.counts == JudgedCounts(rows: 1, refused: 0))
    }

    static let refused: [(row: String, note: String)] = [
        ("not a time,demo,6,42,80,70,0.9,31", "“time”列的“not a time”无法识别，应如 2026-03-01T01:00:00+08:00"),
        (
            "2026-02-30T01:00:00+08:00,demo,6,42,80,70,0.9,31",
            "“time”列的“2026-02-30T01:00:00+08:00”无法识别，应如 2026-03-01T01:00:00+08:00"
        ),
        (",demo,6,42,80,70,0.9,31", "“time”列为空，应填如 2026-03-01T01:00:00+08:00"),
        ("2026-03-02T08:00:00,demo,6,42,80,70,0.9,31", "“time”列的“2026-03-02T08:00:00”没有时区，北京时间请在末尾写 +08:00"),
        ("2012-12-31T08:00:00+08:00,demo,6,42,80,70,0.9,31", "2012-12-31 没有施行中的空气质量指数（AQI）技术规定，请核对时间"),
        // This hour starts in 2012.
        ("2013-01-01T00:00:00+08:00,demo,6,42,80,70,0.9,31", "2012-12-31 没有施行中的空气质量指数（AQI）技术规定，请核对时间"),
        ("2026-03-02T08:00:00+08:00,demo,6,42,-1,70,0.9,31", "“pm10”列的浓度 -1 为负值，请核对原始数据"),
        ("2026-03-02T08:00:00+08:00,demo,-0.1,42,80,70,0.9,31", "“so2”列的浓度 -0.1 为负值，请核对原始数据"),
        ("2026-03-02T08:00:00+08:00,demo,6,inf,80,70,0.9,31", "“no2”列的“inf”不是数值（或位数过多）；缺测请留空，未监测请写 /"),
        ("2026-03-02T08:00:00+08:00,demo,6,42,80,NaN,0.9,31", "“pm25”列的“NaN”不是数值（或位数过多）；缺测请留空，未监测请写 /"),
        ("2026-03-02T08:00:00+08:00,demo,6,42,80,70,0.9,31 ", "“o3”列的“31 ”不是数值（或位数过多）；缺测请留空，未监测请写 /"),
        ("2026-03-02T08:00:00+08:00,demo,0x10,42,80,70,0.9,31", "“so2”列的“0x10”不是数值（或位数过多）；缺测请留空，未监测请写 /"),
        (
            "yesterday,demo,6,42,-80,many,0.9,31",
            "“time”列的“yesterday”无法识别，应如 2026-03-01T01:00:00+08:00;"
                + "“pm10”列的浓度 -80 为负值，请核对原始数据;“pm25”列的“many”不是数值（或位数过多）；缺测请留空，未监测请写 /"
        ),
    ]

    @Test(arguments: refused)
    func `a row that cannot be judged keeps its place and says why`(row: (row: String, note: String)) throws {
        let good = "2026-03-02T08:00:00+08:00,demo,6,42,80,70,0.9,31"
        let result = try JudgedText.air(rows: [good, row.row, good])
        let judged = "\(good),110,3,PM2.5,HJ633-2026,"
        #expect(result.lines == [judged, "\(row.row),,,,,\(row.note)", judged])
        #expect(result.counts == JudgedCounts(rows: 3, refused: 1))
    }

    @Test
    func `the id of the standard is the same for all days the instrument covers`() throws {
        let years = 2013...2025
        let rows = years.map { "\($0)-07-01T08:00:00+08:00,demo,6,42,80,70,0.9,31" }
        let standards = try JudgedText.air(rows: rows).rows.map { $0[11] }
        #expect(standards == years.map { _ in "HJ633-2012" })
    }
}
