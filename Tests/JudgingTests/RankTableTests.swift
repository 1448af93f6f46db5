import Catalog
import Judging
import Standards
import Testing

/// What `air rank` prints.
struct RankTableTests {
    /// Published values of districts of Tianjin, May 2018.
    private static let may2018 = [
        "area,pm25,pm10,so2,no2,co_p95,o3_8h_p90,index_last", "和平区,43,81,7,38,1.3,199,5.57",
        "河西区,44,94,8,36,1.4,191,6.10", "西青区,54,80,9,41,1.4,150,5.83", "静海区,50,87,18,33,1.6,219,",
    ]

    @Test
    func `cities are ranked by the composite index of the day, best first`() throws {
        let ranked = try RankedText(Self.may2018, scheme: "CN-CITY-INDEX-2018", on: "2018-12-31")
        #expect(
            ranked.text == """
                area,pm25,pm10,so2,no2,co_p95,o3_8h_p90,index_last,index,index_change,score,rank,change,standard,note
                和平区,43,81,7,38,1.3,199,5.57,5.02,-9.9,5.02,1,改善 9.9%,CN-CITY-INDEX-2018+AIR-COMPOSITE+GB3095-2012,
                西青区,54,80,9,41,1.4,150,5.83,5.15,-11.7,5.15,2,改善 11.7%,CN-CITY-INDEX-2018+AIR-COMPOSITE+GB3095-2012,
                河西区,44,94,8,36,1.4,191,6.10,5.18,-15.1,5.18,3,改善 15.1%,CN-CITY-INDEX-2018+AIR-COMPOSITE+GB3095-2012,
                静海区,50,87,18,33,1.6,219,,5.57,,5.57,4,,CN-CITY-INDEX-2018+AIR-COMPOSITE+GB3095-2012,

                """)
        #expect(ranked.counts == JudgedCounts(rows: 4, refused: 0))
    }

    @Test
    func `the limits are those of the day`() throws {
        let ranked = try RankedText(Self.may2018, scheme: "CN-CITY-INDEX-2018", on: "2026-03-31")
        #expect(try ranked.rows.map { $0["index"] } == ["5.42", "5.60", "5.61", "6.01"])
    }

    @Test
    func `editions and weights are compared by name and the table says which were used`() throws {
        func ranked(_ choice: RuleChoice, composite: String? = nil) throws -> [String?] {
            try RankedText(
                Self.may2018, scheme: "CN-CITY-INDEX-2018", on: "2026-10-31", choice: choice, composite: composite
            ).rows.flatMap { [$0["index"], $0["standard"]] }.prefix(2).map(\.self)
        }
        let old = RuleChoice(id: "GB3095-2012", asOf: nil)
        #expect(try ranked(old) == ["5.02", "CN-CITY-INDEX-2018+AIR-COMPOSITE+GB3095-2012"])
        #expect(try ranked(RuleChoice(id: nil, asOf: CivilDate("2026-02-28"))) == ranked(old))
        #expect(try ranked(.ofTheDay) == ["5.42", "CN-CITY-INDEX-2018+AIR-COMPOSITE+GB3095-2026"])
        #expect(
            try ranked(.ofTheDay, composite: "AIR-COMPOSITE-WEIGHTED")
                == ["10.48", "CN-CITY-INDEX-2018+AIR-COMPOSITE-WEIGHTED+GB3095-2026"])
    }

    @Test
    func `equal cities share a rank, a city with a gap takes no part`() throws {
        let ranked = try RankedText(
            ["area,index", "丁市,2.70", "乙市,2.64", "甲市,2.64", "丙市,", "戊市,2.701"], scheme: "CN-CITY-INDEX-2018",
            on: "2024-01-31")
        #expect(
            ranked.text == """
                area,index,score,rank,change,standard,note
                乙市,2.64,2.64,1,,CN-CITY-INDEX-2018,与甲市并列
                甲市,2.64,2.64,1,,CN-CITY-INDEX-2018,与乙市并列
                丁市,2.70,2.70,3,,CN-CITY-INDEX-2018,与戊市并列
                戊市,2.701,2.70,3,,CN-CITY-INDEX-2018,与丁市并列
                丙市,,,,,CN-CITY-INDEX-2018,缺综合指数，不参加排名

                """)
    }

    @Test
    func `the best and the worst twenty are named, a tie at the edge with all its members`() throws {
        let rows = (1...43).map { "城\($0),\(min($0, 24) == 24 ? 24 : $0)" }
        let ranked = try RankedText(["area,index"] + rows, scheme: "CN-CITY-INDEX-2018", on: "2024-01-31").rows
        #expect(ranked.count { $0["note"] == "前 20 名" } == 20)
        #expect(ranked.count { $0["note"]?.hasSuffix("后 20 名") == true } == 20)
        #expect(ranked[23]["rank"] == "24")
        #expect(ranked[22]["note"] == "")
    }

    @Test
    func `districts are ranked by weighted ranks with money`() throws {
        let lines = """
            area,pm25,pm25_change,good_rate
            武清,24,20.0,51.6
            西青,21,5.0,71.0
            静海,22,4.8,80.6
            蓟州,21,10.5,74.2
            东丽,19,-17.4,54.8
            河东,21,10.5,64.5
            和平,23,21.1,71.0
            宁河,21,10.5,51.6
            滨海,23,9.5,61.3
            河西,23,27.8,67.7
            南开,23,27.8,67.7
            津南,26,8.3,64.5
            河北,23,15.0,51.6
            红桥,24,-4.0,48.4
            北辰,25,-3.8,38.7
            宝坻,25,25.0,54.8
            """.split(separator: "\n").map(String.init)
        let ranked = try RankedText(lines, scheme: "TJ-AIR-RANK-2021", on: "2022-07-31", money: true)
        #expect(
            ranked.text == """
                area,pm25,pm25_change,good_rate,rank_pm25,rank_pm25_change,rank_good_rate,score,rank,change,money,standard,note
                西青,21,5.0,71.0,2,5,3,3.3,1,恶化 5.0%,140.00,TJ-AIR-RANK-2021,
                静海,22,4.8,80.6,6,4,1,3.4,2,恶化 4.8%,120.00,TJ-AIR-RANK-2021,
                蓟州,21,10.5,74.2,2,8,2,3.8,3,恶化 10.5%,100.00,TJ-AIR-RANK-2021,
                东丽,19,-17.4,54.8,1,1,10,4.6,4,改善 17.4%,80.00,TJ-AIR-RANK-2021,
                河东,21,10.5,64.5,2,8,7,5.8,5,恶化 10.5%,60.00,TJ-AIR-RANK-2021,
                和平,23,21.1,71.0,7,13,3,7.2,6,恶化 21.1%,40.00,TJ-AIR-RANK-2021,
                宁河,21,10.5,51.6,2,8,12,7.8,7,恶化 10.5%,20.00,TJ-AIR-RANK-2021,
                滨海,23,9.5,61.3,7,7,9,7.8,8,恶化 9.5%,0.00,TJ-AIR-RANK-2021,
                河西,23,27.8,67.7,7,15,5,8.6,9,恶化 27.8%,,TJ-AIR-RANK-2021,与南开并列;并列，奖惩金额须人工核定
                南开,23,27.8,67.7,7,15,5,8.6,9,恶化 27.8%,,TJ-AIR-RANK-2021,与河西并列;并列，奖惩金额须人工核定
                津南,26,8.3,64.5,16,6,7,9.4,11,恶化 8.3%,-40.00,TJ-AIR-RANK-2021,
                河北,23,15.0,51.6,7,11,12,10.2,12,恶化 15.0%,-60.00,TJ-AIR-RANK-2021,
                红桥,24,-4.0,48.4,12,2,15,10.2,13,改善 4.0%,-80.00,TJ-AIR-RANK-2021,
                北辰,25,-3.8,38.7,14,3,16,11.5,14,改善 3.8%,-100.00,TJ-AIR-RANK-2021,
                武清,24,20.0,51.6,12,12,12,12,15,恶化 20.0%,-120.00,TJ-AIR-RANK-2021,
                宝坻,25,25.0,54.8,14,14,10,12.4,16,恶化 25.0%,-140.00,TJ-AIR-RANK-2021,

                """)
    }

    @Test
    func `a change is worked out from this and the earlier value`() throws {
        let ranked = try RankedText(
            ["area,pm25,pm25_last,good_rate", "甲,21,20,71.0", "乙,22,22,80.6", "丙,19,23,54.8", "丁,19,0,54.8"],
            scheme: "TJ-AIR-RANK-2021", on: "2022-07-31", explains: true)
        let rows = try ranked.rows
        #expect(rows.map { $0["area"] } == ["丙", "乙", "甲", "丁"])
        #expect(rows.map { $0["pm25_change"] } == ["-17.4", "0.0", "5.0", ""])
        #expect(rows.map { $0["change"] } == ["改善 17.4%", "持平", "恶化 5.0%", ""])
        #expect(rows[3]["note"] == "缺PM2.5 同比变化率（%），该项列末位")
        #expect(
            rows[2]["explain"] == """
                PM2.5 同比变化率（%）：(21−20)÷20×100 = 5；得分：0.3×3（PM2.5 浓度名次）+0.3×3（PM2.5 同比变化率（%）名次）\
                +0.4×2（优良天数比率（%）名次） = 13/5 = 2.6；名次：优于本对象的有 2 个 → 3；\
                依据 TJ-AIR-RANK-2021（2021-01-01 起施行，天津市各区环境空气质量排名通报（2021 年起）附注 \
                PM2.5 浓度、PM2.5 改善率、优良天数比率排名位次数值 30/30/40，数据复现）
                """)
    }

    @Test
    func `a money table for another number of districts gives no amounts`() throws {
        let ranked = try RankedText(
            ["area,pm25,pm25_change,good_rate", "甲,21,5,71.0"], scheme: "TJ-AIR-RANK-2021", on: "2022-07-31",
            money: true)
        #expect(try ranked.rows.map { $0["note"] } == ["奖惩金额表有 16 个名次，参加排名 1 个，未列金额"])
        let national = try RankedText(
            ["area,index", "甲,2.1"], scheme: "CN-CITY-INDEX-2018", on: "2022-07-31", money: true)
        #expect(try national.rows.map { $0["note"] } == ["该办法没有奖惩金额"])
    }

    @Test
    func `cities that meet all six do not enter the list of the worsened`() throws {
        let ranked = try RankedText(
            ["area,index,index_last,meets_standard", "甲,3.10,3.00,是", "乙,3.20,3.00,否", "丙,2.90,3.00,是"],
            scheme: "CN-CITY-CHANGE-2018", on: "2024-06-30")
        #expect(
            ranked.text == """
                area,index,index_last,meets_standard,index_change,score,rank,change,standard,note
                丙,2.90,3.00,是,-3.3,-3.3,1,改善 3.3%,CN-CITY-CHANGE-2018,
                乙,3.20,3.00,否,6.7,6.7,2,恶化 6.7%,CN-CITY-CHANGE-2018,
                甲,3.10,3.00,是,3.3,,,恶化 3.3%,CN-CITY-CHANGE-2018,达标且变差，按办法不列入名单

                """)
    }

    @Test
    func `towns are ranked by efficacy scores, those with too few data last`() throws {
        let ranked = try RankedText(
            [
                "area,pm10,pm10_last,valid_rate", "甲镇,80,100,98", "乙镇,100,100,75", "丙镇,90,100,80", "丁镇,50,100,74.9",
                "戊镇,85,90,",
            ], scheme: "TOWN-PM10-EFFICACY", on: "2026-10-31")
        let rows = try ranked.rows
        #expect(rows.map { $0["area"] } == ["甲镇", "丙镇", "乙镇", "丁镇", "戊镇"])
        #expect(rows.map { $0["score"] } == ["100", "80", "60", "", ""])
        #expect(rows.map { $0["rank"] } == ["1", "2", "3", "4", "4"])
        #expect(rows[3]["note"] == "有效数据比例为 74.9%，不足 75%，列末位;与戊镇并列")
        #expect(rows[4]["note"] == "有效数据比例未填，不足 75%，列末位;与丁镇并列")
        #expect(rows.map { $0["change"] } == ["改善 20%", "改善 10%", "持平", "", ""])
    }

    @Test
    func `more than five equals are counted instead of named`() throws {
        let rows = (1...8).map { "城\($0),2.50" }
        let ranked = try RankedText(["area,index"] + rows, scheme: "CN-CITY-INDEX-2018", on: "2024-01-31").rows
        #expect(ranked[7]["note"] == "与城1、城2、城3、城4、城5等 7 个并列")
    }

    @Test
    func `rows that cannot take part are named with line and reason`() throws {
        let ranked = try RankedText(
            ["area,index", "甲,2.10", ",2.2", "乙,-1", "丙,many", "甲,2.3", "丁,2.2,x", "戊,9999999999999999999"],
            scheme: "CN-CITY-INDEX-2018", on: "2024-01-31")
        #expect(
            ranked.refused == [
                "第 3 行未参与计算：“area”列为空，须填城市、区或街镇的名称", "第 4 行未参与计算：“index”列的浓度 -1 为负值，请核对原始数据",
                "第 5 行未参与计算：“index”列的“many”不是数值（或位数过多）；没有数值请留空",
                "第 6 行未参与计算：“甲”已在第 2 行出现，每个对象只能有一行",
                "第 7 行未参与计算：行格式不对：有 3 列，表头为 2 列。请检查是否缺列或多了逗号。多出的内容：x",
                "第 8 行未参与计算：“index”列的“9999999999999999999”不是数值（或位数过多）；没有数值请留空",
            ])
        #expect(ranked.counts == JudgedCounts(rows: 7, refused: 6))
        #expect(try ranked.rows.map { $0["area"] } == ["甲"])
    }

    @Test
    func `a number that leaves the range refuses its row only`() throws {
        let ranked = try RankedText(
            ["area,index", "甲,2.10", "乙,999999999999999999"], scheme: "CN-CITY-INDEX-2018", on: "2024-01-31")
        #expect(ranked.counts.refused == 1)
    }

    @Test(arguments: [
        ("area,pm25", "CN-CITY-INDEX-2018", ["so2", "no2", "pm10", "co_p95", "o3_8h_p90"]),
        ("area,name", "CN-CITY-INDEX-2018", ["index"]), ("index", "CN-CITY-INDEX-2018", ["area"]),
        ("area,pm25,good_rate", "TJ-AIR-RANK-2021", ["pm25_last"]),
        ("area,pm25,pm25_last", "TJ-AIR-RANK-2021", ["good_rate"]),
        ("area,good_rate,pm25_change", "TJ-AIR-RANK-2021", ["pm25"]),
        ("area,pm10,pm10_last", "TOWN-PM10-EFFICACY", ["valid_rate"]),
        ("area,index,index_last", "CN-CITY-CHANGE-2018", ["meets_standard"]),
    ])
    func `a column that is needed and missing ends the command`(header: String, scheme: String, columns: [String]) {
        let error = #expect(throws: JudgingError.self) {
            try RankedText([header], scheme: scheme, on: "2024-01-31")
        }
        #expect(error?.code == .missingColumn)
        #expect(error?.columns == columns)
    }

    @Test
    func `a scheme that is unknown or not in force on the day ends the command`() {
        let unknown = #expect(throws: CatalogError.self) {
            try RankedText(["area,index"], scheme: "TJ", on: "2024-01-31")
        }
        #expect(unknown?.code == .unknownRule)
        let early = #expect(throws: CatalogError.self) {
            try RankedText(["area,index"], scheme: "TJ-AIR-RANK-2021", on: "2020-12-31")
        }
        #expect(early?.code == .nothingInForce)
    }
}
