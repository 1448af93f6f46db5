import Testing

@testable import Documents

/// Workbooks: what programs write is read as they show it, and what is written can be read again.
struct SpreadsheetTests {
    private typealias Cell = Spreadsheet.Cell

    /// A workbook of one sheet with the parts given.
    private static func book(
        sheet: String, texts: String? = nil, styles: String? = nil, workbook: String? = nil
    ) throws -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let plain = """
            <workbook xmlns="\(main)" xmlns:r="urn:r"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        let relations =
            "<Relationships xmlns=\"urn:p\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        var parts = [
            ("xl/workbook.xml", workbook ?? plain), ("xl/_rels/workbook.xml.rels", relations),
            ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData></worksheet>"),
        ]
        if let texts { parts.append(("xl/sharedStrings.xml", texts)) }
        if let styles { parts.append(("xl/styles.xml", styles)) }
        return try ZipArchive.write(parts.map { ZipArchive.Entry(path: $0.0, bytes: Array($0.1.utf8)) })
    }

    private static func cells(_ sheet: String, texts: String? = nil, styles: String? = nil) throws -> [Cell.Content] {
        try SpreadsheetReader().read(book(sheet: sheet, texts: texts, styles: styles)).rows.flatMap(\.cells).map(
            \.content)
    }

    @Test func `what was written is read again, texts as texts and numbers as numbers`() throws {
        var sheet = Spreadsheet.Sheet(
            "企业",
            [
                Spreadsheet.Row(1, [.text("名称", .head), .text("数", .head), .text("日期", .head), .text("是否", .head)]),
                Spreadsheet.Row(
                    3, [.text("=1+1 甲&<乙>\n二行"), .number("-12.50"), Cell(.date("2026-02-28")), Cell(.flag(true))]),
                Spreadsheet.Row(4, [Cell(), .text("916400003216734840"), Cell(), Cell(.flag(false))]),
            ])
        sheet.choices = [Spreadsheet.Choices(column: 3, rows: 2...9, range: "选项!$A$1:$A$2", title: "是否", hint: "选一个")]
        sheet.frozenRows = 1
        sheet.widths = [20, 8]
        var words = Spreadsheet.Sheet("选项", [Spreadsheet.Row(1, [.text("是")]), Spreadsheet.Row(2, [.text("否")])])
        words.isHidden = true
        let bytes = try SpreadsheetWriter.write(Spreadsheet([sheet, words]))
        let read = try SpreadsheetReader().read(bytes)
        #expect(read.name == "企业")
        #expect(read.rows.map(\.number) == [1, 3, 4])
        #expect(
            read.rows[1].cells.map(\.content) == [
                .text("=1+1 甲&<乙>\n二行"), .number("-12.50"), .date("2026-02-28"), .flag(true),
            ])
        #expect(read.rows[2].cells.map(\.text) == ["", "916400003216734840", "", "否"])
        #expect(try SpreadsheetWriter.write(Spreadsheet([sheet, words])) == bytes)
    }

    @Test func `shared texts come without their phonetic readings, and in pieces come whole`() throws {
        let texts = """
            <sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space="preserve"> 丙</t></r><rPh><t>yi</t></rPh></si></sst>
            """
        let sheet =
            #"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>9</v></c></row>"#
        #expect(try Self.cells(sheet, texts: texts) == [.text("乙 丙"), .empty, .text("甲")])
    }

    @Test func `numbers come as a program shows them, and long codes kept as numbers are told`() throws {
        let sheet =
            #"<row r="1"><c><v>106.31666670000001</v></c><c><v>1.5E-3</v></c><c><v>0.1</v></c><c><v>9.16400003216735E+17</v></c></row>"#
        #expect(
            try Self.cells(sheet) == [
                .number("106.3166667"), .number("0.0015"), .number("0.1"),
                .number("916400003216735000", isRounded: true),
            ])
    }

    @Test(arguments: [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("45292", "2024-01-01"),
        ("46082.5", "2026-03-01 12:00:00"),
    ])
    func `a day is a count from 1900, whose 29th of February never was`(_ serial: String, _ day: String) throws {
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>
            """
        let sheet = "<row r=\"1\"><c s=\"1\"><v>\(serial)</v></c><c s=\"0\"><v>\(serial)</v></c></row>"
        #expect(try Self.cells(sheet, styles: styles) == [.date(day), .number(serial)])
    }

    @Test func `a format with letters of days in quotes or brackets shows no day`() throws {
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.00&quot;d&quot;"/><numFmt numFmtId="171" \
            formatCode="[Red]0"/></numFmts><cellXfs><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>
            """
        let sheet = #"<row r="1"><c s="0"><v>45292</v></c><c s="1"><v>45292</v></c></row>"#
        #expect(try Self.cells(sheet, styles: styles) == [.number("45292"), .number("45292")])
    }

    @Test func `merged cells are named, hidden sheets passed over`() throws {
        let book = """
            <workbook xmlns:r="urn:r"><sheets><sheet name="藏" state="hidden" sheetId="2" r:id="rId9"/>\
            <sheet name="见" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        let bytes = try Self.book(
            sheet:
                "<row r=\"1\"><c t=\"inlineStr\"><is><t>甲</t></is></c></row></sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells><sheetData>",
            workbook: book)
        let sheet = try SpreadsheetReader().read(bytes)
        #expect(sheet.name == "见")
        #expect(sheet.mergedRanges == ["A1:C1"])
    }

    @Test func `what is no workbook is refused with what it seems to be`() throws {
        func code(_ bytes: [UInt8]) -> DocumentError.Code? {
            do {
                _ = try SpreadsheetReader().read(bytes)
                return nil
            } catch { return error.code }
        }
        #expect(code([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .notWorkbook)
        #expect(code(Array("名称,代码".utf8)) == .notWorkbook)
        #expect(code(try ZipArchive.write([ZipArchive.Entry(path: "a", bytes: [1])])) == .notWorkbook)
        #expect(code(try Self.book(sheet: "<row r=\"1\"><c>")) == .malformedSheet)
        let bomb = try Self.book(sheet: "<!DOCTYPE x [<!ENTITY a \"b\">]>")
        #expect(code(bomb) == .malformedSheet)
    }

    @Test func `rows and columns are bounded, and a file that unpacks too far is refused`() throws {
        var reader = SpreadsheetReader()
        reader.maximumRows = 2
        reader.maximumColumns = 3
        let rows = (1...3).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
        #expect(throws: DocumentError(.sheetTooLarge, limit: 2, value: "行")) { try reader.read(Self.book(sheet: rows)) }
        let wide = #"<row r="1"><c r="XFD1"><v>1</v></c></row>"#
        #expect(throws: DocumentError(.sheetTooLarge, limit: 3, value: "列")) { try reader.read(Self.book(sheet: wide)) }
        reader.maximumBytes = 200
        #expect(throws: DocumentError(.expandsTooFar, limit: 200)) { try reader.read(Self.book(sheet: rows)) }
    }

    @Test func `columns have the letters that programs show`() {
        #expect([0, 25, 26, 51, 52, 701, 702].map(Spreadsheet.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }
}
