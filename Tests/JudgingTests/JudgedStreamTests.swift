import Documents
import Judging
import Testing

/// What both tables do with rows, columns and bytes.
struct JudgedStreamTests {
    private static let hour = "2026-03-02T08:00:00+08:00"

    @Test
    func `the header gets the new columns and lines end with LF`() throws {
        let air = try JudgedText.air(rows: [])
        #expect(air.text == "time,station,so2,no2,pm10,pm25,co,o3,aqi,level,primary,standard,note\n")
        #expect(air.counts == JudgedCounts(rows: 0, refused: 0))
        let water = try JudgedText.water(rows: [])
        #expect(water.text == "time,section,kind,ph,do,codmn,nh3n,tp,class,deciding,standard,note\n")
    }

    @Test
    func `columns may stand in any order and others stay where they are`() throws {
        let input = #"""
            name,o3,co,pm25,time,pm10,no2,so2,station,remark
            "East, 1",31,0.9,60,2026-03-02T08:00:00+08:00,120,42,6,A,"he said ""dust"""
            """#
        let result = try JudgedText.air(Array(input.utf8))
        #expect(
            result.text == #"""
                name,o3,co,pm25,time,pm10,no2,so2,station,remark,aqi,level,primary,standard,note
                "East, 1",31,0.9,60,2026-03-02T08:00:00+08:00,120,42,6,A,"he said ""dust""",100,2,"PM10,PM2.5",HJ633-2026,

                """#)
    }

    @Test
    func `CRLF, a byte-order mark, blank lines and a missing last line end are read`() throws {
        let input =
            "\u{FEFF}time,station,so2,no2,pm10,pm25,co,o3\r\n\r\n\(Self.hour),A,6,42,50,36,0.9,31\r\n\r\n"
            + "\(Self.hour),B,6,42,50,36,0.9,31"
        let result = try JudgedText.air(Array(input.utf8))
        #expect(
            result.text == """
                time,station,so2,no2,pm10,pm25,co,o3,aqi,level,primary,standard,note
                \(Self.hour),A,6,42,50,36,0.9,31,52,2,PM2.5,HJ633-2026,
                \(Self.hour),B,6,42,50,36,0.9,31,52,2,PM2.5,HJ633-2026,

                """)
    }

    @Test(arguments: [
        "so2(µg/m³),no2（μg/m3）,pm10[ug/m3],pm25 (µg / m³),co(mg/m³),o3(UG/M3)", "so2,no2,pm10,pm25,co(mg/m3),o3",
    ])
    func `a header may name the unit in which a column is read`(names: String) throws {
        let result = try JudgedText.air(Array("time,station,\(names)\n\(Self.hour),A,6,42,50,36,0.9,31\n".utf8))
        #expect(
            result.text == """
                time,station,\(names),aqi,level,primary,standard,note
                \(Self.hour),A,6,42,50,36,0.9,31,52,2,PM2.5,HJ633-2026,

                """)
    }

    @Test(arguments: [
        ("co(µg/m³)", "表头中“co”列的单位写作“µg/m³”，须为 mg/m³，请先换算再导入。"),
        ("co[ppm]", "表头中“co”列的单位写作“ppm”，须为 mg/m³，请先换算再导入。"),
        ("co()", "表头中“co”列的单位写作“”，须为 mg/m³，请先换算再导入。"),
    ])
    func `a table in another unit is refused as a whole`(name: String, message: String) throws {
        let input = Array("time,station,so2,no2,pm10,pm25,\(name),o3\n\(Self.hour),A,6,42,50,36,900,31\n".utf8)
        let error = #expect(throws: JudgingError.self) { try JudgedText.air(input) }
        #expect(error?.code == .wrongUnit)
        #expect(error?.message == message)
        let water = Array("time,section,kind,ph,do,codmn,nh3n(µg/L),tp\n".utf8)
        #expect(throws: JudgingError.self) { try JudgedText.water(water) }
    }

    @Test
    func `a carbon monoxide no air holds asks for its unit`() throws {
        let note = try JudgedText.air(rows: ["\(Self.hour),A,6,42,50,36,900,31"]).rows[0][12]
        #expect(note == "CO 高于分级表上限，IAQI 计为 500，请核对单位是否为 mg/m³")
    }

    @Test
    func `a row of another width is refused, padded, and loses nothing`() throws {
        let result = try JudgedText.air(rows: ["\(Self.hour),A,6,42", "\(Self.hour),A,6,42,50,36,0.9,31,more,\"x,y\""])
        let rows = try result.rows
        #expect(rows.allSatisfy { $0.count == 13 })
        #expect(rows[0] == [Self.hour, "A", "6", "42", "", "", "", "", "", "", "", "", rows[0][12]])
        #expect(rows[0][12] == "行格式不对：有 4 列，表头为 8 列。请检查是否缺列或多了逗号。")
        #expect(rows[1][12] == "行格式不对：有 10 列，表头为 8 列。请检查是否缺列或多了逗号。多出的内容：more,x,y")
        #expect(result.counts == JudgedCounts(rows: 2, refused: 2))
    }

    @Test
    func `a row that is not UTF-8 is refused and its bytes stay`() throws {
        let gbk: [UInt8] = [0xCC, 0xEC]  // 天
        let header = Array("time,station,so2,no2,pm10,pm25,co,o3\n\(Self.hour),".utf8)
        let result = try JudgedText.air(header + gbk + Array(",6,42,50,36,0.9,31\n".utf8))
        #expect(result.counts == JudgedCounts(rows: 1, refused: 1))
        #expect(result.bytes.indices.contains { result.bytes[$0...].starts(with: gbk) })
        #expect(result.text.contains("不是 UTF-8 编码"))
    }

    @Test
    func `a bad cell is quoted in the note on one line and in short`() throws {
        let cell = "\"a\nb" + String(repeating: "c", count: 100) + "\""
        let result = try JudgedText.air(rows: ["\(Self.hour),A,\(cell),42,50,36,0.9,31"])
        let note = try #require(try result.rows.first?.last)
        #expect(note == "“so2”列的“a b\(String(repeating: "c", count: 37))…”不是数值（或位数过多）；缺测请留空，未监测请写 /")
    }

    @Test
    func `a missing column is an error that names it`() throws {
        let air = #expect(throws: JudgingError.self) {
            try JudgedText.air(Array("time,station,so2,no2,PM10,co\n".utf8))
        }
        #expect(air?.code == .missingColumn)
        #expect(air?.columns == ["pm10", "pm25", "o3"])
        #expect(air?.message.contains("“pm10”、“pm25”、“o3”") == true)
        let water = #expect(throws: JudgingError.self) {
            try JudgedText.water(Array("time,section,ph,do,codmn,nh3n,tp\n".utf8))
        }
        #expect(water?.columns == ["kind"])
    }

    @Test
    func `a column that stands twice is an error, an empty input too`() {
        let twice = #expect(throws: JudgingError.self) {
            try JudgedText.air(Array("time,station,so2,no2,pm10,pm25,co,o3,o3\n".utf8))
        }
        #expect(twice?.code == .duplicateColumn)
        #expect(twice?.columns == ["o3"])
        let empty = #expect(throws: JudgingError.self) { try JudgedText.air([]) }
        #expect(empty?.code == .empty)
    }

    @Test
    func `a quote that is never closed ends the run with its line`() {
        let error = #expect(throws: DocumentError.self) {
            try JudgedText.air(rows: ["\(Self.hour),A,6,42,50,36,0.9,31", "\(Self.hour),\"A,6,42,50,36,0.9,31"])
        }
        #expect(error?.code == .unterminatedQuote)
        #expect(error?.line == 3)
    }

    @Test(arguments: [1, 2, 7, 64, 1_000])
    func `how the bytes arrive does not matter`(chunkBytes: Int) throws {
        let rows = (0..<200).map { "2026-03-0\($0 % 9 + 1)T08:00:00+08:00,\"站点,\($0)\",6,42,\($0),36,0.9,31" }
        let input = Array((["time,station,so2,no2,pm10,pm25,co,o3"] + rows).joined(separator: "\n").utf8)
        #expect(try JudgedText.air(input, chunkBytes: chunkBytes).bytes == JudgedText.air(input).bytes)
    }

    @Test
    func `output is handed over in pieces while the input is read`() throws {
        let row = "\(Self.hour),A,6,42,50,36,0.9,31\n"
        var given = 0
        let source = ChunkSource {
            given += 1
            if given == 1 { return Array("time,station,so2,no2,pm10,pm25,co,o3\n".utf8) }
            return given <= 40 ? Array(String(repeating: row, count: 1_000).utf8) : nil
        }
        var pieces: [(size: Int, afterChunk: Int)] = []
        let table = AirHourlyTable(catalog: try JudgedText.catalog.get())
        let counts = try table.judge(input: source) { pieces.append(($0.count, given)) }
        #expect(counts.rows == 39_000)
        #expect(pieces.count > 5)
        #expect(pieces[0].afterChunk < 20)
        #expect(pieces.allSatisfy { $0.size < 300_000 })
    }

    @Test
    func `what the output throws ends the run`() throws {
        struct Full: Error {}
        let table = AirHourlyTable(catalog: try JudgedText.catalog.get())
        let input = ChunkSource(Array("time,station,so2,no2,pm10,pm25,co,o3\n".utf8))
        #expect(throws: Full.self) { try table.judge(input: input) { _ in throw Full() } }
    }

    @Test
    func `the output can be judged again`() throws {
        let once = try JudgedText.air(rows: ["\(Self.hour),A,6,42,120,60,0.9,31"])
        let twice = try JudgedText.air(once.bytes)
        #expect(twice.counts.refused == 0)
        #expect(twice.lines == ["\(once.lines[0]),100,2,\"PM10,PM2.5\",HJ633-2026,"])
    }
}
