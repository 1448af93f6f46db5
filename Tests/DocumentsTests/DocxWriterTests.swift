import Testing

@testable import Documents

@Suite struct DocxWriterTests {
    private static let picture = Block.picture(
        Picture(.png(SamplePNG.bytes), alternative: "白图", caption: ["图1"], anchor: "picture"))

    private func package(_ blocks: [Block], banner: String? = nil) throws -> DocxPackage {
        let package = try DocxPackage(Paper(name: "t", banner: banner, layout: .bulletin, blocks: blocks))
        try package.checkIntegrity()
        return package
    }

    @Test func `a whole bulletin is a sound package`() throws {
        let drawing = Block.picture(Picture(.drawing(SampleDrawings.line.drawing()), alternative: "折线图"))
        let package = try DocxPackage(SampleBulletin.paper(extra: [Self.picture, drawing]))
        try package.checkIntegrity()
        #expect(package.files.keys.filter { $0.hasPrefix("word/media/") }.count == 2)
    }

    @Test func `the same paper gives the same bytes`() throws {
        let paper = SampleBulletin.paper(extra: [Self.picture])
        #expect(try DocxWriter().write(paper) == (try DocxWriter().write(paper)))
    }

    @Test func `the text stands in the file as it was given`() throws {
        let package = try DocxPackage(SampleBulletin.paper())
        let paragraphs = try package.paragraphs
        for expected in [
            "青衡市生态环境局", "青环监〔2026〕10号", "关于2026年10月全市环境空气", "各区人民政府，市直有关单位：", "一、总体情况",
            "（一）城市环境空气质量", "1.优良天数", "（1）首要污染物", "二、有关要求", "2026年11月5日", "开发区\n管委会",
            "[1]\tHJ 633—2012，环境空气质量指数（AQI）技术规定（试行）。",
        ] {
            #expect(paragraphs.contains(expected), "\(expected)")
        }
        #expect(paragraphs.contains { $0.contains("技术规定》[1]评价，优良天数比例为93.5%，") })
    }

    @Test func `the page is that of GB/T 9704-2012`() throws {
        let package = try package([.title(["t"])])
        let section = try #require(try package.document.first("w:sectPr"))
        // A4; 37 mm above, 28 mm left; 156 mm and 225 mm left for the text: 8844 and 12756 twentieths of a point.
        let size = try #require(section.first("w:pgSz"))
        let margin = try #require(section.first("w:pgMar"))
        func number(_ element: XMLTree, _ name: String) -> Int { Int(element["w:" + name] ?? "") ?? -1 }
        #expect(number(size, "w") == 11_906 && number(size, "h") == 16_838)
        #expect(number(margin, "top") == 2_098 && number(margin, "left") == 1_587)
        #expect(number(size, "w") - number(margin, "left") - number(margin, "right") == 8_844)
        #expect(number(size, "h") - number(margin, "top") - number(margin, "bottom") == 12_756)
        // 22 lines: the page has room for 22 pitches, not for 23.
        let pitch = Int(section.first("w:docGrid")?["w:linePitch"] ?? "") ?? 0
        #expect(pitch * 22 <= 12_756 && pitch * 23 > 12_756)
        // 28 characters of 16 pt with the spacing of the text styles.
        let advance = 320 + PageGeometry.characterSpacing(.three)
        #expect(advance * 28 <= 8_844 && advance * 29 > 8_844)
    }

    @Test func `type is named first as offices have it`() throws {
        let package = try package([.title(["t"])])
        let styles = try #require(package.xml["word/styles.xml"])
        func style(_ id: String) -> XMLTree? { styles.all("w:style").first { $0["w:styleId"] == id } }
        #expect(style("Title")?.first("w:rFonts")?["w:eastAsia"] == "方正小标宋简体")
        #expect(style("Title")?.first("w:sz")?["w:val"] == "44")
        #expect(style("Normal")?.first("w:rFonts")?["w:eastAsia"] == "仿宋_GB2312")
        #expect(style("Normal")?.first("w:sz")?["w:val"] == "32")
        #expect(style("Heading1")?.first("w:rFonts")?["w:eastAsia"] == "黑体")
        #expect(style("Heading2")?.first("w:rFonts")?["w:eastAsia"] == "楷体_GB2312")
        let fonts = try #require(package.xml["word/fontTable.xml"])
        let title = fonts.all("w:font").first { $0["w:name"] == "方正小标宋简体" }
        #expect(title?.first("w:altName")?["w:val"]?.contains("宋体") == true)
    }

