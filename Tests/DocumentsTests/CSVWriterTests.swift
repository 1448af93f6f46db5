import Testing

@testable import Documents

@Suite struct CSVWriterTests {
    private func written(_ rows: [[String]], lineEnd: CSVWriter.LineEnd = .crlf, guards: Bool = false) -> String {
        var writer = CSVWriter(lineEnd: lineEnd, guardsFormulas: guards)
        for row in rows { writer.row(row) }
        return String(decoding: writer.take(), as: UTF8.self)
    }

    @Test func `only fields that need quotes have them`() {
        #expect(
            written([["a", "b,c", "d\"e", "f\ng", "", " h "]])
                == "a,\"b,c\",\"d\"\"e\",\"f\ng\",, h \r\n")
        #expect(written([["a"], [""], ["b"]], lineEnd: .lf) == "a\n\"\"\nb\n")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+86 1", "'+86 1"), ("-cmd", "'-cmd"), ("\tx", "'\tx"),
        ("＝1", "'＝1"), ("＠x", "'＠x"), ("-3.5", "-3.5"), ("+12", "+12"), ("-", "'-"), ("3=4", "3=4"), ("", "\"\""),
        ("=\"a\"", "\"'=\"\"a\"\"\""), ("-1.2.3", "'-1.2.3"),
    ])
    func `the guard disarms formulas and leaves numbers alone`(text: String, expected: String) {
        #expect(written([[text]], lineEnd: .lf, guards: true) == expected + "\n")
    }

    @Test func `the mark comes first and once`() {
        var writer = CSVWriter(withMark: true)
        writer.field("站")
        writer.field(7)
        writer.endRow()
        #expect(writer.take() == [0xEF, 0xBB, 0xBF] + Array("站,7\r\n".utf8))
        writer.row(["x"])
        #expect(writer.take() == Array("x\r\n".utf8))
    }

    @Test(arguments: [1, 7, 1_000_000], [CSVWriter.LineEnd.crlf, .lf])
    func `what is written is read back, whatever the text`(size: Int, lineEnd: CSVWriter.LineEnd) throws {
        var random = SeededGenerator(seed: UInt64(size))
        let alphabet = Array("ab,\"\n\r\t;'=站点😀\u{0}\u{FEFF} ").map(String.init)
        for _ in 0..<150 {
            let columns = Int.random(in: 1...5, using: &random)
            let rows = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                (0..<columns).map { _ in
                    (0..<Int.random(in: 0...8, using: &random)).map { _ in
                        alphabet.randomElement(using: &random) ?? ""
                    }.joined()
                }
            }
            let bytes = Array(written(rows, lineEnd: lineEnd).utf8)
            var reader = CSVReader(ChunkSource(bytes, chunkBytes: size), blockBytes: size)
            var back: [[String]] = []
            while let row = try reader.next() {
                #expect(row.fault == nil)
                back.append(row.strings)
            }
            // Compared as bytes: "\r\n" is one Character, and text equality ignores normal forms.
            #expect(back.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test func `fields pass from reader to writer without becoming text`() throws {
        let text = "a,\"b,\"\"c\"\n站,\n"
        var reader = CSVReader(Array(text.utf8))
        var writer = CSVWriter(lineEnd: .lf)
        while let row = try reader.next() {
            for column in 0..<row.count { writer.field(row[column]) }
            writer.endRow()
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
        writer.field(utf8: [120])
        #expect(writer.bytes.last == 120)
    }
}
