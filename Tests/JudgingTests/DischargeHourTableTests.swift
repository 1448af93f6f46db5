import Catalog
import Documents
import Judging
import Standards
import Testing

/// What `discharge hours` prints, byte for byte and field by field.
struct DischargeHourTableTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try JudgedText.catalog.get()
    }

    private static let limits = """
        item,name,unit,upper,lower,reference_oxygen,outlet
        nox,氮氧化物,mg/m³,50,,6,
        so2,二氧化硫,mg/m³,35,,6,
        so2,二氧化硫,mg/m³,10,,,B
        ph,pH 值,,9,6,,
        """

    private func judged(
        _ input: String, limits: DischargeLimitList? = nil, medium: DischargeMedium = .air,
        industry: String? = "boiler", acceptedAt: Instant? = nil, asOf: CivilDate? = nil, explains: Bool = false
    ) throws -> JudgedText {
        let limits = try limits ?? DischargeLimitList.read(ChunkSource(Array(Self.limits.utf8))) { _ in }
        let table = try DischargeHourTable(
            catalog: catalog,
            options: DischargeHourOptions(
                limits: limits, medium: medium, industry: industry, acceptedAt: acceptedAt, asOf: asOf,
                explains: explains))
        var bytes: [UInt8] = []
        let counts = try table.judge(input: ChunkSource(Array(input.utf8))) { bytes += $0 }
        return JudgedText(bytes: bytes, counts: counts)
    }

    /// Rows of `time,outlet,item,value,flag,oxygen,minutes,mark,event`, with what is added.
    private func added(_ rows: [String], acceptedAt: Instant? = nil, industry: String? = "boiler") throws -> [String] {
        let header = "time,outlet,item,value,flag,oxygen,minutes,mark,event"
        let result = try judged(
            ([header] + rows).joined(separator: "\n"), industry: industry, acceptedAt: acceptedAt)
        return zip(result.lines, rows).map { line, row in
            line.hasPrefix(row) ? String(line.dropFirst(row.count + 1)) : line
        }
    }

    @Test
    func `the whole output of a small table`() throws {
        let input = """
            time,outlet,item,value,flag,oxygen,mark,event,marked_at
            2026-03-02T00:00:00+08:00,A,nox,45,N,7.5,,,
            2026-03-02T01:00:00+08:00,A,nox,45,N,9,operating,cold_start,2026-03-03T12:00:00+08:00
            2026-03-02T02:00:00+08:00,A,nox,45,N,9,operating,cold_start,2026-03-03T12:00:01+08:00
            2026-03-02T03:00:00+08:00,A,nox,,D,,,,
            2026-03-02T04:00:00+08:00,A,nox,many,N,9,,,

            """
        let result = try judged(input)
        let expected = """
            time,outlet,item,value,flag,oxygen,mark,event,marked_at,validity,converted,verdict,multiple,note
            2026-03-02T00:00:00+08:00,A,nox,45,N,7.5,,,,valid,50.000,met,,
            2026-03-02T01:00:00+08:00,A,nox,45,N,9,operating,cold_start,2026-03-03T12:00:00+08:00,valid,,exempt,,冷启动第 1 小时，时限 4 小时，不评价
            2026-03-02T02:00:00+08:00,A,nox,45,N,9,operating,cold_start,2026-03-03T12:00:01+08:00,valid,56.250,exceeded,0.12,标记晚于截止时间 2026-03-03T12:00:00+08:00，视为认可数据有效
            2026-03-02T03:00:00+08:00,A,nox,,D,,,,,invalid_device,,not-judged,,标记 D（故障），设备数据无效，不评价
            2026-03-02T04:00:00+08:00,A,nox,many,N,9,,,,,,,,“value”列的“many”不是数值（或位数过多）；缺测请留空

            """
        #expect(result.text == expected)
        #expect(result.counts == JudgedCounts(rows: 5, refused: 1))
    }

    @Test(arguments: [
        ("A,nox,45,N,,,,", "valid,,not-judged,,缺含氧量，不能折算，不评价"),
        ("A,nox,45,N,20,,,", "valid,,not-judged,,含氧量 20 %，21−O2 不大于 1，不能折算，不评价"),
        ("A,nox,45,X,6,,,", "unknown,,not-judged,,标记“X”不在标记表内，按无效处理，原值保留"),
        ("A,nox,45,F,6,,,", "plant_stopped,,not-judged,,标记 F（停运），排放源停运，不评价"),
        ("A,nox,45,S,6,,,", "manual,,not-judged,,标记 S（手工输入），手工数据，不评价"),
        ("A,nox,99,T,6,,,", "invalid_device,,not-judged,,标记 T（超量程），设备数据无效，不评价;标记 T 提示可能超标，请核查"),
        ("A,nox,-1,N,6,,,", "valid,,not-judged,,负值，按无效处理，请核对原始数据"),
        ("A,nox,99,N,6,44,,", "valid,,not-judged,,有效数据 44 分钟，不足 45 分钟，小时均值无效"),
        ("A,nox,99,N,6,45,,", "valid,99.000,exceeded,0.98,"),
        ("A,nox,99,,6,,abnormal,", "valid,,not-judged,,企业标记自动监测异常，不评价"),
        ("A,so2,11,N,6,,,", "valid,11.000,met,,"),
        ("B,so2,11,N,6,,,", "valid,,exceeded,0.10,"),
        ("A,ph,9.1,N,,,,", "valid,,exceeded,,"),
        ("A,ph,6,N,,,,", "valid,,met,,"),
        ("A,nox,9000000000000000000,N,6,,,", "valid,,exceeded,,数值过大，未能打印，请核对原始数据"),
        ("A,hcl,6,N,6,,,", "valid,,not-judged,,没有小时限值，不评价"),
        ("A,nox,99,N,6,,operating,tea", "valid,99.000,exceeded,0.98,工况“tea”在该行业的标记规则中没有时限，不豁免"),
    ])
    func `every verdict says why`(row: String, added: String) throws {
        #expect(try self.added(["2026-03-02T00:00:00+08:00,\(row)"]) == [added])
    }

    @Test(arguments: [
        ("x,A,nox,45,N,6,,,", "“time”列的“x”无法识别，应如 2026-03-01T01:00:00+08:00"),
        ("2026-03-02T00:00:00,A,nox,45,N,6,,,", "“time”列的“2026-03-02T00:00:00”没有时区，北京时间请在末尾写 +08:00"),
        ("2026-03-02T00:00:00+08:00,,,45,N,6,,,", "“outlet”列为空，须填排放口;“item”列为空，须填项目简称或 HJ 212 编码"),
        ("2026-03-02T00:00:00+08:00,A,ph,15,N,,,,", "“value”列的 15 不是 pH（0～14），请核对原始数据"),
        ("2026-03-02T00:00:00+08:00,A,nox,45,N,6,61,,", "“minutes”列的“61”须为 0 至 60 的整数；不知请留空"),
        ("2026-03-02T00:00:00+08:00,A,nox,45,N,6,,operating,", "“event”列为空，工况标记须填工况，如 cold_start"),
        (
            "2026-03-02T00:00:00+08:00,A,nox,45,N,6,,off,",
            "“mark”列的“off”无法识别，须为 abnormal（自动监测异常）或 operating（工况标记）"
        ),
    ])
    func `a row that cannot be read keeps its place and says how to mend it`(row: String, note: String) throws {
        #expect(try added([row]) == [",,,,\(note)"])
    }

    @Test
    func `time of events and order are kept for each item of an outlet`() throws {
        func row(_ hour: Int, _ outlet: String) -> String {
            "2026-03-02T0\(hour):00:00+08:00,\(outlet),nox,99,N,6,,operating,stop"
        }
        let found = try added([row(0, "A"), row(0, "B"), row(1, "A"), row(1, "A"), row(3, "B")])
        #expect(found[0] == "valid,,exempt,,停炉第 1 小时，时限 1 小时，不评价")
        #expect(found[1] == found[0])
        #expect(found[2] == "valid,99.000,exceeded,0.98,停炉已 2 小时，超过时限 1 小时，按正常工况评价")
        #expect(found[3] == ",,,,“time”列的时间不晚于该排放口该项目的上一行，请按时间排列并去掉重复")
        #expect(found[4] == found[0])
    }

    @Test
    func `marks of a day before the marking rule mean nothing, unless another day's rules are asked for`() throws {
        let input = "time,outlet,item,value,flag,oxygen,event\n2022-12-31T23:00:00+08:00,A,nox,99,N,6,stop"
        #expect(try judged(input).lines[0].hasSuffix("valid,99.000,exceeded,0.98,工况“stop”在该行业的标记规则中没有时限，不豁免"))
        #expect(try judged(input, asOf: CivilDate("2026-03-02")).lines[0].contains(",exempt,"))
    }

    @Test
    func `data from before acceptance are not judged`() throws {
        let rows = ["2026-03-02T00:00:00+08:00,A,nox,99,N,6,,,", "2026-03-02T01:00:00+08:00,A,nox,99,N,6,,,"]
        let found = try added(rows, acceptedAt: Instant("2026-03-02T01:00:00+08:00"))
        #expect(found == ["valid,,not-judged,,设备验收之前的数据，不评价", "valid,99.000,exceeded,0.98,"])
    }

    @Test
    func `a standard of the catalog is a source of limits, by short name or code`() throws {
        let limits = try #require(
            try DischargeLimitList.standard(
                "GB18466-2005", category: "general", place: "contact_tank", referenceOxygen: nil, in: catalog))
        func line(_ row: String) throws -> String {
            let input = "time,outlet,item,value,flag,flow\n2026-03-02T00:00:00+08:00,\(row)"
            return try judged(input, limits: limits, medium: .water, industry: nil).lines[0]
        }
        #expect(try line("tank,chlorine,3,N,8").hasSuffix(",8,valid,,met,,"))
        #expect(try line("tank,chlorine,2.9,N,8").hasSuffix(",8,valid,,exceeded,,"))
        #expect(try line("tank,chlorine,2.9,N,0").hasSuffix(",0,valid,,not-judged,,流量为零，浓度无效"))
        #expect(try line("tank,w01018,61,N,8").hasSuffix(",8,valid,,not-judged,,没有小时限值，不评价"))
        #expect(
            try DischargeLimitList.standard(
                "GB18466-2005", category: nil, place: nil, referenceOxygen: nil, in: catalog) == nil)
        #expect(try DischargeLimitList.categories(of: "GB18466-2005", in: catalog).map(\.id).count == 3)
        let old = "time,outlet,item,value,flag\n2005-12-31T23:00:00+08:00,tank,chlorine,3,N"
        #expect(
            try judged(old, limits: limits, medium: .water).lines[0].hasSuffix(
                ",2005-12-31 没有施行中的污染物排放标准，请核对时间"))
    }

    @Test
    func `an explanation shows flag, mark, conversion and comparison with their numbers`() throws {
        let input = """
            time,outlet,item,value,flag,oxygen,mark
            2026-03-02T00:00:00+08:00,A,nox,45,N,9,
            2026-03-02T01:00:00+08:00,A,nox,45,N,9,abnormal
            """
        let lines = try judged(input, explains: true).lines
        let flags = "依据 HJ212-2017-flags（2017-05-01 起施行，HJ 212-2017 表8，暂定（未核对原文））"
        #expect(
            lines[0]
                == "2026-03-02T00:00:00+08:00,A,nox,45,N,9,,valid,56.250,exceeded,0.12,,"
                + "数据标记：N 正常 → 有效；折算浓度［基准含氧量 6 %］：45×(21−6)÷(21−9) = 56.25 → 56.25 mg/m³；"
                + "超标倍数［≤ 50 mg/m³］：(56.25−50)÷50 = 0.125 → 0.12 倍；超标（线索，须核查后认定）；" + flags)
        #expect(lines[1].contains("企业标记：自动监测异常 → 不评价；企业标记自动监测异常，不评价；\(flags)；依据 MEE2022-21"))
    }

    @Test
    func `rows of a list that are no limits are named`() throws {
        let text = "item,upper,lower,reference_oxygen\n,5,,\nnox,x,,\nph,6,9,\nso2,0,,\nso2,5,,21\nso2,5,,"
        var refused: [String] = []
        _ = try DischargeLimitList.read(ChunkSource(Array(text.utf8))) { refused.append($0.message) }
        #expect(
            refused == [
                "第 2 行未参与计算：“item”列为空，须填项目",
                "第 3 行未参与计算：“upper”列的“x”不是数值（或位数过多）；须填限值",
                "第 4 行未参与计算：“lower”列的“9”须为小于 upper 的数值；没有下限请留空",
                "第 5 行未参与计算：“upper”列的限值须大于 0",
                "第 6 行未参与计算：“reference_oxygen”列的“21”须为 0 以上、21 以下的百分数；不折算请留空",
            ])
    }

    @Test
    func `flags the catalog does not have are refused`() throws {
        #expect(throws: CatalogError.self) {
            try DischargeHourTable(
                catalog: catalog,
                options: DischargeHourOptions(
                    limits: try DischargeLimitList.read(ChunkSource(Array(Self.limits.utf8))) { _ in }, medium: .air,
                    flags: "HJ212-2031-flags"))
        }
    }
}