    @Test func `page numbers stand on the outer side, the banner on every page`() throws {
        let package = try package([.title(["t"])], banner: "演示数据")
        for (file, side) in [("footer1", "right"), ("footer2", "left")] {
            let footer = try #require(package.xml["word/\(file).xml"])
            #expect(footer.first("w:jc")?["w:val"] == side)
            #expect(footer.first("w:instrText")?.text == " PAGE ")
            #expect(footer.all("w:t").map(\.text).joined() == "— 1 —")
        }
        for file in ["header1", "header2"] { #expect(package.xml["word/\(file).xml"]?.text == "演示数据") }
        #expect(package.xml["word/settings.xml"]?.first("w:evenAndOddHeaders") != nil)
        let references = try package.document.all("w:headerReference") + package.document.all("w:footerReference")
        #expect(references.map { $0["w:type"] } == ["default", "even", "default", "even"])
    }

    @Test func `a one-sided paper without banner has one footer and no header`() throws {
        var layout = DocumentLayout.official
        layout.isTwoSided = false
        let package = try DocxPackage(Paper(name: "t", layout: layout, blocks: []))
        try package.checkIntegrity()
        #expect(package.files.keys.filter { $0.contains("footer") } == ["word/footer1.xml"])
        #expect(!package.files.keys.contains { $0.contains("header") })
    }

    @Test func `heads repeat, group and span`() throws {
        let package = try DocxPackage(SampleBulletin.paper())
        let tables = try package.document.all("w:tbl")
        #expect(tables.map { $0.all("w:gridCol").count } == [7, 14])
        let rows = tables[0].children("w:tr")
        #expect(rows.map { $0.first("w:tblHeader") != nil } == [true, true, false, false, false, false, false])
        let merges = rows.map { $0.children("w:tc")[0].first("w:vMerge").map { $0["w:val"] ?? "continue" } }
        #expect(merges == ["restart", "continue", nil, nil, "restart", "continue", nil])
        let widths = tables[0].all("w:gridCol").compactMap { Int($0["w:w"] ?? "") }
        #expect(widths.reduce(0, +) == 8_844)
    }

    @Test func `a wide table gets its page turned, and only that`() throws {
        let package = try DocxPackage(SampleBulletin.paper())
        #expect(try package.document.all("w:pgSz").map { $0["w:orient"] } == [nil, "landscape", nil])
        let wide = try package.document.all("w:tbl")[1].all("w:gridCol").compactMap { Int($0["w:w"] ?? "") }
        #expect(wide.reduce(0, +) == 12_756)
    }

    @Test func `addresses become relationships, once each; what may not be followed is plain text`() throws {
        let outside = "https://x.example/?a=1&b=<2>\"中"
        let package = try package([
            .paragraph(
                Paragraph([
                    .link("a", href: outside), .link("b", href: outside),
                    .link("c", href: "javascript:alert(1)"), .link("d", href: "file:///etc/passwd"),
                    .link("e", href: "//evil.example"), .link("f", href: "/contacts"),
                ]))
        ])
        let links = try package.relationships.values.filter { $0["TargetMode"] == "External" }
        #expect(
            Set(links.compactMap { $0["Target"] }) == [
                "https://x.example/?a=1&b=%3C2%3E%22%E4%B8%AD", "https://site.example.cn/contacts",
            ])
        #expect(try package.document.all("w:hyperlink").map(\.text) == ["a", "b", "f"])
        #expect(try package.paragraphs == ["abcdef"])
    }

    @Test func `hostile text stays text`() throws {
        let hostile = "</w:t><w:x a=\"'&amp;]]>😀\u{0}\u{8}\u{FFFE}\u{202E}"
        let shown = "</w:t><w:x a=\"'&amp;]]>😀\u{FFFD}\u{FFFD}\u{FFFD}\u{202E}"
        let table = Table(
            caption: [Run(hostile)], columns: [.init(), .init()], header: [[.init(hostile), "h"]],
            rows: [[.init(hostile), "c"]], note: [Run(hostile)], anchor: hostile)
        let package = try package(
            [
                .title([hostile]), .heading(Heading(1, [Run(hostile)], isNumbered: false)), .table(table),
                .paragraph(Paragraph([Run(hostile, link: .anchor(hostile))])),
                .picture(Picture(.png(SamplePNG.bytes), alternative: hostile)),
                .references([Reference(id: hostile, [Run(hostile)])]), .paragraph(Paragraph([.mark(hostile)])),
                .signature(Signature(lines: [hostile], date: hostile)),
            ], banner: hostile)
        #expect(try package.paragraphs.filter { $0.contains(shown) }.count == 10)
        #expect(try package.document.first("wp:docPr")?["descr"] == shown)
        #expect(package.xml["word/header1.xml"]?.text == shown)
    }

