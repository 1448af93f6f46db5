import Testing

@testable import Documents

@Suite struct CSVReaderTests {
    /// All rows of `text`, cut into pieces and blocks of the given sizes.
    private func rows(
        _ text: String, chunk: Int = 262_144, block: Int = 262_144, separator: Character = ","
    ) throws -> [CSVRow] {
        var reader = CSVReader(
            ChunkSource(Array(text.utf8), chunkBytes: chunk), separator: separator.asciiValue ?? 0, blockBytes: block)
        var all: [CSVRow] = []
        while let row = try reader.next() { all.append(row) }
        return all
    }

    private func strings(_ text: String, chunk: Int = 262_144, block: Int = 262_144) throws -> [[String]] {
        try rows(text, chunk: chunk, block: block).map(\.strings)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var rows: [[String]]
        var testDescription: String { text.debugDescription }
    }

    static let cases: [Case] = [
        // RFC 4180 section 2, rules 1 to 7.
        Case(text: "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", rows: [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        Case(text: "aaa,bbb,ccc\r\nzzz,yyy,xxx", rows: [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        Case(
            text: "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
            rows: [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        Case(text: "\"aaa\",\"b\"\"bb\",\"ccc\"", rows: [["aaa", "b\"bb", "ccc"]]),
        Case(text: "a b , c,\n", rows: [["a b ", " c", ""]]),
        Case(text: ",", rows: [["", ""]]),
        Case(text: "", rows: []),
        Case(text: "\n\r\n\r", rows: []),
        Case(text: "\"\"\n", rows: [[""]]),
        Case(text: "a\rb\r", rows: [["a"], ["b"]]),
        Case(text: "\"\"\"\"", rows: [["\""]]),
        Case(text: "\u{FEFF}站点,值\n一中,3\n", rows: [["站点", "值"], ["一中", "3"]]),
        Case(text: "\u{FEFF}\"站,点\"\n", rows: [["站,点"]]),
        Case(text: "5\" pipe,x\n", rows: [["5\" pipe", "x"]]),
        Case(text: "a\n\nb", rows: [["a"], ["b"]]),
    ]

    @Test(arguments: cases, [1, 2, 7, 1_000])
    func `rows are the same however the input is cut`(example: Case, size: Int) throws {
        #expect(try strings(example.text, chunk: size, block: size) == example.rows)
        #expect(try strings(example.text, chunk: 1_000, block: size) == example.rows)
        #expect(try strings(example.text, chunk: size) == example.rows)
    }

    @Test func `a row knows the line it starts on, also after a field of several lines`() throws {
        let all = try rows("a,b\n\"1\n2\r\n3\",x\r\n\nlast,y\n")
        #expect(all.map(\.line) == [1, 2, 6])
    }

    @Test func `a ragged row is given with its fault and reads empty beyond its end`() throws {
        let all = try rows("a,b,c\n1,2\n1,2,3,4\n1,2,3\n")
        #expect(
            all.map(\.fault) == [
                nil, .ragged(expected: 3, found: 2), .ragged(expected: 3, found: 4), nil,
            ])
        #expect(all[1][2].isEmpty)
        #expect(all[1][-1].isEmpty)
        #expect(all[2][3].string == "4")
    }

    @Test func `text after a closing quote is kept and reported`() throws {
        let all = try rows("a,b\n\"x\"y,2\n\"p\"\"q\" r,3\n", block: 1)
        #expect(all.map(\.fault) == [nil, .textAfterQuote, .textAfterQuote])
        #expect(all[1].strings == ["xy", "2"])
        #expect(all[2].strings == ["p\"q r", "3"])
    }

    @Test func `only the row that is not UTF-8 is reported`() throws {
        // 0xC4 0xE3 is 你 in GBK.
        let bytes: [UInt8] = Array("a\n".utf8) + [0xC4, 0xE3, 10] + Array("好\n".utf8)
        var reader = CSVReader(bytes)
        var faults: [CSVRow.Fault?] = []
        while let row = try reader.next() { faults.append(row.fault) }
        #expect(faults == [nil, .notUTF8, nil])
    }

    @Test func `an open quote names the line of its row`() throws {
        let error = #expect(throws: DocumentError.self) { try strings("a,b\n1,2\n3,\"4\n5,6\n") }
        #expect(error == DocumentError(.unterminatedQuote, line: 3))
        #expect(error?.message.contains("第 3 行") == true)
    }

    @Test func `a row beyond the bound is refused instead of filling the memory`() {
        var reader = CSVReader(
            ChunkSource(Array(("a\n\"" + String(repeating: "x", count: 5_000)).utf8), chunkBytes: 10), blockBytes: 100,
            maximumRowBytes: 1_000)
        let error = #expect(throws: DocumentError.self) { while try reader.next() != nil {} }
        #expect(error?.code == .rowTooLong)
        #expect(error?.line == 2)
    }

    @Test func `UTF-16 is refused by name`() {
        var reader = CSVReader([0xFF, 0xFE, 0x61, 0x00])
        let error = #expect(throws: DocumentError.self) { try reader.next() }
        #expect(error == DocumentError(.unsupportedEncoding, value: "UTF-16"))
    }

    @Test func `another separator may be given`() throws {
        #expect(try rows("a;b,c\t\n", separator: ";").map(\.strings) == [["a", "b,c\t"]])
        #expect(try rows("a\tb;c\n", separator: "\t").map(\.strings) == [["a", "b;c"]])
    }

    @Test func `a kept row stays readable after the reader went on`() throws {
        let text = (0..<2_000).map { "\($0),\"r\"\"\($0)\"" }.joined(separator: "\n")
        let all = try rows(text, chunk: 50, block: 64)
        #expect(all.count == 2_000)
        #expect(all[7].strings == ["7", "r\"7"])
        #expect(all[7][1] == "r\"7")
        #expect(Array(all[7][0].utf8) == [55])
        #expect(all[1_999][0].withUTF8 { $0.count } == 4)
        #expect(all[7].withUTF8(0) { $0[0] } == 55)
    }

    @Test func `a header finds columns by trimmed name and reports doubles`() throws {
        let header = CSVHeader(try rows(" 站点 ,AQI,AQI\n")[0])
        #expect(header.index(of: "站点") == 0)
        #expect(header.index(ofAny: ["aqi", "AQI"]) == 1)
        #expect(header.duplicates == ["AQI"])
        #expect(header.index(of: "x") == nil)
    }
}
