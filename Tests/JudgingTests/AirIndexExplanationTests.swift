import Catalog
import Judging
import Standards
import Testing

/// Whole cards of an AQI, as a reviewer reads them.
struct AirIndexExplanationTests {
    private static func explained(
        _ values: String, over span: AirIndexSpan, on day: String
    ) throws -> AirIndexExplanation {
        let catalog = try JudgedText.catalog.get()
        let day = try #require(CivilDate(day))
        var air = AirValues(repeating: .missing)
        for (item, text) in zip(AirItem.allCases, values.split(separator: ",", omittingEmptySubsequences: false)) {
            air[item] = text == "/" ? .notMonitored : ExactDecimal(text).map { .present($0) } ?? .missing
        }
        return AirIndexExplanation(
            air, over: span, by: try catalog.rule(.airIndex, on: day), header: try catalog.header(.airIndex, on: day))
    }

    @Test func `an hour is explained from concentrations to primary pollutant`() throws {
        let explained = try Self.explained("6,42.6,236,45.5,0.95,31", over: .hour, on: "2026-11-21")
        #expect(
            explained.explanation.card == """
                小时空气质量指数（AQI）
                  SO2 1 小时平均：6 µg/m³
                  NO2 1 小时平均：42.6 µg/m³，修约为 43
                  PM10 1 小时平均：236 µg/m³
                  PM2.5 1 小时平均：45.5 µg/m³，修约为 46
                  CO 1 小时平均：0.95 mg/m³，修约为 1.0
                  O3 1 小时平均：31 µg/m³
                  SO2 的 IAQI［0—150 µg/m³ → 0—50］ (50−0)÷(150−0)×(6−0)+0 = 2 → 2
                  NO2 的 IAQI［0—100 µg/m³ → 0—50］ (50−0)÷(100−0)×(43−0)+0 = 43/2 = 21.5 → 22
                * PM10 的 IAQI［120—250 µg/m³ → 100—150］ (150−100)÷(250−120)×(236−120)+100 = 1880/13 ≈ 144.6154 → 145
                  PM2.5 的 IAQI［35—60 µg/m³ → 50—100］ (100−50)÷(60−35)×(46−35)+50 = 72 → 72
                  CO 的 IAQI［0—5 mg/m³ → 0—50］ (50−0)÷(5−0)×(1.0−0)+0 = 10 → 10
                  O3 的 IAQI［0—160 µg/m³ → 0—50］ (50−0)÷(160−0)×(31−0)+0 = 155/16 = 9.6875 → 10
                  AQI［取值范围 1—500］ max(2, 22, 145, 72, 10, 10) → 145
                  级别［101—150 → 三级（轻度污染，橙）］ AQI = 145 → 三级（轻度污染）
                  首要污染物 AQI 145＞50，取 IAQI 最大（145）的项目 → PM10
                AQI 145，三级（轻度污染），首要污染物 PM10
                  IAQI 大于 100：PM10
                  浓度先按 GB/T 8170 修约（CO 保留 1 位小数，其余取整数），再计算 IAQI
                  算式结果为精确值，只在最后进一取整为 IAQI
                  PM10、PM2.5 的小时值按 24 小时浓度限值分级
                依据 HJ633-2026（2026-03-01 起施行，HJ 633-2026 表1、表2、4、5，核对原文）
                """)
    }

    @Test func `a day of the old standard names its own table and rounds nothing first`() throws {
        let explained = try Self.explained("20,80,250.4,2.4,40,170", over: .day, on: "2025-11-21")
        #expect(
            explained.explanation.card == """
                日空气质量指数（AQI）
                  SO2 24 小时平均：20 µg/m³
                  NO2 24 小时平均：80 µg/m³
                  PM10 24 小时平均：250.4 µg/m³
                  PM2.5 24 小时平均：2.4 µg/m³
                  CO 24 小时平均：40 mg/m³
                  O3 日最大 8 小时平均：170 µg/m³
                  SO2 的 IAQI［0—50 µg/m³ → 0—50］ (50−0)÷(50−0)×(20−0)+0 = 20 → 20
                  NO2 的 IAQI［40—80 µg/m³ → 50—100］ (100−50)÷(80−40)×(80−40)+50 = 100 → 100
                  PM10 的 IAQI［250—350 µg/m³ → 150—200］ (200−150)÷(350−250)×(250.4−250)+150 = 751/5 = 150.2 → 151
                  PM2.5 的 IAQI［0—35 µg/m³ → 0—50］ (50−0)÷(35−0)×(2.4−0)+0 = 24/7 ≈ 3.4286 → 4
                * CO 的 IAQI［36—48 mg/m³ → 300—400］ (400−300)÷(48−36)×(40−36)+300 = 1000/3 ≈ 333.3333 → 334
                  O3 的 IAQI［160—215 µg/m³ → 100—150］ (150−100)÷(215−160)×(170−160)+100 = 1200/11 ≈ 109.0909 → 110
                  AQI［取值范围 0—500］ max(20, 100, 151, 4, 334, 110) → 334
                  级别［＞300 → 六级（严重污染，褐红）］ AQI = 334 → 六级（严重污染）
                  首要污染物 AQI 334＞50，取 IAQI 最大（334）的项目 → CO
                AQI 334，六级（严重污染），首要污染物 CO
                  IAQI 大于 100：PM10、CO、O3
                  标准没有规定浓度先修约，按原值计算
                  算式结果为精确值，只在最后进一取整为 IAQI
                依据 HJ633-2012（2020-01-01 至 2026-02-28施行，HJ 633-2012 表1、表2、4、5，暂定（未核对原文））
                """)
    }

    @Test func `an item above its table is counted as the standard says or not at all`() throws {
        let explained = try Self.explained("900,42,501,700,/,900", over: .hour, on: "2025-11-21")
        #expect(
            explained.explanation.card == """
                小时空气质量指数（AQI）
                  SO2 1 小时平均：900 µg/m³
                  NO2 1 小时平均：42 µg/m³
                  PM10 1 小时平均：501 µg/m³
                  PM2.5 1 小时平均：700 µg/m³
                  CO 1 小时平均：未监测
                  O3 1 小时平均：900 µg/m³
                  SO2 的 IAQI［＞800 µg/m³ → 不计算］ 900＞800，高于分级表上限，按标准不计算 → 无
                  NO2 的 IAQI［0—100 µg/m³ → 0—50］ (50−0)÷(100−0)×(42−0)+0 = 21 → 21
                  PM10 的 IAQI［500—600 µg/m³ → 400—500］ (500−400)÷(600−500)×(501−500)+400 = 401 → 401
                * PM2.5 的 IAQI［＞500 µg/m³ → 500］ 700＞500，高于分级表上限，计为 500 → 500
                  O3 的 IAQI［800—1000 µg/m³ → 300—400］ (400−300)÷(1000−800)×(900−800)+300 = 350 → 350
                  AQI［取值范围 0—500］ max(21, 401, 500, 350) → 500
                  级别［＞300 → 六级（严重污染，褐红）］ AQI = 500 → 六级（严重污染）
                  首要污染物 AQI 500＞50，取 IAQI 最大（500）的项目 → PM2.5
                AQI 500，六级（严重污染），首要污染物 PM2.5
                  PM2.5 高于分级表上限，IAQI 计为 500
                  SO2 高于小时浓度上限，按标准不计算其小时 IAQI
                  IAQI 大于 100：PM10、PM2.5、O3
                  标准没有规定浓度先修约，按原值计算
                  算式结果为精确值，只在最后进一取整为 IAQI
                  PM10、PM2.5 的小时值按 24 小时浓度限值分级
                依据 HJ633-2012（2020-01-01 至 2026-02-28施行，HJ 633-2012 表1、表2、4、5，暂定（未核对原文））
                """)
        let since = try Self.explained("900,42,40,30,2,5", over: .hour, on: "2026-11-21").explanation.steps
        #expect(since[0].formula == "900＞800，高于分级表上限，计为 200")
        #expect(since[0].result == "200" && since[0].isDeciding)
    }

    @Test func `with a gap the AQI is held back and the card says by which number`() throws {
        let explained = try Self.explained("9,,40,30,2,5", over: .hour, on: "2026-11-21")
        #expect(
            explained.explanation.card == """
                小时空气质量指数（AQI）
                  SO2 1 小时平均：9 µg/m³
                  NO2 1 小时平均：缺测
                  PM10 1 小时平均：40 µg/m³
                  PM2.5 1 小时平均：30 µg/m³
                  CO 1 小时平均：2 mg/m³
                  O3 1 小时平均：5 µg/m³
                  SO2 的 IAQI［0—150 µg/m³ → 0—50］ (50−0)÷(150−0)×(9−0)+0 = 3 → 3
                  PM10 的 IAQI［0—50 µg/m³ → 0—50］ (50−0)÷(50−0)×(40−0)+0 = 40 → 40
                * PM2.5 的 IAQI［0—35 µg/m³ → 0—50］ (50−0)÷(35−0)×(30−0)+0 = 300/7 ≈ 42.8571 → 43
                  CO 的 IAQI［0—5 mg/m³ → 0—50］ (50−0)÷(5−0)×(2−0)+0 = 20 → 20
                  O3 的 IAQI［0—160 µg/m³ → 0—50］ (50−0)÷(160−0)×(5−0)+0 = 25/16 = 1.5625 → 2
                  IAQI 最大值 max(3, 40, 43, 20, 2) → 43
                  AQI 缺项，不符合发布条件 → NA
                AQI 不发布（NA）
                  NO2 缺测，其余项目 IAQI 最大为 43，不大于 100，不发布 AQI
                  浓度先按 GB/T 8170 修约（CO 保留 1 位小数，其余取整数），再计算 IAQI
                  算式结果为精确值，只在最后进一取整为 IAQI
                  PM10、PM2.5 的小时值按 24 小时浓度限值分级
                依据 HJ633-2026（2026-03-01 起施行，HJ 633-2026 表1、表2、4、5，核对原文）
                """)
    }

    @Test func `an hour without any value has no steps`() throws {
        let explanation = try Self.explained(",,,,,", over: .hour, on: "2026-11-21").explanation
        #expect(explanation.steps.isEmpty)
        #expect(explanation.conclusion == "没有可用的 IAQI，不计算 AQI")
        #expect(explanation.remarks == ["各项目均缺测，无法计算 AQI"])
    }

    @Test func `an AQI of nothing is raised to the least of the standard`() throws {
        let step = try #require(
            try Self.explained("0,0,0,0,0,0", over: .hour, on: "2026-11-21").explanation.steps.first {
                $0.subject == "AQI"
            })
        #expect(step.formula == "max(0, 0, 0, 0, 0, 0) = 0，按取值范围计为 1")
        #expect(step.result == "1")
    }

    @Test func `each step yields the IAQI of the rule, at every knot and one unit beside it`() throws {
        for (span, day) in [
            (AirIndexSpan.hour, "2025-06-01"), (.day, "2025-06-01"), (.hour, "2026-06-01"), (.day, "2026-06-01"),
        ] {
            let date = try #require(CivilDate(day))
            let rule = try JudgedText.catalog.get().rule(.airIndex, on: date)
            for item in AirItem.allCases {
                for knot in try #require(span.columns(of: rule)[item]).knots {
                    for shift in [-10, -1, 0, 1, 10] {
                        let tenths = (try knot.concentration.rounded(decimals: 1)).significand + Int64(shift)
                        guard tenths >= 0, let value = ExactDecimal(significand: tenths, scale: 1) else { continue }
                        var values = AirValues(repeating: .notMonitored)
                        values[item] = .present(value)
                        let step = try #require(AirIndexStep(item, value, over: span, by: rule))
                        #expect(step.index == span.judge(values, by: rule).iaqi(item), "\(item) \(value) \(day)")
                    }
                }
            }
        }
    }

    @Test func `one line holds the formula, the exact fraction and the IAQI`() throws {
        let rule = try JudgedText.catalog.get().rule(.airIndex, on: try #require(CivilDate("2026-06-01")))
        func line(_ value: Int) -> String? {
            AirIndexStep(.pm25, ExactDecimal(value), over: .day, by: rule)?.line
        }
        #expect(line(45) == "(100−50)÷(60−35)×(45−35)+50 = 70，进一取整为 70")
        #expect(line(35) == "(50−0)÷(35−0)×(35−0)+0 = 50，进一取整为 50")
        #expect(line(61) == "(150−100)÷(115−60)×(61−60)+100 = 1110/11 ≈ 100.9091，进一取整为 101")
        #expect(line(501) == "501＞500，高于分级表上限，计为 500")
    }
}
