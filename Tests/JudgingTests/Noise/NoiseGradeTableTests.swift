import Catalog
import Judging
import Standards
import Testing

/// What `noise grade` prints, field by field.
struct NoiseGradeTableTests {
    private func judge(
        _ rows: [String], header: String = "kind,period,value,length", on day: String = "2023-12-31",
        explains: Bool = false
    ) throws -> GatheredText {
        let table = try NoiseGradeTable(
            catalog: try JudgedText.catalog.get(), on: try #require(CivilDate(day)), explains: explains)
        return try GatheredText(([header] + rows).joined(separator: "\n")) {
            try table.judge(input: $0, output: $1, refused: $2)
        }
    }

    @Test
    func `the published means of a city are graded as published`() throws {
        let judged = try judge(
            ["area,day,50.8", "area,night,43.8", "road,day,65.8", "road,night,58.4"], header: "kind,period,value")
        #expect(
            judged.text == """
                kind,period,points,length,mean,grade,name,standard,note
                area,day,1,,50.8,二级,较好,HJ640-2012,
                area,night,1,,43.8,二级,较好,HJ640-2012,
                road,day,1,,65.8,一级,好,HJ640-2012,
                road,night,1,,58.4,二级,较好,HJ640-2012,

                """)
    }

    @Test
    func `areas are averaged plainly, roads by length, and each mean is rounded once`() throws {
        let judged = try judge([
            "area,day,55.0,", "area,day,55.1,", "road,day,70.0,1.5", "road,day,64.0,0.5", "area,day,55.05,9",
        ])
        #expect(
            judged.lines == ["area,day,3,,55.0,二级,较好,HJ640-2012,", "road,day,2,2,68.5,二级,较好,HJ640-2012,"])
        let explained = try judge(["road,day,70.0,1.5", "road,day,64.0,0.5"], explains: true)
        #expect(
            explained.lines.first?.contains(
                "道路交通声环境昼间平均：Σ(l·L)÷Σl = 137/2 → 68.5 dB(A)；道路交通声环境昼间等级［＞68.0，≤70.0 → 二级（较好）］：68.5 → 二级")
                == true)
    }

    @Test
    func `rows that cannot be used are refused with their reason`() throws {
        let judged = try judge([
            "city,day,50,", "area,noon,50,", "area,day,,", "area,day,-1,", "road,day,60,0", "road,day,60,",
            "road,day,62,1",
        ])
        #expect(
            judged.messages == [
                "第 2 行未参与计算：“kind”列的“city”无法识别，须为 area（区域）或 road（道路交通）",
                "第 3 行未参与计算：“period”列的“noon”无法识别，须为 day（昼间）或 night（夜间）",
                "第 4 行未参与计算：“value”列的“”不是数值（或位数过多）；没有测值的行请删去",
                "第 5 行未参与计算：“value”列的 -1 不在 0～200 dB 之内，请核对原始数据", "第 6 行未参与计算：“length”列的“0”不是大于 0 的路段长度",
                "第 7 行未参与计算：道路交通噪声按路段长度加权，须在“length”列填路段长度",
            ])
        #expect(judged.counts == JudgedCounts(rows: 7, refused: 6))
        #expect(judged.lines == ["road,day,1,1,62.0,一级,好,HJ640-2012,"])
        #expect(throws: CatalogError.self) { try judge([], on: "2013-02-28") }
    }
}
