import Catalog
import Judging
import Standards
import Testing

/// `--standard`, `--as-of`, `--primary`, `--explain`, and the largest hour of ozone.
struct AirTableOptionTests {
    private static let day = "2026-07-01,demo,6,41,130,58,0.5,90"

    private static func options(
        standard: String? = nil, asOf: String? = nil, primary: AirPrimaryStyle = .max, explains: Bool = false
    ) -> AirTableOptions {
        AirTableOptions(
            choice: RuleChoice(id: standard, asOf: asOf.flatMap { CivilDate($0) }), primary: primary, explains: explains
        )
    }

    @Test(arguments: [
        (options(standard: "HJ633-2012"), "90,2,PM10,HJ633-2012,"),
        (options(asOf: "2026-02-28"), "90,2,PM10,HJ633-2012,"),
        (options(asOf: "2026-03-01"), "104,3,PM10,HJ633-2026,"), (options(), "104,3,PM10,HJ633-2026,"),
        (options(standard: "HJ633-2012", asOf: "2026-11-01"), "90,2,PM10,HJ633-2012,"),
        (options(primary: .above50), "104,3,\"PM10,PM2.5,NO2\",HJ633-2026,"),
    ])
    func `an edition or a day may be named`(options: AirTableOptions, added: String) throws {
        #expect(try JudgedText.days(rows: [Self.day], options: options).lines == ["\(Self.day),\(added)"])
    }

    @Test
    func `the local style lists nothing up to 50 and nothing where the AQI is withheld`() throws {
        let options = Self.options(primary: .above50)
        let rows = ["2026-07-01,demo,6,40,50,35,0.5,90", "2026-07-01,demo,,41,119,35,0.5,90"]
        #expect(try JudgedText.days(rows: rows, options: options).rows.map { $0[10] } == ["", ""])
    }

    @Test(arguments: ["HJ633-2099", "GB3838-2002"])
    func `an unknown edition, or a rule of another kind, ends the command and names those there are`(id: String) throws
    {
        let error = #expect(throws: CatalogError.self) {
            try JudgedText.days(rows: [Self.day], options: Self.options(standard: id))
        }
        #expect(error?.code == .unknownRule)
        #expect(error?.message == "“\(id)”不能用于此处。可用的编号：HJ633-2012、HJ633-2026。")
    }

    @Test
    func `a day before every edition refuses the rows and names that day`() throws {
        let result = try JudgedText.days(rows: [Self.day], options: Self.options(asOf: "2010-01-01"))
        #expect(try result.rows.first?.last == "2010-01-01 没有施行中的空气质量指数（AQI）技术规定，请核对时间")
        #expect(result.counts.refused == 1)
    }

    @Test
    func `the explanation names row, formula, exact fraction and source`() throws {
        let result = try JudgedText.days(
            rows: [Self.day, "2026-07-01,demo,x,41,130,58,0.5,90"], options: Self.options(explains: true))
        let rows = try result.rows
        #expect(
            result.text.hasPrefix("date,station,so2,no2,pm10,pm25,co,o3_8h,aqi,level,primary,standard,note,explain\n"))
        let text = rows[0][13]
        #expect(text.contains("PM10 的 IAQI［120—250 µg/m³ → 100—150］：(150−100)÷(250−120)×(130−120)+100"))
        #expect(text.contains("1350/13"))
        #expect(text.contains("HJ633-2026"))
        #expect(rows[1][13].isEmpty)
        let hour = try JudgedText.air(
            rows: ["2026-07-01T08:00:00+08:00,demo,6,41,130,58,0.5,90"], options: Self.options(explains: true))
        #expect(try hour.rows[0][13].contains("1350/13"))
    }

    static let ozone: [(row: String, added: String)] = [
        // 2012 lists both: the larger IAQI holds. 8 h 160 is 100, 1 h 201 is 101.
        ("2025-07-01,demo,6,20,45,30,0.5,160,201", "101,3,O3,HJ633-2012,O3 按日最大 1 小时值计算"),
        ("2025-07-01,demo,6,20,45,30,0.5,161,200", "101,3,O3,HJ633-2012,"),
        ("2025-07-01,demo,6,20,45,30,0.5,160,200", "100,2,O3,HJ633-2012,"),
        // Above 800 the eight hours are not computed and the hour holds.
        ("2025-07-01,demo,6,20,45,30,0.5,801,1000", "400,6,O3,HJ633-2012,O3 按日最大 1 小时值计算"),
        ("2025-07-01,demo,6,20,45,30,0.5,,150", "47,1,,HJ633-2012,O3 按日最大 1 小时值计算"),
        ("2025-07-01,demo,6,20,45,30,0.5,90,", "45,1,,HJ633-2012,O3 最大 1 小时值缺测，只按 8 小时值计算"),
        ("2025-07-01,demo,6,20,45,30,0.5,90,/", "45,1,,HJ633-2012,"),
        // 2026 does not know it.
        ("2026-07-01,demo,6,20,45,30,0.5,160,201", "100,2,O3,HJ633-2026,"),
        ("2026-07-01,demo,6,20,45,30,0.5,160,-1", "100,2,O3,HJ633-2026,"),
        ("2025-07-01,demo,6,20,45,30,0.5,160,-1", ",,,,“o3_1h”列的浓度 -1 为负值，请核对原始数据"),
    ]

    @Test(arguments: ozone)
    func `the largest hour of ozone counts only under the edition that lists it`(
        row: (row: String, added: String)
    ) throws {
        let result = try JudgedText.days(
            rows: [row.row], header: "date,station,so2,no2,pm10,pm25,co,o3_8h,o3_1h")
        #expect(result.lines == ["\(row.row),\(row.added)"])
    }
}
