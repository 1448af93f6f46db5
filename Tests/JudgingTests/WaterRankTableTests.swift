import Judging
import Standards
import Testing

/// What `water rank` prints.
struct WaterRankTableTests {
    static let now = """
        area,section,kind,ph,do,codmn,nh3n,tp
        东区,甲,river,7,5,6,1,0.2
        东区,乙,river,7,5,3,1,0.2
        西区,丙,river,8,10,3,0.5,0.1
        西区,湖心,lake,7,10,3,<0.5,0.05
        南区,丁,river,7,5,6,1,0.15
        北区,戊,river,7,0,6,1,0.2

        """
    static let before = """
        area,section,kind,ph,do,codmn,nh3n,tp
        东区,甲,river,7,5,6,1,0.2
        东区,乙,river,7,5,6,1,0.2
        西区,丙,river,8,10,3,0.5,0.1
        南区,丁,river,7,5,6,1,0.1

        """

    private static let missing =
        "化学需氧量、五日生化需氧量、铜、锌、氟化物、硒、砷、汞、镉、六价铬、铅、氰化物、挥发酚、石油类、阴离子表面活性剂、硫化物，该项指数按 0 计"

    @Test
    func `areas are ranked by their index, byte for byte`() throws {
        let day = try #require(CivilDate("2026-06-01"))
        let result = try GatheredText.waterRank(Self.now, earlier: Self.before, on: day)
        // 东区: 0 + 1 + 0.75 + 1 + 1; 西区: (0.5 + 0.5 + 0.5 + 0.5 + 0.5 + 0 + 0.5 + 0.5 + 0.25 + 1) / 2.
        #expect(
            result.text == """
                rank,area,sections,points,river_index,lake_index,index,previous_index,change,change_rank,standard,note
                1,西区,1,1,2.5000,2.2500,2.3750,2.5000,-5.00,2,CWQI-2017,河流缺\(Self.missing);湖库缺\(Self.missing);两期参评项目不一致;两期断面（点位）数不一致
                2,北区,1,0,3.0000,,3.0000,,,,CWQI-2017,河流缺\(Self.missing);河流溶解氧为 0，无法计算该项指数，按缺测处理;上期没有该区域的数据，不参加变化排名
                3,东区,2,0,3.7500,,3.7500,4.0000,-6.25,1,CWQI-2017,河流缺\(Self.missing)
                3,南区,1,0,3.7500,,3.7500,3.5000,7.14,3,CWQI-2017,河流缺\(Self.missing)

                """)
        #expect(result.counts == JudgedCounts(rows: 10, refused: 0))
    }

    @Test
    func `without an earlier table there is no change`() throws {
        let result = try GatheredText.waterRank(Self.now, on: #require(CivilDate("2026-06-01")))
        #expect(result.text.hasPrefix("rank,area,sections,points,river_index,lake_index,index,standard,note\n"))
        #expect(result.lines.count == 4)
    }

    @Test
    func `rows that cannot be used are refused`() throws {
        let csv = """
            area,section,kind,ph,codmn
            ,甲,river,7,6
            东区,甲,sea,7,6
            东区,乙,river,,
            东区,丙,river,7,6
            东区,丙,river,7,6
            东区,丁,river,x,-6

            """
        let result = try GatheredText.waterRank(csv, on: #require(CivilDate("2026-06-01")))
        #expect(result.refused.map(\.line) == [2, 3, 4, 6, 7])
        #expect(result.lines.count == 1)
        #expect(result.refused[2].reason == "断面“乙”各项目均缺测，不计入")
    }

    @Test
    func `an explanation puts the numbers into the formulas`() throws {
        let result = try GatheredText.waterRank(Self.now, on: #require(CivilDate("2026-06-01")), explains: true)
        let line = try #require(result.rows.first { $0["area"] == "东区" }?["explain"])
        #expect(line.contains("4.5÷6"))
        #expect(line.contains("5÷5"))
        #expect(line.contains("CWQI-2017"))
    }

    @Test(.enabled(if: PublishedFile.has("rankings"), "\(PublishedFile.note)"))
    func `the published indices of sixteen districts rank as a permutation`() throws {
        var file = try PublishedFile("rankings/tianjin_water_index_2024Q1.csv")
        var values: [ExactDecimal?] = []
        while let row = try file.next() { values.append(ExactDecimal(row("城市水质指数"))) }
        #expect(values.count == 16 && !values.contains(nil))
        let ranks = CompetitionRank.ranks(of: values, better: .low, missing: .excluded).compactMap { $0 }
        #expect(ranks.sorted() == Array(1...16))
        #expect(ranks[15] == 1, "蓟州区 has the lowest index")
    }
}