    @Test func `a very long cell is kept whole and may break across pages`() throws {
        let long = String(repeating: "长", count: 100_000)
        let rows: [[Table.Cell]] = [[.init(long), "x"], ["y", "z"]]
        let table = Table(columns: [.init(), .init()], header: [["a", "b"]], rows: rows)
        let package = try package([.table(table)])
        #expect(try package.paragraphs.contains(long))
        let written = try package.document.all("w:tr")
        #expect(written.map { $0.first("w:cantSplit") != nil } == [true, false, true])
    }

    @Test func `line breaks and tabs in text are kept`() throws {
        let package = try package([.paragraph(Paragraph(["a\nb\r\nc\td"]))])
        #expect(try package.paragraphs == ["a\nb\nc\td"])
    }

    @Test func `a page break is carried by the next block, whatever it is`() throws {
        let table = Table(columns: [.init()], header: [], rows: [["x"]])
        let package = try package([.pageBreak, .table(table), .pageBreak, .paragraph(Paragraph(["y"])), .note(["z"])])
        let breaks = try package.document.all("w:p").filter { $0.first("w:pageBreakBefore") != nil }
        #expect(breaks.map(\.text) == ["", "y"])
    }

    @Test func `pictures fit the text area`() throws {
        let package = try package([
            Self.picture, .picture(Picture(.png(SamplePNG.bytes), alternative: "", width: 50)),
            .picture(Picture(.png(SamplePNG.bytes), alternative: "", width: 5_000)),
        ])
        let widths = try package.document.all("wp:extent").compactMap { Int($0["cx"] ?? "") }
        // 156 mm is 5 616 000 units; 50 mm 1 800 000; within a twentieth of a point, 635.
        #expect(zip(widths, [5_616_000, 1_800_000, 5_616_000]).allSatisfy { abs($0 - $1) <= 635 })
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var blocks: [Block]
        var code: DocumentError.Code
        var testDescription: String { code.rawValue }
    }

    @Test(arguments: [
        Refusal(blocks: [.paragraph(Paragraph([.mark("x")]))], code: .unknownReference),
        Refusal(blocks: [.paragraph(Paragraph([.link("a", anchor: "x")]))], code: .unknownAnchor),
        Refusal(
            blocks: [
                .heading(Heading(1, [], anchor: "x", isNumbered: false)),
                .heading(Heading(1, [], anchor: "x", isNumbered: false)),
            ], code: .duplicateAnchor),
        Refusal(
            blocks: [.references([Reference(id: "x", [])]), .references([Reference(id: "x", [])])],
            code: .duplicateAnchor),
        Refusal(blocks: [.table(Table(columns: [.init()], header: [], rows: [["a", "b"]]))], code: .tableShape),
        Refusal(blocks: [.picture(Picture(.png([1, 2]), alternative: ""))], code: .invalidImage),
        Refusal(
            blocks: [.picture(Picture(.drawing(SampleDrawings.bars.drawing()), alternative: "柱"))],
            code: .drawingNeedsRaster),
    ])
    func `a paper that cannot be printed truly is refused`(refusal: Refusal) {
        let paper = Paper(name: "t", layout: .official, blocks: refusal.blocks)
        let error = #expect(throws: DocumentError.self) { try DocxWriter().write(paper) }
        #expect(error?.code == refusal.code)
    }

    @Test(arguments: DocumentError.Code.allCases)
    func `every error has a sentence in Chinese`(code: DocumentError.Code) {
        let message = DocumentError(code, line: 3, limit: 5, found: 7, value: "值").message
        #expect(message.hasSuffix("。"))
        #expect(message.unicodeScalars.filter(TextWidth.isWide).count > 8)
    }
}
