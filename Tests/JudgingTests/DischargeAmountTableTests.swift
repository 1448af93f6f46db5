import Documents
import Judging
import Standards
import Testing

/// What `discharge amounts` prints.
struct DischargeAmountTableTests {
    private func judged(
        _ input: String, _ medium: DischargeMedium, by grain: EmissionTotal.Grain, replacement: String? = nil,
        explains: Bool = false
    ) throws -> (text: String, refused: [String], counts: JudgedCounts) {
        let table = try DischargeAmountTable(
            catalog: try JudgedText.catalog.get(), medium: medium, grain: grain, replacement: replacement,
            explains: explains)
        var bytes: [UInt8] = []
        var refused: [String] = []
        let counts = try table.judge(
            input: ChunkSource(Array(input.utf8)), refused: { refused.append($0.message) }, output: { bytes += $0 })
        return (String(decoding: bytes, as: UTF8.self), refused, counts)
    }

    private let water = """
        time,outlet,item,value,flag,flow
        2026-03-31T22:00:00+08:00,DW001,cod,50,N,100
        2026-03-31T21:00:00+08:00,DW001,cod,40,N,100
        2026-04-01T00:00:00+08:00,DW001,cod,,F,
        2026-04-01T01:00:00+08:00,DW001,cod,30,N,200
        2026-04-01T02:00:00+08:00,DW001,cod,99,D,10
        2026-04-01T02:00:00+08:00,DW001,cod,1,N,1
        2026-04-01T02:30:00+08:00,DW001,cod,1,N,1
        2026-04-01T02:00:00+08:00,DW001,ph,7,N,1
        2026-04-01T02:00:00+08:00,DW001,nh3n,2,D,10

        """

    @Test
    func `the whole output of a small table`() throws {
        let result = try judged(water, .water, by: .month)
        // March: 4 + 5 measured, 23:00 is no row and takes 50 mg/L and 100 m³. April: 6 measured, 30 mg/L × 10 m³ replaced.
        let expected = """
            outlet,item,period,kilograms,tonnes,measured,replaced,missing,stopped,note
            DW001,cod,2026-03,14.000,0.014000,2,1,0,0,含替代值 1 小时，不用于超标评价
            DW001,cod,2026-04,6.300,0.006300,1,1,0,1,含替代值 1 小时，不用于超标评价
            DW001,nh3n,2026-04,,,0,0,1,0,缺 1 小时未计入，总量偏低

            """
        #expect(result.text == expected)
        #expect(result.counts == JudgedCounts(rows: 9, refused: 3))
        #expect(
            result.refused == [
                "第 7 行未参与计算：该排放口该项目的这一小时已有一行，只取前一行", "第 8 行未参与计算：时间不是整点，无法归入小时",
                "第 9 行未参与计算：pH 没有排放量",
            ])
    }

    @Test(arguments: [
        (EmissionTotal.Grain.day, ["2026-03-31", "2026-04-01"]), (.quarter, ["2026-Q1", "2026-Q2"]), (.year, ["2026"]),
    ])
    func `periods are days, quarters and years of Beijing`(grain: EmissionTotal.Grain, periods: [String]) throws {
        let lines = try judged(water, .water, by: grain).text.split(separator: "\n").filter { $0.contains(",cod,") }
        #expect(lines.map { $0.split(separator: ",")[2] } == periods.map { Substring($0) })
    }

    @Test
    func `hours say where they come from`() throws {
        let lines = try judged(water, .water, by: .hour, explains: true).text.split(separator: "\n")
        #expect(
            lines[3].hasPrefix("DW001,cod,2026-03-31T23:00:00+08:00,5.000,0.005000,0,1,0,0,含替代值 1 小时，不用于超标评价,"))
        #expect(lines[3].contains("2026-03-31T22:00:00+08:00—2026-03-31T22:00:00+08:00 起的 1 个小时"))
        #expect(lines[3].contains("依据 HJ356-2019-replacement"))
        #expect(lines[4].contains("排放源停运，计 0"))
    }

    @Test
    func `gas is added up in kilograms and replaced by the largest of 180 hours`() throws {
        let start = Instant(beijing: try #require(CivilDate("2026-03-02")))
        let rows = (0..<182).map { hour in
            let value = hour == 3 ? 80 : 20
            return "\(start.adding(seconds: hour * 3_600)),DA001,nox,\(value),\(hour == 180 ? "C" : "N"),100000"
        }
        let input = (["time,outlet,item,value,flag,flow"] + rows).joined(separator: "\n")
        // 180 hours of 2 kg, one of 8 kg, one replaced by 8 kg.
        let text = try judged(input, .air, by: .year).text
        #expect(text.contains("DA001,nox,2026,376.000,0.376000,181,1,0,0,"))
        let legacy = try judged(input, .air, by: .year, replacement: "HJT75-2007-replacement").text
        #expect(legacy.contains("DA001,nox,2026,370.000,0.370000,181,1,0,0,"))
    }

    @Test
    func `impossible times and amounts are named, not followed`() throws {
        let input = """
            time,outlet,item,value,flag,flow
            2026-03-02T00:00:00+08:00,DW001,cod,9000000000000000000,N,9000000000000000000
            0001-01-02T00:00:00+08:00,DW001,cod,1,N,1
            2026-03-02T00:00:00+08:00,DW002,cod,-1,N,-1
            """
        let result = try judged(input, .water, by: .year)
        #expect(result.text.contains("DW001,cod,2026,,,1,0,0,0,数值过大，未能打印，请核对原始数据\n"))
        #expect(result.text.contains("DW002,cod,2026,,,0,0,1,0,缺 1 小时未计入，总量偏低\n"))
        #expect(result.refused == ["第 3 行未参与计算：与该排放口该项目的首行相距 10 年以上，请核对时间或分开统计"])
    }
}
