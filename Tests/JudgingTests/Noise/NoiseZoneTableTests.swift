import Catalog
import Judging
import Standards
import Testing

/// What `noise zone` prints, field by field.
struct NoiseZoneTableTests {
    private func judge(
        _ rows: [String], header: String = NoiseHours.header, by span: NoiseSpan = .day,
        choice: RuleChoice = .ofTheDay, periods: String = NoiseDayRules.usualPeriods, explains: Bool = false
    ) throws -> GatheredText {
        let table = NoiseZoneTable(
            catalog: try JudgedText.catalog.get(), choice: choice, periods: periods, by: span, explains: explains)
        return try GatheredText(([header] + rows).joined(separator: "\n")) {
            try table.judge(input: $0, output: $1, refused: $2)
        }
    }

    @Test
    func `the whole output is the text of the guide`() throws {
        let rows = [
            "2026-03-01T07:00:00+08:00,示例站,2,58.1,61.2,57.0,52.3,75.0",
            "2026-03-01T08:00:00+08:00,示例站,2,61.9,64.0,60.5,55.0,79.1",
            "2026-03-01T23:00:00+08:00,示例站,2,49.6,52.0,48.1,45.0,66.0",
            "2026-03-02T06:00:00+08:00,示例站,2,50.8,53.3,49.0,46.2,65.1",
            "2026-03-02T07:00:00+08:00,示例站,2,,,,,",
        ]
        let judged = try judge(rows, header: "time,station,zone,leq,l10,l50,l90,lmax")
        #expect(
            judged.text == """
                date,station,zone,ld,ld_hours,ln,ln_hours,ldn,lmax_night,day_limit,night_limit,day_met,night_met,standard,note
                2026-03-01,示例站,2,60.4,2/16,50.2,2/8,60.3,66.0,60,50,no,no,GB3096-2008,昼间有效小时 2/16，按现有小时计算;夜间有效小时 2/8，按现有小时计算;夜间最大声级 66.0 dB(A)，超过限值 50+15 dB(A)
                2026-03-02,示例站,2,,0/16,,0/8,,,60,50,,,GB3096-2008,昼间没有有效小时，不评价;夜间没有有效小时，不评价

                """)
        #expect(judged.counts == JudgedCounts(rows: 5, refused: 0))
    }

    @Test
    func `a limit is met when equal and not a tenth above`() throws {
        let rows =
            NoiseHours.even("2026-03-01", "A", "1", "55", "45.1")
            + NoiseHours.even("2026-03-01", "B", "1", "55.1", "45.0")
            // 55.05 is 55.0, half to even, and met; 55.0501 is 55.1.
            + NoiseHours.even("2026-03-01", "C", "1", "55.05", "45.05")
            + NoiseHours.even("2026-03-01", "D", "1", "55.0501", "45.0501")
        let judged = try judge(rows)
        #expect(
            judged.lines == [
                "2026-03-01,A,1,55.0,16/16,45.1,8/8,55.0,,55,45,yes,no,GB3096-2008,",
                "2026-03-01,B,1,55.1,16/16,45.0,8/8,55.1,,55,45,no,yes,GB3096-2008,",
                "2026-03-01,C,1,55.0,16/16,45.0,8/8,55.0,,55,45,yes,yes,GB3096-2008,",
                "2026-03-01,D,1,55.1,16/16,45.1,8/8,55.1,,55,45,no,no,GB3096-2008,",
            ])
    }

    @Test
    func `the small hours belong to the night before, also across months and years`() throws {
        let rows = [
            "2026-01-01T00:00:00+08:00,A,3,50", "2026-01-01T06:00:00+08:00,A,3,50", "2026-01-01T07:00:00+08:00,A,3,60",
            "2025-12-31T22:00:00Z,A,3,50.5",
        ]
        let judged = try judge(rows)
        #expect(judged.lines.map { $0.split(separator: ",")[0] } == ["2025-12-31", "2026-01-01"])
        // 22:00 UTC is 06:00 in Beijing: the same hour again.
        #expect(judged.messages == ["第 5 行未参与计算：测点“A”的这个小时已有一行，请只保留一行"])
        #expect(
            try judge(rows, by: .year).lines.map { $0.split(separator: ",")[0] } == ["2025", "2025", "2026", "2026"])
    }

    @Test
    func `rates count point-days by zone, day and night apart`() throws {
        var rows: [String] = []
        for (date, night) in [("2026-03-30", "45"), ("2026-03-31", "46"), ("2026-04-01", "45")] {
            rows += NoiseHours.even(date, "A", "1", "54", night) + NoiseHours.even(date, "B", "1", "56", "44")
            rows += NoiseHours.even(date, "C", "4a", "70", "55")
        }
        let month = try judge(rows, by: .month)
        #expect(
            month.text == """
                period,zone,day_met,day_total,day_rate,night_met,night_total,night_rate,standard,note
                2026-03,1,2,4,50.0,3,4,75.0,GB3096-2008,
                2026-03,4a,2,2,100.0,2,2,100.0,GB3096-2008,
                2026-03,all,4,6,66.7,5,6,83.3,GB3096-2008,
                2026-04,1,1,2,50.0,2,2,100.0,GB3096-2008,
                2026-04,4a,1,1,100.0,1,1,100.0,GB3096-2008,
                2026-04,all,2,3,66.7,3,3,100.0,GB3096-2008,

                """)
        #expect(try judge(rows, by: .quarter).lines.map { $0.split(separator: ",")[0] }.last == "2026-Q2")
        #expect(try judge(rows, by: .year).lines.last == "2026,all,6,9,66.7,8,9,88.9,GB3096-2008,")
        let gappy = try judge(Array(rows.dropFirst(3).prefix(21)) + ["2026-05-02T07:00:00+08:00,A,1,"], by: .year)
        #expect(
            gappy.lines.last
                == "2026,all,1,1,100.0,1,1,100.0,GB3096-2008,1 个点次有效小时不全，按现有小时计算;2 个点次没有可评价的声级，未计入")
    }

    @Test(arguments: [
        ("2026-03-01T07:00:00,A,1,50", "“time”列的“2026-03-01T07:00:00”没有时区，北京时间请在末尾写 +08:00"),
        ("yesterday,A,1,50", "“time”列的“yesterday”无法识别，应如 2026-03-01T01:00:00+08:00"),
        ("2026-03-01T07:30:00+08:00,A,1,50", "“time”列的“2026-03-01T07:30:00+08:00”不是整点，应为小时的末时"),
        ("2026-03-01T07:00:00+08:00,A,,50", "“zone”列为空，须为 0、1、2、3、4a、4b 之一"),
        ("2026-03-01T07:00:00+08:00,A,5,50", "“zone”列的“5”不是声环境功能区类别，须为 0、1、2、3、4a、4b 之一"),
        ("2026-03-01T07:00:00+08:00,A,4,50", "“zone”列的“4”不是声环境功能区类别，须为 0、1、2、3、4a、4b 之一"),
        ("2026-03-01T07:00:00+08:00,A,1,-0.1", "“leq”列的 -0.1 不在 0～200 dB 之内，请核对原始数据"),
        ("2026-03-01T07:00:00+08:00,A,1,200.1", "“leq”列的 200.1 不在 0～200 dB 之内，请核对原始数据"),
        ("2026-03-01T07:00:00+08:00,A,1,loud", "“leq”列的“loud”不是数值（或位数过多）；缺测请留空"),
        ("2013-03-01T06:00:00+08:00,A,1,50", "2013-02-28 没有施行中的声环境质量标准及其统计规定，请核对时间"),
        ("2026-03-01T07:00:00+08:00,A,1", "行格式不对：有 3 列，表头为 4 列。请检查是否缺列或多了逗号。"),
    ])
    func `a row that cannot be used is refused with its reason`(row: String, reason: String) throws {
        let judged = try judge([row, "2026-03-01T08:00:00+08:00,B,1,50"])
        #expect(judged.messages == ["第 2 行未参与计算：\(reason)"])
        #expect(judged.counts == JudgedCounts(rows: 2, refused: 1))
        #expect(judged.lines.count == 1)
    }

    @Test
    func `levels in the wrong order and a second zone on one day are refused`() throws {
        let judged = try judge(
            [
                "2026-03-01T07:00:00+08:00,A,1,50,45,50,40,70", "2026-03-01T08:00:00+08:00,A,1,71,52,50,40,70",
                "2026-03-01T09:00:00+08:00,A,1,50,,,,", "2026-03-01T10:00:00+08:00,A,2,50,,,,",
                "2026-03-02T07:00:00+08:00,A,2,50,,,,",
            ], header: "time,station,zone,leq,l10,l50,l90,lmax")
        #expect(
            judged.messages == [
                "第 2 行未参与计算：“l50”列大于“l10”列，请核对列是否填反", "第 3 行未参与计算：“leq”列大于“lmax”列，请核对列是否填反",
                "第 5 行未参与计算：测点“A”在 2026-03-01 已按 1 类区登记，同一天不能有两个功能区类别",
            ])
        #expect(judged.lines.count == 2)
    }

    @Test
    func `any rules can be asked for by name or day, unknown names end the command`() throws {
        let row = "2010-03-01T07:00:00+08:00,A,1,50"
        let today = "2026-03-01T07:00:00+08:00,A,1,50"
        #expect(try judge([row]).counts.refused == 1)
        let day = try #require(CivilDate("2026-03-01"))
        #expect(try judge([row], choice: RuleChoice(id: nil, asOf: day)).counts.refused == 0)
        #expect(throws: CatalogError.self) { try judge([row], choice: RuleChoice(id: "GB3096-1993", asOf: nil)) }
        #expect(throws: CatalogError.self) { try judge([today], periods: "NOISE-PERIODS-X") }
        #expect(throws: JudgingError.self) { try judge([row], header: "time,station,leq,zon") }
    }

    @Test
    func `an explanation names hours, formula, limit and rules`() throws {
        let judged = try judge(NoiseHours.even("2026-03-01", "A", "2", "61", "45"), explains: true)
        let line = try #require(judged.lines.first)
        for part in [
            "昼间等效声级 Ld：10·lg[Σ10^(0.1·Li)÷16]≈61.0000 → 61.0 dB(A)", "昼间评价［2 类昼间限值 60 dB(A)］：61.0＞60 → 超标",
            "夜间评价［2 类夜间限值 50 dB(A)］：45.0≤50 → 达标", "昼间超标，夜间达标",
            "依据 GB3096-2008（2008-10-01 起施行，GB 3096-2008 表1；5.4，数据复现）",
            "依据 HBJC2024-33", "依据 NOISE-PERIODS",
        ] {
            #expect(line.contains(part), "\(part)")
        }
        let rates = try judge(NoiseHours.even("2026-03-01", "A", "2", "61", "45"), by: .month, explains: true)
        #expect(rates.lines.first?.contains("昼间达标率 = 0÷1×100 → 0.0%；夜间达标率 = 1÷1×100 → 100.0%") == true)
    }

    @Test
    func `a card has the hours as inputs and the verdicts as deciding steps`() throws {
        var day = NoiseDay(date: try #require(CivilDate("2026-03-01")), zone: .one)
        for index in 0..<8 {
            let place = NoisePeriods.Place(date: day.date, period: .night, index: index)
            let isNew = day.take(place, level: index == 3 ? nil : 44, maximum: 61)
            #expect(isNew)
        }
        let rules = try NoiseDayRules(try JudgedText.catalog.get(), on: day.date)
        let card = NoiseZoneExplanation(try NoiseDayVerdict(day, by: rules), by: rules).explanation
        #expect(card.inputs.map(\.label).last == "夜间最大声级 Lmax")
        #expect(card.inputs[2].label == "夜间小时 Leq（22:00—次日 06:00）")
        #expect(card.inputs[2].value == "44, 44, 44, 缺测, 44, 44, 44, 44 dB(A)")
        #expect(card.steps.filter(\.isDeciding).map(\.result) == ["达标"])
        #expect(card.steps.last?.result == "超过（不影响夜间等效声级的评价）")
        #expect(card.conclusion == "昼间不评价，夜间达标")
        #expect(card.rules.map(\.id) == ["GB3096-2008", "HBJC2024-33", "NOISE-PERIODS"])
    }
}
